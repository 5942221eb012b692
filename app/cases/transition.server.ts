import type { CaseEvent, CaseState } from '#app/domain/case-state.ts'
import { isMoment } from '#app/domain/day.ts'
import { landDemandOf } from '#app/domain/held-texts.ts'
import { isLetter } from '#app/domain/letter-event.ts'
import { isAllowed, transition } from '#app/domain/transition.ts'
import { internalStepOf, wordedStepOf } from '#app/domain/worded-step.ts'
import { newId } from '#app/security/random.server.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import type { EventToWrite } from '#db/letters.server.ts'
import { type CaseChange, type FolderPart, type Saved, saveTransitions } from '#db/transitions.server.ts'
import type { Case } from './case.server.ts'
import { encryptEvent } from './case-events.server.ts'
import { documentNow } from './decision-document.server.ts'
import { refusingFullDisk } from './disk-full.server.ts'
import { correctedHashes, personHashesOf } from './duplicates.server.ts'
import { contentPart, newSubmissionToken, type OpenFolder } from './folder.server.ts'
import { countyOf, countyTarget, type Folder } from './folder.ts'
import { languageOf } from './folder-language.ts'
import { saveFormTexts } from './form-texts.server.ts'
import { secondReaderOf } from './held-texts.server.ts'
import { decidingHall } from './letter-issuer.server.ts'
import { toRegister } from './letter-register.server.ts'
import { messagesFor } from './notification.server.ts'
import type { Asked } from './only-asked.ts'
import { encryptSubmission } from './submission.server.ts'
import type { BareSubmission, Submission } from './submission.ts'
import { givenFor } from './transition-given.server.ts'

/** A case whose folder cannot be read: transitions that need nothing of the folder are still possible. */
type Unread = { readonly application: StoredApplication; readonly folder?: never; readonly code?: never; readonly applications?: never }
/** A case, and every application of its folder where that is open. */
type Known = (Case & { readonly applications?: readonly StoredApplication[] }) | Unread

/**
 * What became of a step: done, not allowed from here, or something else happened since the case was read. `held`: its texts ask
 * for land and wait for a second reader; `no-reader`: they do, and there is nobody else to read them, so nothing was stored.
 */
export type Outcome = 'done' | 'not-allowed' | 'stale' | 'held' | 'no-reader'

/** One application that is handed in, and its submission. */
export type HandedIn = {
  readonly application: StoredApplication
  readonly event: Extract<CaseEvent, { type: 'submit' }>
  readonly submission: BareSubmission
}

/**
 * Changes a case by an event, whoever the actor is: the domain determines status, marks, messages, deadline and further events, and they
 * are stored in one commit. It is decided on the case as it was read: `stale` where something else happened since.
 */
export async function changeCase(of: Case | Unread, event: CaseEvent, how: How = {}): Promise<Outcome> {
  const caught = landDemandOf(event)
  return caught === undefined ? store(of, event, how) : holdStep(of, event, caught, how)
}

/**
 * `alone`: `stale` where anything happened since, also for what stands beside the rest of a case, as a note does. `id`: of an assignment,
 * where what is sent twice is to be done once; it is done then, whichever case it was done to.
 */
type How = { readonly alone?: boolean; readonly id?: string | undefined }

async function store(of: Case | Unread, event: CaseEvent, { alone = false, id }: How): Promise<Outcome> {
  const change = await changeOf(of, event, { id })
  return change ? outcome(await refusingFullDisk(saveTransitions([{ ...change, alone }]))) : 'not-allowed'
}

/** Keeps a step whose texts ask for land until somebody else has read them. */
async function holdStep(of: Case | Unread, event: CaseEvent, caught: string, how: How): Promise<Outcome> {
  const holding = holdOf(event, caught)
  if (!holding || !isAllowed(of.application, event.type, event.actor)) return 'not-allowed'
  if ((await secondReaderOf(of.application.county, event.actor.id)) === undefined) return 'no-reader'
  const result = await store(of, holding, how)
  return result === 'done' ? 'held' : result
}

/** The event that holds a step: one whose texts a resident reads keeps the case from being decided past them, any other waits beside it. */
function holdOf(event: CaseEvent, caught: string): CaseEvent | undefined {
  const { actor, at } = event
  const [worded, internal] = [wordedStepOf(event), internalStepOf(event)]
  if (worded) return { type: 'hold-words', actor, at, step: worded, caught }
  return internal && { type: 'hold-internal', actor, at, id: newId(), step: internal, caught }
}

/** Hands in drafts of a folder: every one named, or none. The same submission token again changes nothing and says `before`. */
export async function handIn({ stored, folder, code }: OpenFolder, drafts: readonly HandedIn[], at: Date): Promise<Saved> {
  const { submissionToken } = stored
  const changes = await Promise.all(
    drafts.map(({ application, event, submission }) => changeOf({ application, folder, code }, event, { submission, submissionToken })),
  )
  if (changes.some((change) => change === undefined)) return 'stale'
  return refusingFullDisk(saveTransitions(changes.filter(isThere), { batch: { ...stored, nextToken: newSubmissionToken(), at } }))
}

/** Resubmits an application after a correction: the corrected folder is saved with it, or neither is. What was not asked for stays with the case. */
export async function handInAgain(
  open: OpenFolder,
  folder: Folder,
  application: StoredApplication,
  event: Extract<CaseEvent, { type: 'resubmit' }>,
  submission: BareSubmission | Submission,
  asked: Asked,
): Promise<Outcome> {
  const change = await changeOf({ application, folder, code: open.code }, event, { submission, asked })
  if (!change) return 'not-allowed'
  return outcome(await refusingFullDisk(saveTransitions([change], { content: contentPart(open, folder, new Date(event.at)) })))
}

/** Lets drafts of a folder expire; `left` is the content of the folder afterwards, where it changes. */
export async function expireDrafts(
  open: OpenFolder,
  drafts: readonly StoredApplication[],
  event: Extract<CaseEvent, { type: 'expire' }>,
  left: Folder | undefined,
): Promise<Outcome> {
  const changes = await Promise.all(drafts.map((application) => changeOf({ ...open, application }, event)))
  const part: FolderPart | undefined = left && { content: contentPart(open, left, new Date(event.at)) }
  return outcome(await refusingFullDisk(saveTransitions(changes.filter(isThere), part)))
}

/** Lets drafts expire whose folder cannot be read: it stays as it is, and no message is sent. */
export async function expireUnread(drafts: readonly StoredApplication[], event: Extract<CaseEvent, { type: 'expire' }>): Promise<Outcome> {
  const changes = await Promise.all(drafts.map((application) => changeOf({ application }, event)))
  return outcome(await refusingFullDisk(saveTransitions(changes.filter(isThere))))
}

/** What is written with a transition: what was handed in, by which token or after which request, and the id of its event where it has one. */
type Written = {
  readonly submission?: BareSubmission | Submission
  readonly submissionToken?: string
  readonly asked?: Asked
  readonly id?: string | undefined
}

/** A transition as it is stored; undefined where it is not allowed. */
export async function changeOf(of: Known, event: CaseEvent, written: Written = {}): Promise<CaseChange | undefined> {
  const { submission, submissionToken, asked, id } = written
  const { application, folder, applications = [application] } = of
  const language = folder && languageOf(folder, applications)
  const county = submission && folder && (asked?.(countyTarget) ?? true) ? countyOf(folder) : undefined
  const given = { language, county, ...(await givenFor(of, event, submission)) }
  const result = transition(stateOf(application), event, given)
  if (!result.ok) return undefined
  const further: EventToWrite[] = []
  // What was held and is released now can be a decision too.
  for (const one of result.further) further.push(await writtenAs(of, one))
  return {
    id: application.id,
    from: application.version,
    was: application.status,
    changes: result.changes,
    event: await writtenAs(of, event, id),
    further,
    messages: messagesFor(of, result.messages, new Date(event.at)),
    recalls: event.type === 'take-back' ? (application.decidedAt ?? undefined) : undefined,
    submission: submission &&
      folder && {
        sealed: encryptSubmission(application.id, submission, await saveFormTexts()),
        ...(asked ? correctedHashes(folder, application, asked) : personHashesOf(folder, application)),
        ...(submissionToken === undefined ? {} : { submissionToken }),
      },
  }
}

/** An event as it is written: a decision with its document, which no longer changes with the data it was made from, and its number. */
async function writtenAs(of: Case | Unread, event: CaseEvent, id?: string): Promise<EventToWrite> {
  if (!isLetter(event)) return encryptEvent(event, id)
  const by = await decidingHall(event, of.application.county)
  const document = event.document ?? (await documentNow(of, event, by))
  return toRegister({ ...event, document }, of.application, by) ?? encryptEvent({ ...event, document }, id)
}

const stateOf = (application: StoredApplication): CaseState => ({
  ...application,
  expiresAt: application.expiresAt && isMoment(application.expiresAt) ? application.expiresAt.toISOString() : null,
})

const isThere = <T>(one: T | undefined): one is T => one !== undefined
const outcome = (saved: Saved): Outcome => (saved === 'stale' ? 'stale' : 'done')
