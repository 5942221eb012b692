import { notFound, page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { documentOf, laterDocument } from '#app/cases/decision-document.server.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { nameInCase } from '#app/cases/handed-in-values.ts'
import { dayOf } from '#app/domain/day.ts'
import { isDecision, isOfDecision, reasonOf } from '#app/domain/event.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import { type CaseParams, caseAt } from './case.server.ts'
import { headOfCase } from './case-view.server.ts'

/** Data of the letter of a decision: its document, and the addressee. @throws `not-found` where nothing was decided */
export async function letterLoader(context: RequestContext, params: CaseParams) {
  const deskCase = await caseAt(context, params)
  const { mode, staff, application, folder, code, history, submission } = deskCase
  const decision = history.findLast(isOfDecision)
  if (decision?.type === 'unreadable') throw unreadable({ table: 'events', id: decision.id })
  if (!decision || !isDecision(decision)) throw notFound()
  const later = decision.document ? undefined : laterDocument(history)
  const document = await documentOf(deskCase, decision)
  return page({
    ...{ mode, at: context.at, staff, code, ...headOfCase(deskCase) },
    name: document.to ?? nameInCase(folder, application, submission.rows),
    submitted: submission.asOf,
    decided: dayOf(decision.at),
    reason: reasonOf({ ...decision, document }) ?? null,
    ...{ document, language: languageOf(folder, [application]) },
    writtenLater: later ? dayOf(later.at) : null,
  })
}
