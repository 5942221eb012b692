import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, redirectTo, refused, shownAgain } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { withoutInvisibleInText } from '#app/domain/characters.ts'
import { feedbackKinds } from '#app/domain/feedback.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { safePath } from '#app/i18n/safe-path.ts'
import { paths } from '#app/paths.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import { countyCodes } from '#app/services/places.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { feedbackById, insertFeedback } from '#db/feedback.server.ts'
import { longestMessage, type Sent } from './feedback-page.tsx'

/** The form as typed, and its errors. */
export type Typed = { kind: string; county: string; message: string; errors: FieldError[] }

/** The page the feedback is about. */
const pageOf = ({ query }: RequestContext) => safePath(query.get('page')) ?? ''

/** Data of the feedback page. */
export async function feedbackLoader(context: RequestContext) {
  const { mode, at, query } = context
  const id = query.get('thanks')
  const sent = id === null ? null : await sentAs(id)
  const thanks = id === null ? null : sent === null ? 'gone' : 'thanks'
  const shown = { mode, at, page: pageOf(context), once: newOnce(), thanks, sent } as const
  return shownAgain(shown, thanks === 'gone' ? 'gone' : undefined)
}

/** Who reads what was sent, and what became of it; null where it is not there. */
async function sentAs(id: string): Promise<Sent | null> {
  const one = await feedbackById(id)
  if (!one) return null
  if (one.isDamaged) unreadable({ table: 'feedback', id })
  const halls = (await receiversFor(one.county))?.halls ?? []
  return { state: one.state, answer: one.answer, halls: halls.map(({ id: hall, name }) => ({ id: hall, name })) }
}

/** Saves feedback, once however often it is sent, unless there are errors or the form only switches language. */
export async function feedbackAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  switchMode(form, context)
  const typed = parseFeedback(form)
  if (form.has('switch-to')) return page<Typed>({ ...typed, errors: [] })
  const errors = errorsIn(typed)
  if (errors.length > 0) return refused<Typed>({ ...typed, errors }, 'invalid')
  const { county, ...said } = typed
  const message = { page: pageOf(context).split('?')[0] ?? '', ...said }
  const id = idOf(seedOnce(form, ['feedback', message]))
  await refusingFullDisk(insertFeedback(id, { mode, ...message, county: county === '' ? null : county }, now))
  return redirectTo(paths.feedbackSent(mode, id))
}

function parseFeedback(form: FormValues) {
  const message = String(form.get('message') ?? '')
  const [kind, county] = [String(form.get('kind') ?? ''), String(form.get('county') ?? '')]
  return { kind, county, message: withoutInvisibleInText(message).normalize('NFC').trim() }
}

function errorsIn({ kind, county, message }: ReturnType<typeof parseFeedback>): FieldError[] {
  const errors: FieldError[] = []
  if (!feedbackKinds.some((one) => one === kind)) errors.push({ key: 'errors:feedback.kind', field: 'kind' })
  if (county !== '' && !countyCodes.has(county)) errors.push({ key: 'errors:field.unknown-option', field: 'county' })
  if (message === '' && kind !== 'unclear') errors.push({ key: 'errors:feedback.message', field: 'message' })
  if (message.length > longestMessage) errors.push({ key: 'errors:feedback.too-long', field: 'message', values: { most: longestMessage } })
  return errors
}
