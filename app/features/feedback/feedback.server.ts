import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { feedbackKinds } from '#app/domain/feedback.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { safePath } from '#app/i18n/safe-path.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { keepFeedback } from '#db/feedback.server.ts'
import { longestMessage } from './feedback-page.tsx'

/** The form as typed, and its errors. */
export type Typed = { kind: string; message: string; errors: FieldError[] }

/** The page the feedback is about. */
const pageOf = ({ query }: RequestContext) => safePath(query.get('page')) ?? ''

/** Data of the feedback page. */
export function feedbackLoader(context: RequestContext) {
  const { mode, at, query } = context
  return page({ mode, at, page: pageOf(context), thanks: query.has('thanks'), once: newOnce() })
}

/** Saves feedback, once however often it is sent, unless there are errors or the form only switches language. */
export async function feedbackAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  switchMode(form, context)
  const typed = readTyped(form)
  if (form.has('switch-to')) return page<Typed>({ ...typed, errors: [] })
  const errors = errorsIn(typed)
  if (errors.length > 0) return refused<Typed>({ ...typed, errors }, 'invalid')
  const message = { page: pageOf(context).split('?')[0] ?? '', ...typed }
  await refusingFullDisk(keepFeedback(idOf(seedOnce(form, ['feedback', message])), { mode, ...message }, now))
  return redirectTo(`${paths.feedback(mode)}?thanks`)
}

function readTyped(form: FormValues) {
  const message = String(form.get('message') ?? '')
  return { kind: String(form.get('kind') ?? ''), message: message.normalize('NFC').trim() }
}

function errorsIn({ kind, message }: ReturnType<typeof readTyped>): FieldError[] {
  const errors: FieldError[] = []
  if (!feedbackKinds.some((one) => one === kind)) errors.push({ key: 'errors:feedback.kind', field: 'kind' })
  if (message === '' && kind !== 'unclear') errors.push({ key: 'errors:feedback.message', field: 'message' })
  if (message.length > longestMessage) errors.push({ key: 'errors:feedback.too-long', field: 'message', values: { most: longestMessage } })
  return errors
}
