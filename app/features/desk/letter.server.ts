import { notFound, page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { calledIn } from '#app/cases/folder.ts'
import { dayOf } from '#app/domain/day.ts'
import { personOf } from '#app/forms/application-form.ts'
import { serviceById } from '#app/services/index.ts'
import { found } from '../page-data.ts'
import { type CaseParams, caseAt } from './case.server.ts'
import { headOfCase, traceOf } from './case-view.server.ts'

/** Everything the letter says that tells a decision. Throws 404 where none was taken. */
export async function showLetter(context: RequestContext, params: CaseParams) {
  const deskCase = await caseAt(context, params)
  const { mode, staff, application, folder, code, history, submission } = deskCase
  const decision = found(history.findLast((event) => event.type === 'approve' || event.type === 'decline'))
  if (decision.type !== 'approve' && decision.type !== 'decline') throw notFound()
  const condition = decision.type === 'decline' ? (decision.condition ?? null) : null
  return page({
    ...{ mode, at: context.at, staff, code, ...headOfCase(deskCase) },
    outcome: decision.type === 'approve' ? ('approved' as const) : ('declined' as const),
    name: calledIn(folder, personOf(folder, application)),
    serviceName: submission.name,
    submitted: submission.asOf,
    decided: dayOf(decision.at),
    reason: decision.reason ?? null,
    condition,
    sources: serviceById(application.service)?.conditions.find(({ id }) => id === condition)?.sources ?? [],
    trace: traceOf(deskCase),
  })
}
