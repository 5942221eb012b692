import type { CaseEvent } from './case-state.ts'
import { type ApplicationEvent, type HistoryEvent, kindOfEvent } from './event.ts'
import type { InternalStep } from './worded-step.ts'

/** The event that holds texts of staff for staff until somebody else has read them. */
export type HoldInternal = Extract<ApplicationEvent, { type: 'hold-internal' }>

/** Texts of staff for staff that wait for a second reader. */
export type InternalText = {
  /** Names them: the id they were held with, or that of their event where it cannot be read any more. */
  readonly id: string
  /** Null where it cannot be read: such texts can only be given back. */
  readonly held: HoldInternal | null
  /** Since when, an ISO timestamp; null where that cannot be read either. */
  readonly at: string | null
  /** Did what they answer go since, or was it answered anew? Their step would then answer something its writer never saw. */
  readonly outdated: boolean
  /** The ids of those who are to read them. */
  readonly readers: readonly string[]
}

/** An event about texts for staff that wait: let go, given back, taken back. */
export type AboutInternal = Extract<CaseEvent, { of: string }>
const ends = ['release-internal', 'return-internal', 'retract-internal'] as const satisfies readonly AboutInternal['type'][]
/** Does an event of this kind end the waiting of texts for staff? */
const isEnd = (kind: string) => ends.some((one) => one === kind)
/** Is an event about texts for staff that wait? */
export const isAboutInternal = (event: HistoryEvent): event is AboutInternal => isEnd(event.type)
/** The kinds of event that need to be read to know which texts for staff wait. */
export const internalKinds = ['hold-internal', ...ends] as const
/** Is an event of this kind about texts for staff that wait? */
export const isOfInternal = (kind: string): boolean => internalKinds.some((one) => one === kind)

/** The texts for staff that wait in a history, the oldest first; `readersOf` names who is to read those of a writer (undefined: unknown). */
export function waitingInternal(
  history: readonly HistoryEvent[],
  readersOf: (writer: string | undefined) => readonly string[],
): InternalText[] {
  let waiting: InternalText[] = []
  for (const [index, event] of history.entries()) {
    const kind = kindOfEvent(event)
    if (isAboutInternal(event)) waiting = waiting.filter(({ id }) => id !== event.of)
    // Which of them it was about, nobody knows any more: none is shown that may have been let go already.
    else if (isEnd(kind)) waiting = []
    else if (kind === 'hold-internal') {
      const held = event.type === 'hold-internal' ? event : null
      const outdated = held !== null && isOutdated(held.step, history.slice(index + 1))
      waiting.push({ id: 'id' in event ? event.id : '', held, at: event.at, outdated, readers: readersOf(held?.actor.id) })
    }
  }
  return waiting
}

/** Does what came after texts make their step one about something else? */
function isOutdated(step: InternalStep, later: readonly HistoryEvent[]): boolean {
  const result = (kind: string) => later.some((event) => kindOfEvent(event) === kind)
  switch (step.type) {
    case 'note':
    case 'contact':
      return false
    case 'return-proposal':
      return result('propose-decline')
    case 'return-words':
      return result('hold-words')
    case 'judge':
      return result('hand-over') || later.some((event) => kindOfEvent(event) === 'judge' && isAbout(event, step.condition))
  }
}

const isAbout = (event: HistoryEvent, condition: string) => event.type !== 'judge' || event.condition === condition

/** May whoever acts do this with the texts? Who is to read them lets them go or gives them back, who wrote them takes them back. */
export function mayAct({ id, held, readers }: InternalText, { type, of, actor }: Pick<AboutInternal, 'type' | 'of' | 'actor'>): boolean {
  if (of !== id || actor.id === undefined) return false
  return type === 'retract-internal' ? held?.actor.id === actor.id : readers.includes(actor.id)
}

/** The step of the texts as it happens when they are let go; undefined where it would not be what was meant. */
export function stepMeant({ held, outdated }: InternalText, at: string): CaseEvent | undefined {
  return held === null || outdated ? undefined : { ...held.step, actor: held.actor, at }
}

/** After these comes the step they let go, by whoever wrote it. */
const releases = ['release-words', 'release-internal'] as const satisfies readonly CaseEvent['type'][]

/**
 * What a second reader returned to somebody, to be written otherwise: until they take another step in the case. Looking, taking it
 * on, and what somebody else lets go of theirs are none.
 */
export function returnedInternal(
  history: readonly HistoryEvent[],
  writer: string,
): { held: HoldInternal; by: string | undefined; at: string }[] {
  const last = history.findLastIndex((event, index) => {
    if (event.type === 'unreadable' || event.actor.id !== writer || event.type === 'look' || event.type === 'assign') return false
    const before = history[index - 1]
    return before === undefined || !releases.some((one) => one === kindOfEvent(before))
  })
  return history.slice(last + 1).flatMap((event) => {
    if (event.type !== 'return-internal') return []
    const held = history.find((one) => one.type === 'hold-internal' && one.id === event.of)
    return held?.type === 'hold-internal' && held.actor.id === writer ? [{ held, by: event.actor.id, at: event.at }] : []
  })
}
