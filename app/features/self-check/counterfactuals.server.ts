import { denied, page, redirectTo, refused, stop } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { isBlank, typedValue } from '#app/domain/fields/index.ts'
import { called } from '#app/forms/called-names.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { answerField, withQuestion } from '#app/forms/household-form.ts'
import { typedFrom } from '#app/forms/inputs.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { askedAt, onlyOf, personAt } from './answer-question.server.ts'
import { checkOf } from './check-cookie.server.ts'
import type { Tried } from './counterfactuals-page.tsx'
import { compare } from './result.ts'
import { summaryRows, unfinished } from './summary.server.ts'

/** The question to change, from the query; null while none is chosen. */
function chosenBy(context: RequestContext) {
  const query = context.query
  const question = query.get('question')
  return question === null ? null : { question, member: query.get('member') ?? undefined }
}

/** Data of the page before an answer is changed. */
export async function counterfactualsLoader(context: RequestContext) {
  const [{ mode, today: asOf }, only, check] = [context, onlyOf(context), checkOf(context)]
  const earlier = unfinished(check, mode, only, asOf)
  if (earlier) return redirectTo(earlier)
  const { household, members } = summaryRows(check, only, asOf)
  const rows = [
    ...household.map((row) => ({ ...row, name: null })),
    ...members.flatMap(({ name, rows: own }) => own.map((row) => ({ ...row, name }))),
  ]
  const chosen = chosenBy(context)
  if (!chosen) return page({ mode, only, asOf, rows, at: context.at, chosen: null })
  const { id, question } = askedAt(chosen)
  const person = personAt(called(check, asOf), mode, only, chosen.member)
  const typed = typedValue(question, (person?.answers ?? check.answers)[id], asOf)
  return page({
    mode,
    only,
    asOf,
    rows,
    at: context.at,
    chosen: { id, member: person?.id ?? null, name: person?.name ?? null, typed },
  })
}

/** Shows what one changed answer would change; saves nothing. @throws `malformed` for a change the page does not offer */
export async function counterfactualsAction(context: RequestContext, form: FormValues) {
  const [{ mode, today: asOf }, only, check] = [context, onlyOf(context), checkOf(context)]
  switchMode(form, context)
  const chosen = chosenBy(context)
  if (!chosen) throw stop(denied('malformed'))
  const { id, question } = askedAt(chosen)
  const person = personAt(check, mode, only, chosen.member)
  const typed = typedFrom(form, question, answerField)
  const nothing: { errors: readonly FieldError[]; tried: Tried | null } = { errors: [], tried: null }
  if (form.has('switch-to') && isBlank(question, typed)) return page({ typed, ...nothing })
  const at = person?.id ?? null
  const { check: after, errors } = withQuestion(check, { member: at, people: [] }, id, question, { [answerField]: typed }, asOf)
  const [before, tried] = [check, after].map(({ answers, members }) => (members.find((one) => one.id === at)?.answers ?? answers)[id])
  if (errors.length > 0 || tried === undefined) return refused({ typed, ...nothing, errors }, 'invalid')
  return page({ typed, ...nothing, tried: { before, after: tried, differences: compare(called(check, asOf), after, only, asOf) } })
}
