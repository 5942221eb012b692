import { redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { parseFreeText } from '#app/cases/free-text.ts'
import { originalsMissing } from '#app/cases/originals.ts'
import { saidAt } from '#app/cases/own-phrases.server.ts'
import { needsWhy } from '#app/domain/decision.ts'
import { finalFrom } from '#app/domain/take-back.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { applyHallEvent, type DeskCase, eventBy, requireAllowed, seenIn } from './case.server.ts'
import { chosenFrom, fromIn, queueAddress } from './case-address.ts'
import { traceOf } from './case-trace.server.ts'
import { caseAfter } from './next-case.server.ts'

/** Where the reason of an approval is chosen on the page of a case. */
export const approvalField = 'approval'

/**
 * Approves a case on its own page and goes on to the next one: stored at once, told to nobody for some seconds, in which it can be taken
 * back. The error where it was not taken.
 */
export async function approveHere(context: RequestContext, deskCase: DeskCase, form: FormValues) {
  requireAllowed(deskCase, 'approve')
  const { text } = parseFreeText('', String(form.get('phrase') ?? ''), saidAt(deskCase.place))
  const wrong = whyNotApproved(deskCase, text === undefined)
  if (wrong) return wrong
  const event = { type: 'approve' as const, ...eventBy(deskCase, context.now), ...(text ? { reason: text } : {}) }
  const notTaken = await applyHallEvent(deskCase, { ...event, finalAt: finalFrom(context.now) }, form)
  if (notTaken) return notTaken
  const { staff, place, application, mode } = deskCase
  const done = { id: application.id, seen: seenIn(form) }
  const next = await caseAfter({ staff, place, now: context.now }, chosenFrom(context.query), done, String(form.get('next') ?? ''))
  if (next === undefined) return redirectTo(queueAddress(context, done.id))
  return redirectTo(paths.deskCase(mode, next, undefined, { from: fromIn(context), done: done.id }))
}

/** What has to be done first: originals that have to be seen, and a reason where a condition is open. */
export function whyNotApproved(deskCase: DeskCase, lacksReason: boolean, field = approvalField): FieldError | undefined {
  if (originalsMissing(deskCase.submission, deskCase.history).length > 0) return { key: 'desk:error.originals', field: 'originals' }
  return lacksReason && needsWhy(traceOf(deskCase)) ? { key: 'desk:error.why', field } : undefined
}
