import type { CaseEvent, Given } from '#app/domain/case-state.ts'
import { clockOf } from '#app/domain/clock.ts'
import { type Day, dayOf } from '#app/domain/day.ts'
import { isTakenIn } from '#app/domain/event.ts'
import { isPending } from '#app/domain/take-back.ts'
import { isUnanswered } from '#app/domain/unanswered.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { messagesOf } from '#db/outbox.server.ts'
import { isDepending, whyBarred } from './barred-steps.ts'
import { historyOf } from './case-events.server.ts'
import type { Folder } from './folder.ts'
import { heldOf, stepReleased } from './held-texts.server.ts'
import { internalFor } from './internal-texts.server.ts'
import { legalDeadlines } from './legal-deadlines.ts'
import { hasRequiredOriginals, originalsMissing } from './originals.ts'
import { submissionRead } from './submission.server.ts'
import type { BareSubmission, Submission } from './submission.ts'

type Of = { readonly application: StoredApplication; readonly folder?: Folder }

/** What a transition needs to know besides the case: what waits, which limit it starts, what came of a request. */
export async function givenFor(of: Of, event: CaseEvent, submission: BareSubmission | Submission | undefined): Promise<Given> {
  const { application } = of
  const [held, internal] = [await heldFor(of, event), await internalFor(application, event)]
  const step = held ?? event
  return {
    ...{ held, internal, limitEnds: await limitFrom(of, step, submission) },
    ...{ unanswered: await unansweredFor(application, step), pending: await pendingFor(application, step) },
    barred: await isBarred(application, step),
    originalsMissing: step.type === 'approve' && (await isOriginalMissing(application, submission)),
  }
}

/** Has an original to be seen first? */
async function isOriginalMissing(application: StoredApplication, submission: BareSubmission | Submission | undefined): Promise<boolean> {
  if (!hasRequiredOriginals(application.service)) return false
  const submitted = submission ?? (await submittedFor(application))
  return submitted !== undefined && originalsMissing(submitted, await historyOf(application.id)).length > 0
}

/** Can the last decision still be taken back: in time, by whoever took it, and before a message of it was tried? */
async function pendingFor({ id, decidedAt }: StoredApplication, { type, actor, at }: CaseEvent): Promise<boolean> {
  if (type !== 'take-back' || !isPending(await historyOf(id), actor.id, new Date(at))) return false
  return (await messagesOf(id)).every(({ createdAt, attempts }) => createdAt.toISOString() !== decidedAt || attempts === 0)
}

/** What is to happen where texts are released. */
async function heldFor({ application }: Of, event: CaseEvent): Promise<CaseEvent | undefined> {
  if (event.type !== 'release-words') return undefined
  const held = await heldOf(application)
  return held && stepReleased(held, event.at)
}

/** Did nobody answer what was asked of the resident? Asked only where the hall goes on for that. */
async function unansweredFor({ id }: StoredApplication, event: CaseEvent): Promise<boolean> {
  return event.type === 'resume' && isUnanswered(await historyOf(id), dayOf(event.at))
}

/** Does the service or the history speak against a step? */
async function isBarred({ id, ...of }: StoredApplication, step: CaseEvent): Promise<boolean> {
  return isDepending(step.type) && whyBarred(step.type, { ...of, history: await historyOf(id), who: step.actor.id }) !== null
}

/** Of the legal deadlines an event starts, the earliest; of what is taken up again, the one that runs on. */
async function limitFrom(
  { application, folder }: Of,
  event: CaseEvent,
  submission: BareSubmission | Submission | undefined,
): Promise<Day | undefined> {
  const { dueOn } = application
  const isReopened = event.type === 'reopen'
  if (!isReopened && (dueOn !== null || !(isTakenIn(event) || event.type === 'resume-clock'))) return undefined
  const history = [...(await historyOf(application.id)), event]
  const { begun } = clockOf(history)
  if (begun === null) return undefined
  const running = (isReopened && dueOn) || undefined
  if (!folder) return running
  const ends = legalDeadlines(folder, application, history, (submission ?? (await submittedFor(application)))?.limits)
  return ends.map((limit) => limit.ends).sort()[0] ?? running
}

/** What was submitted; undefined where it cannot be read, or is a draft. */
async function submittedFor(application: StoredApplication): Promise<Submission | undefined> {
  const read = await submissionRead(application)
  return read.ok ? read.value : undefined
}
