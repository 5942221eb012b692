import { notFound, page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { documentOf, laterDocument } from '#app/cases/decision-document.server.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { nameInCase } from '#app/cases/handed-in-values.ts'
import { type Day, dayOf } from '#app/domain/day.ts'
import { type HistoryEvent, isDecision, kindOfEvent, reasonOf } from '#app/domain/event.ts'
import { isLetter, isOfLetter } from '#app/domain/letter-event.ts'
import { toldHistory } from '#app/domain/take-back.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import { type CaseParams, caseAt } from './case.server.ts'
import { headOfCase } from './case-view.server.ts'

/**
 * Data of the letter of a decision, the last one where the address names none: its document, the addressee, and the day on which the case
 * was taken up again after it. @throws `not-found` where it was not decided
 */
export async function letterLoader(context: RequestContext, params: CaseParams) {
  const deskCase = await caseAt(context, params)
  const { mode, staff, application, folder, code, history, submission } = deskCase
  const decisions = toldHistory(history, context.now).filter(isOfLetter)
  const decision = decisions[Number(context.query.get('decision') ?? decisions.length) - 1]
  if (decision?.type === 'unreadable') throw unreadable({ table: 'events', id: decision.id })
  if (!decision || !isLetter(decision)) throw notFound()
  const later = decision.document ? undefined : laterDocument(history)
  const document = await documentOf(deskCase, decision)
  return page({
    ...{ mode, at: context.at, staff, code, ...headOfCase(deskCase) },
    name: document.to ?? nameInCase(folder, application, submission.rows),
    submitted: submission.asOf,
    decided: dayOf(decision.at),
    reason: isDecision(decision) ? (reasonOf({ ...decision, document }) ?? null) : null,
    ...{ document, language: languageOf(folder, [application]) },
    reopened: dayReopened(history, decision),
    writtenLater: later ? dayOf(later.at) : null,
  })
}

/** The day on which a case was taken up again after a decision; null where it was not. */
function dayReopened(history: readonly HistoryEvent[], decision: HistoryEvent): Day | null {
  const reopened = history
    .slice(history.indexOf(decision))
    .find((event) => kindOfEvent(event) === 'reopen' || kindOfEvent(event) === 'take-back-decision')
  return reopened?.at ? dayOf(reopened.at) : null
}
