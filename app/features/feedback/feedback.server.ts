import { onDisk } from '#app/cases/disk.server.ts'
import type { Mode } from '#app/i18n/mode.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { keepFeedback } from '#db/feedback.server.ts'
import { feedbackKinds, longestMessage } from './feedback-page.tsx'

/** What was typed, and what is to be mended. */
export type Typed = { kind: string; message: string; errors: FieldError[] }

/** Keeps a message about a page, unless something is to be mended or the form only switches language. */
export async function takeFeedback(form: FormData, mode: Mode, page: string, at: Date): Promise<Typed> {
  const kind = String(form.get('kind') ?? '')
  const message = String(form.get('message') ?? '')
    .normalize('NFC')
    .trim()
  const errors: FieldError[] = []
  if (form.has('switch-to')) return { kind, message, errors }
  if (!feedbackKinds.some((one) => one === kind)) errors.push({ key: 'errors:feedback.kind', field: 'kind' })
  if (message === '' && kind !== 'unclear') errors.push({ key: 'errors:feedback.message', field: 'message' })
  if (message.length > longestMessage) errors.push({ key: 'errors:feedback.too-long', field: 'message', values: { most: longestMessage } })
  if (errors.length === 0) await onDisk(keepFeedback({ mode, page: page.split('?')[0] ?? '', kind, message }, at))
  return { kind, message, errors }
}
