import { page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { nameInCase } from '#app/cases/handed-in-values.ts'
import { isDueSure } from '#app/cases/legal-deadlines.ts'
import { factsOf } from '#app/cases/life-facts.ts'
import { lifeSteps } from '#app/cases/life-forms.ts'
import { toldMessages } from '#app/cases/notification.server.ts'
import { askedAgain } from '#app/cases/repeat-applications.ts'
import { conditionSays } from '#app/cases/stored-texts.ts'
import { type Day, dayOf } from '#app/domain/day.ts'
import { kindOfEvent } from '#app/domain/event.ts'
import { isClosed } from '#app/domain/status.ts'
import { toldHistory } from '#app/domain/take-back.ts'
import { isAssigner } from '#app/domain/transition.ts'
import { lawOfCase } from './act.server.ts'
import { approvalOf } from './approval.server.ts'
import { questionsIn } from './asked.server.ts'
import { type CaseParams, caseAt, type DeskCase, isAllowedTo, servesIt } from './case.server.ts'
import { fromIn, queueAddress } from './case-address.ts'
import { duplicatesShown } from './case-duplicates.server.ts'
import { staffIn, workersFor } from './case-staff.server.ts'
import { traceOf } from './case-trace.server.ts'
import { changedIn } from './changed.server.ts'
import { heldTextOf, returnedTextOf } from './held-texts.server.ts'
import { linesOf } from './history.server.ts'
import { internalTextsOf, returnedInternalOf, textReturned } from './internal-texts.server.ts'
import { justApproved } from './just-approved.server.ts'
import { lettersIn } from './letters-in.ts'
import { originalsOf } from './originals.server.ts'
import { groupsOf, papersOfCase } from './submitted.server.ts'
import { groundedTrace } from './trace-ground.server.ts'

/** Data of the page of a case. Identity numbers are masked, and history is shown without former content. */
export async function caseLoader(context: RequestContext, params: CaseParams) {
  const deskCase = await caseAt(context, params)
  const { application, folder, code, history, submission, staff, mode } = deskCase
  const names = await staffNames([...staffIn(history), application.assignee])
  const papers = await papersOfCase(application.folderId, submission)
  const originals = originalsOf(deskCase, names)
  const trace = groundedTrace(deskCase, originals)
  const pictures = papers.flatMap(({ files }) => files).filter(({ isPdf }) => !isPdf)
  const at = pictures.findIndex(({ id }) => id === context.query.get('paper'))
  return page({
    ...{ mode, at: context.at, staff, ...headOfCase(deskCase) },
    county: application.county ?? '',
    language: languageOf(folder, [application]),
    due:
      application.dueOn === null
        ? null
        : { on: application.dueOn, sure: isDueSure(application.service, application.dueOn, submission.limits) },
    until: untilIn(deskCase),
    ...lawOfCase(application, submission, history),
    submitted: application.submittedAt === null ? null : dayOf(application.submittedAt),
    assignee: application.assignee === null ? null : { id: application.assignee, name: names.get(application.assignee) ?? null },
    again: askedAgain(history),
    asked: questionsIn(deskCase),
    name: nameInCase(folder, application, submission.rows),
    code,
    groups: groupsOf(submission.rows, papers),
    looking: at < 0 ? null : { id: pictures[at]?.id ?? '', before: pictures[at - 1]?.id ?? null, after: pictures[at + 1]?.id ?? null },
    changed: changedIn(deskCase),
    ...{ trace, originals, approval: approvalOf(trace, originals, papers) },
    ...{ from: fromIn(context) ?? null, next: context.query.get('next'), queue: queueAddress(context) },
    phrases: deskCase.phrases,
    done: await justApproved(context, deskCase.place, staff.id, application.id),
    duplicates: await duplicatesShown(deskCase),
    notes: history.flatMap((event) =>
      event.type === 'note' ? [{ text: event.words, at: event.at, by: names.get(event.actor.id ?? '') ?? null }] : [],
    ),
    contacts: contactsIn(history, names),
    messages: await toldMessages(application.id),
    history: linesOf(history, submission, names),
    proposal: proposalOf(deskCase, names),
    held: await heldTextOf(deskCase, names, context.today),
    returned: returnedTextOf(deskCase, names),
    internal: await internalTextsOf(deskCase, names),
    returnedInternal: returnedInternalOf(deskCase, names),
    note: textReturned(deskCase, 'note')?.text ?? '',
    may: {
      ...{
        accept: isAllowedTo(deskCase, 'accept'),
        startReview: isAllowedTo(deskCase, 'start-review'),
        ask: isAllowedTo(deskCase, 'ask-correction'),
      },
      ...{
        approve: isAllowedTo(deskCase, 'approve'),
        propose: isAllowedTo(deskCase, 'propose-decline'),
        judge: isAllowedTo(deskCase, 'judge'),
      },
      ...{ confirm: isAllowedTo(deskCase, 'decline'), giveBack: isAllowedTo(deskCase, 'return-proposal') },
      answerRating: isAllowedTo(deskCase, 'answer-rating'),
      answer: isAllowedTo(deskCase, 'answer-resident'),
      contact: isAllowedTo(deskCase, 'contact'),
      takeOn: application.assignee === null && isAllowedTo(deskCase, 'assign') && servesIt(deskCase),
      takeOver:
        application.assignee !== null && application.assignee !== deskCase.who.id && isAllowedTo(deskCase, 'assign') && servesIt(deskCase),
      seeOriginal: isAllowedTo(deskCase, 'see-original'),
      putBack: application.assignee === deskCase.who.id && isAllowedTo(deskCase, 'assign'),
    },
    steps: lifeSteps.filter((step) => step !== 'contact' && step !== 'answer-resident' && isAllowedTo(deskCase, step)),
    workers: isAssigner(staff.role) && isAllowedTo(deskCase, 'assign') ? await workersFor(application) : null,
    letters: lettersIn(toldHistory(history, context.now)),
  })
}

/** Every attempt to reach the resident, first things first. */
function contactsIn(history: DeskCase['history'], names: ReadonlyMap<string, string>) {
  return history.flatMap((event) =>
    event.type === 'contact'
      ? [{ facts: factsOf(event), text: event.words ?? null, at: event.at, by: names.get(event.actor.id ?? '') ?? null }]
      : [],
  )
}

/** The day by which corrections that are asked for now are to be answered; null where none was said. */
function untilIn({ application, history }: DeskCase): Day | null {
  if (application.status !== 'correction-asked') return null
  const asked = history.findLast((event) => kindOfEvent(event) === 'ask-correction')
  return asked?.type === 'ask-correction' ? (asked.until ?? null) : null
}

/** Data of the heading of every page about a case. */
export function headOfCase({ application, submission }: DeskCase) {
  const { id, number, service, status } = application
  return { id, number, service, title: submission.name, status, seen: String(application.version), closed: isClosed(status) }
}

/** Who proposes to decline, why, and whether it is the reader's own proposal; null where there is none. */
function proposalOf({ application, submission, history, who }: DeskCase, names: ReadonlyMap<string, string>) {
  const last = history.findLast((event) => event.type === 'propose-decline')
  if (application.proposedBy === null || last?.type !== 'propose-decline') return null
  const traced = traceOf({ submission, history }).find(({ condition }) => condition === last.condition)
  return {
    condition: last.condition === undefined ? null : (traced?.says ?? conditionSays(application.service, last.condition)),
    sources: traced?.sources ?? [],
    reason: last.reason,
    by: names.get(application.proposedBy) ?? null,
    own: application.proposedBy === who.id,
  }
}
