import { z } from 'zod'
import { isCaseEventType, isMove, type Move, moved, ruleOf } from './application.ts'
import { decisionDocument } from './decision-document.ts'
import { actor, assistance, common, filed, heldInternal, staffChange } from './event-shapes.ts'
import { type EventText, eventText, storedText } from './event-text.ts'
import { modes } from './language.ts'
import { lifeShapes } from './life-shapes.ts'
import { contact, storedDay } from './life-steps.ts'
import { personSearch } from './person-search.ts'
import { placeShapes } from './place-shapes.ts'
import { scoreRange } from './rating.ts'
import { recovery } from './recovery.ts'
import type { Status } from './status.ts'
import type { EventType } from './stored-labels.ts'
import { correction, internalStep, judgement, refusal, wordedStep } from './worded-step.ts'

const language = z.enum(modes)
/** Everything that can happen to an application, and at the desk. One union: nothing happens without an event, and no event has a shape of its own. */
export const applicationEvent = z.discriminatedUnion('type', [
  z.object({ ...common('submit'), ...filed, language, version: z.string() }),
  z.object({ ...common('accept') }),
  z.object({ ...common('ask-correction'), ...correction }),
  z.object({ ...common('resume'), ...lifeShapes.resume }),
  z.object({
    ...common('resubmit'),
    ...filed,
    language,
    version: z.string(),
    changed: z.array(z.string()),
    before: z.unknown().optional(),
    /** What the resident wrote beside it, such as why something stays as it is. */
    words: eventText.optional(),
  }),
  z.object({ ...common('start-review') }),
  /** A decision contains its document (see `decisionDocument`); those taken before there were such documents lack it. */
  z.object({
    ...common('approve'),
    reason: eventText.optional(),
    document: decisionDocument.optional(),
    /** Until when whoever approved may take it back; nobody is told before. Without it, it stands at once. */
    finalAt: z.iso.datetime().optional(),
  }),
  /** An approval was taken back before anybody was told: it counts as never taken, and stays in the history of the desk. */
  z.object({ ...common('take-back') }),
  z.object({ ...common('decline'), ...refusal, document: decisionDocument.optional() }),
  z.object({ ...common('withdraw'), ...filed, reason: eventText.optional() }),
  z.object({ ...common('withdraw-requested'), ...lifeShapes['withdraw-requested'] }),
  z.object({ ...common('reopen'), ...lifeShapes.reopen }),
  z.object({ ...common('serve'), ...lifeShapes.serve }),
  z.object({ ...common('stop-clock'), ...lifeShapes['stop-clock'] }),
  z.object({ ...common('resume-clock'), ...lifeShapes['resume-clock'] }),
  z.object({ ...common('refuse-acceptance'), ...lifeShapes['refuse-acceptance'], document: decisionDocument.optional() }),
  z.object({ ...common('send-on'), ...lifeShapes['send-on'] }),
  z.object({ ...common('close'), ...lifeShapes.close }),
  z.object({ ...common('offer-to-relatives'), ...lifeShapes['offer-to-relatives'] }),
  z.object({ ...common('take-back-acceptance'), ...lifeShapes['take-back-acceptance'] }),
  z.object({ ...common('take-back-decision'), ...lifeShapes['take-back-decision'] }),
  z.object({ ...common('annul'), ...lifeShapes.annul, document: decisionDocument.optional() }),
  z.object({ ...common('correct-decision'), ...lifeShapes['correct-decision'], document: decisionDocument.optional() }),
  z.object({ ...common('issue'), ...lifeShapes.issue }),
  z.object({ ...common('collect'), ...lifeShapes.collect }),
  /** The resident asks the hall about the case, and the hall answers. */
  z.object({ ...common('ask-hall'), text: eventText }),
  z.object({ ...common('answer-resident'), ...lifeShapes['answer-resident'] }),
  /** The day by which corrections are to be answered is near. */
  z.object({ ...common('remind'), until: storedDay }),
  z.object({ ...common('expire') }),
  /** A reviewer proposes to decline; a supervisor confirms it (`decline`) or gives it back. */
  z.object({ ...common('propose-decline'), ...refusal }),
  z.object({ ...common('return-proposal'), reason: eventText }),
  /** A reviewer's decision on a local condition: the condition and whether it is met. */
  z.object({ ...common('judge'), ...judgement, reason: eventText.optional() }),
  /** `from`: the colleague from whom a case is taken over, in so many words. */
  z.object({ ...common('assign'), to: z.string().max(60).nullable(), from: z.string().max(60).optional() }),
  /** The original of a paper (`PaperKey`) was shown at the hall; `seen` false: that was noted by mistake. */
  z.object({ ...common('see-original'), paper: z.string().min(1).max(120), seen: z.boolean() }),
  /** A correction changed the county: the hall of that county has the case. */
  z.object({ ...common('hand-over'), from: z.string().length(6), to: z.string().length(6) }),
  /** A note among staff; never shown to the resident. */
  z.object({ ...common('note'), words: eventText }),
  /** An attempt to reach the resident; never shown to them. */
  z.object({ ...common('contact'), ...contact, words: eventText.optional() }),
  /** A staff member viewed sensitive data: an identity number (`block/subject/field`), a file, an exported list. */
  z.object({ ...common('look'), what: z.enum(['identity-number', 'file', 'export']), target: z.string().max(200) }),
  /** An assisted session starts, and ends: by hand, on expiry, because the next one starts, or because the clerk may not go on (`right`). */
  z.object({ ...common('help-begin'), ...assistance }),
  z.object({ ...common('help-end'), session: z.string().max(60), how: z.enum(['hand', 'time', 'next', 'right']) }),
  /** The application was deleted by retention. */
  z.object({ ...common('forget') }),
  /** A staff member signed in; `practice`: to practise. */
  z.object({ ...common('signed-in'), practice: z.boolean() }),
  /** A staff member was changed; where they were created or moved, their present roles, what they serve, and hall. */
  z.object({
    ...common('staff-changed'),
    member: z.string().max(60),
    what: staffChange,
    role: actor.shape.role.optional(),
    hall: z.string().max(60).nullable().optional(),
    roles: z.array(actor.shape.role).max(4).optional(),
    serves: z.array(z.string().max(60)).max(100).optional(),
  }),
  /** A hall was created, changed or closed, with its present data. */
  z.object({
    ...common('hall-changed'),
    hall: z.string().max(60),
    what: z.enum(['made', 'changed', 'closed']),
    place: z.string().length(6),
    secondFactor: z.boolean(),
  }),
  z.object({ ...common('rate'), score: z.number().int().min(scoreRange[0]).max(scoreRange[1]), words: eventText.optional() }),
  /** The hall answers a dissatisfied resident. */
  z.object({ ...common('answer-rating'), words: eventText }),
  /** A step waits until somebody else has read its texts: `caught` is the sentence that asks for land. */
  z.object({ ...common('hold-words'), step: wordedStep, caught: storedText }),
  /** Somebody else lets the held step happen, or gives it back; who wrote the texts may take them back. */
  z.object({ ...common('release-words') }),
  z.object({ ...common('return-words'), reason: eventText }),
  z.object({ ...common('retract-words') }),
  /** The document of a decision that was taken before decisions were written with theirs. */
  z.object({ ...common('decision-document'), document: decisionDocument }),
  /** A step whose texts only staff read waits until somebody else has read them; the case goes on meanwhile. */
  z.object({ ...common('hold-internal'), id: z.string().max(60), step: internalStep, caught: storedText }),
  /** Somebody else lets that step happen, or gives it back; who wrote the texts may take them back. */
  z.object({ ...common('release-internal'), ...heldInternal }),
  z.object({ ...common('return-internal'), ...heldInternal }),
  z.object({ ...common('retract-internal'), ...heldInternal }),
  /** Somebody of the staff searched for a person. */
  z.object({ ...common('find-person'), ...personSearch }),
  /** A step of giving a lost PIN or code back. */
  z.object({ ...common('recover'), ...recovery }),
  ...placeShapes,
])

/** One event of an application, as stored (encrypted). */
export type ApplicationEvent = z.infer<typeof applicationEvent>
/** A change of a staff member. */
export type StaffChange = z.infer<typeof staffChange>
/** An event that cannot be read: its row still says of what kind it was, and when; `at` is null where that is damaged too. */
export type UnreadableEvent = { readonly type: 'unreadable'; readonly id: string; readonly was: string; readonly at: string | null }
/** One thing of a history as it is read. */
export type HistoryEvent = ApplicationEvent | UnreadableEvent

/** Of what kind an event is; one that cannot be read still counts as what it was. */
export const kindOfEvent = (event: Pick<ApplicationEvent, 'type'> | UnreadableEvent): string =>
  event.type === 'unreadable' ? event.was : event.type

/** Is an event for the resident to see? */
export function isForResident(event: Pick<ApplicationEvent, 'type'> | UnreadableEvent): boolean {
  const kind = kindOfEvent(event)
  return isCaseEventType(kind) && !ruleOf(kind).inside
}

/** The kinds of event that are decisions: of each there is a document. */
const decisionTypes = ['approve', 'decline', 'refuse-acceptance', 'annul'] as const satisfies readonly EventType[]

/** The event of a decision. */
export type DecisionEvent = Extract<ApplicationEvent, { type: (typeof decisionTypes)[number] }>
/** The text of a decision. Its document keeps what a standard sentence said, also where the text does not. */
export function reasonOf({ reason, document }: DecisionEvent): EventText | undefined {
  return reason && { ...reason, said: reason.said ?? document?.phrase ?? undefined }
}
/** Did the hall decide by an event? */
export const isDecision = (event: HistoryEvent): event is DecisionEvent => decisionTypes.some((type) => type === event.type)
/** Is it a decision, even one that cannot be read? */
export const isOfDecision = (event: HistoryEvent): boolean => decisionTypes.some((type) => type === kindOfEvent(event))
/** Did the hall take an application in by an event? Legal limits run from then. */
export function isTakenIn(event: HistoryEvent): boolean {
  const kind = kindOfEvent(event)
  return isCaseEventType(kind) && ruleOf(kind).takesIn === true
}

/** An event that may change the status. */
export type MovingEvent = Extract<ApplicationEvent, { type: Move }>
/** Is an event one that may change the status? */
export const isMoving = (event: ApplicationEvent): event is MovingEvent => isMove(event.type)

/** The status an event leads to; undefined where it may not. What nobody had accepted waits for that when it is taken up again. */
export function movedBy(from: Status, event: MovingEvent): Status | undefined {
  const to = moved(from, event.type, event.actor.role)
  return to !== undefined && event.type === 'reopen' && event.unaccepted ? 'submitted' : to
}
