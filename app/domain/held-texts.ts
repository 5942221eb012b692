import { isCaseEventType, isMove, type Role, ruleOf, wordReaders } from './application.ts'
import { type ApplicationEvent, type HistoryEvent, kindOfEvent } from './event.ts'
import { isOfInternal } from './internal-texts.ts'
import { landDemandAmong } from './land-guard.ts'
import { type Place, practicePlace, province } from './place.ts'
import { guardedTextsOf } from './staff-texts.ts'
import { type WordedStep, wordedSteps } from './worded-step.ts'

/** The sentence for which a step waits, since it asks to give up land; undefined where it asks nothing like it, or its texts wait for nobody. */
export const landDemandOf = (event: ApplicationEvent): string | undefined => landDemandAmong(guardedTextsOf(event))

/** Somebody who works on cases: who, in which role, and the place of their hall. */
export type Worker = { readonly id: string; readonly role: Role; readonly place: Place }

/**
 * The place whose people are to read texts that wait: that of the county's hall, of the prefecture's where the county has nobody
 * but who wrote them, else the province's. Undefined where there is nobody else at all.
 */
export function placeOfSecondReader(workers: readonly Worker[], county: string, writer: string): Place | undefined {
  const readers = workers.filter((one) => isReader(one, writer))
  // Who practises does so in one place, wherever their hall is.
  if (county === practicePlace) return readers.length > 0 ? practicePlace : undefined
  return [county, `${county.slice(0, 4)}00`, province].find((place) => readers.some((one) => one.place === place))
}

/** Those who are to read texts of somebody as the second. */
export function secondReaders(workers: readonly Worker[], county: string, writer: string): Worker[] {
  const place = placeOfSecondReader(workers, county, writer)
  return workers.filter((one) => isReader(one, writer) && (place === practicePlace || one.place === place))
}

const isReader = ({ id, role }: Worker, writer: string) => id !== writer && wordReaders.some((one) => one === role)

type Held = Extract<ApplicationEvent, { type: 'hold-words' }>
type GivenBack = Extract<ApplicationEvent, { type: 'return-words' }>

/** What is done about a case without going on with it. */
const besides = ['look', 'note', 'contact', 'assign'] as const satisfies readonly ApplicationEvent['type'][]

/**
 * The texts of somebody that a second reader gave back to them, and the event that did; undefined where that was not the last thing done
 * with the case: then they did something about it, or the case went on. What stands beside a case changes nothing of it.
 */
export function returnedHeld(history: readonly HistoryEvent[], writer: string): { held: Held; back: GivenBack } | undefined {
  const steps = history.filter((event) => {
    const kind = kindOfEvent(event)
    return !besides.some((one) => one === kind) && !isOfInternal(kind)
  })
  const [back, held] = [steps.at(-1), steps.findLast((event) => kindOfEvent(event) === 'hold-words')]
  return back?.type === 'return-words' && held?.type === 'hold-words' && held.actor.id === writer ? { held, back } : undefined
}

/** The events with which texts that waited lapsed: nobody judged them, and the case went where their step cannot happen. */
export function lapsesIn(history: readonly HistoryEvent[]): ReadonlySet<HistoryEvent> {
  const lapses = new Set<HistoryEvent>()
  let waiting: Extract<ApplicationEvent, { type: 'hold-words' }> | undefined
  for (const event of history) {
    if (event.type === 'hold-words') waiting = event
    if (!waiting || event === waiting) continue
    if (isJudged(waiting, event)) waiting = undefined
    else if (isOver(waiting.step.type, kindOfEvent(event))) {
      lapses.add(event)
      waiting = undefined
    }
  }
  return lapses
}

/**
 * What was held before the texts that wait now, the oldest first: whoever wrote it wrote otherwise since, and nobody judged it. Empty where
 * nothing waits in this history.
 */
export function replacedHeld(history: readonly HistoryEvent[]): HistoryEvent[] {
  let waiting: HistoryEvent[] = []
  for (const event of history) {
    const last = waiting.at(-1)
    if (kindOfEvent(event) === 'hold-words') waiting = [...waiting, event]
    else if (last && (isJudged(last, event) || (last.type === 'hold-words' && isOver(last.step.type, kindOfEvent(event))))) waiting = []
  }
  return waiting.slice(0, -1)
}

/** Did somebody judge waiting texts, or whoever wrote them take them back or write otherwise? */
function isJudged(waiting: HistoryEvent, event: HistoryEvent): boolean {
  const kind = kindOfEvent(event)
  const held = isCaseEventType(kind) ? ruleOf(kind).held : undefined
  if (kind === 'hold-words' || held === 'other-staff' || held === 'self') return true
  if (!wordedSteps.some((step) => step === kind)) return false
  // While texts wait, nobody but who wrote them takes such a step: where the writer cannot be read, it was them.
  return waiting.type === 'unreadable' || (event.type !== 'unreadable' && event.actor.id === waiting.actor.id)
}

/** Can a step not happen any more after an event of a kind? */
function isOver(step: WordedStep['type'], kind: string): boolean {
  if (step === 'answer-rating') return kind === step
  if (!isCaseEventType(kind) || !isMove(kind)) return false
  return Object.values(ruleOf(kind).leads).every((status) => ruleOf(step).leads[status] === undefined)
}
