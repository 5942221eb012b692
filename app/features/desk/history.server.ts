import { itemNames } from '#app/cases/asked-items.ts'
import { type Fact, factsOf } from '#app/cases/life-facts.ts'
import { conditionSays } from '#app/cases/stored-texts.ts'
import type { Submission } from '#app/cases/submission.ts'
import { isCaseEventType } from '#app/domain/application.ts'
import type { Ground } from '#app/domain/assisted-session.ts'
import type { Day } from '#app/domain/day.ts'
import { type ApplicationEvent, type HistoryEvent, isDecision, reasonOf, type UnreadableEvent } from '#app/domain/event.ts'
import type { EventText } from '#app/domain/event-text.ts'
import { lapsesIn } from '#app/domain/held-texts.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { DecidedTruth } from '#app/domain/truth.ts'

/** One event as the desk shows it: who, when, what, about what, and with which text. */
export type Line = {
  /** Null where not even the kind can be told. */
  readonly key: string | null
  readonly values?: Readonly<Record<string, number>>
  readonly at: string | null
  /** Who did it; null where that cannot be read. */
  readonly role: ApplicationEvent['actor']['role'] | null
  readonly by: string | null
  /** Its targets: fields and papers, each with its coded reason. */
  readonly items: readonly {
    readonly label: InEvery<string>
    readonly reason: string | null
    readonly text: EventText | null
    /** Was it asked for last time too, and has not come? */
    readonly still: boolean
  }[]
  readonly condition: InEvery<string> | null
  /** On what ground a clerk helped. */
  readonly ground: Ground | null
  readonly truth: DecidedTruth | null
  /** What else was recorded with it. */
  readonly facts: readonly Fact[]
  readonly text: EventText | null
  readonly again: string | null
  /** The day by which corrections are to be answered. */
  readonly until?: Day
  readonly to?: string | null
  /** From whom it was taken over. */
  readonly from?: string
  /** The county it was handed over to. */
  readonly county: string | null
  /** Did texts that waited for a second reader lapse with it? */
  readonly lapsed?: boolean
  /** The id of an event that cannot be read. */
  readonly unreadable?: string
}

/** The whole history, first things first. */
export function linesOf(history: readonly HistoryEvent[], submission: Submission, names: ReadonlyMap<string, string>): Line[] {
  const itemName = itemNames(submission)
  const saysOf = (id: string) => submission.trace.find(({ condition }) => condition === id)?.says ?? conditionSays(submission.service, id)
  const lineOf = (event: ApplicationEvent): Line => {
    // Of texts that wait the step is told they are said in.
    const said: ApplicationEvent = event.type === 'hold-words' ? { ...event.step, actor: event.actor, at: event.at } : event
    return {
      key: keyOf(event),
      ...(event.type === 'rate' ? { values: { score: event.score } } : {}),
      ...{ at: event.at, role: event.actor.role, by: event.actor.id === undefined ? null : (names.get(event.actor.id) ?? null) },
      items:
        said.type === 'ask-correction'
          ? said.items.map((item) => ({
              label: itemName(item),
              reason: item.reason,
              text: item.words ?? null,
              still: item.still === true,
            }))
          : lookedAt(event, submission),
      condition: 'condition' in said && said.condition !== undefined ? saysOf(said.condition) : null,
      ground: event.type === 'help-begin' ? event.ground : 'helped' in event ? (event.helped?.ground ?? null) : null,
      truth: event.type === 'judge' ? event.truth : null,
      facts: event.type === 'recover' ? recoveryFacts(event) : factsOf(said),
      text: textOf(said),
      again: said.type === 'ask-correction' ? (said.again ?? null) : null,
      ...(said.type === 'ask-correction' && said.until ? { until: said.until } : {}),
      county: event.type === 'hand-over' ? event.to : null,
      ...(event.type === 'assign' ? { to: event.to === null ? null : (names.get(event.to) ?? '') } : {}),
      ...(event.type === 'assign' && event.from !== undefined ? { from: names.get(event.from) ?? '' } : {}),
    }
  }
  const lapses = lapsesIn(history)
  return history.map((event) => ({
    ...(event.type === 'unreadable' ? unreadableLine(event) : lineOf(event)),
    ...(lapses.has(event) ? { lapsed: true } : {}),
  }))
}

/** What is said of an event. */
function keyOf(event: ApplicationEvent): string {
  if (event.type === 'recover') return `recovery:event.${event.step}`
  if (event.type === 'look') return `desk:event.look.${event.what}`
  if (event.type === 'see-original' && !event.seen) return 'desk:event.see-original-not'
  return event.type === 'assign' && event.from !== undefined ? 'desk:event.take-over' : `desk:event.${event.type}`
}

/** Which card was looked at, who confirms, and why somebody did not. */
function recoveryFacts({ card, digits, way, why }: Extract<ApplicationEvent, { type: 'recover' }>): Fact[] {
  return [
    ...(card ? [{ label: 'recovery:card.label', k: `recovery:card.options.${card}` }] : []),
    ...(digits ? [{ label: 'recovery:digits.short', value: digits }] : []),
    ...(way ? [{ label: 'recovery:way.label', k: `recovery:way.options.${way}` }] : []),
    ...(why ? [{ label: 'recovery:why.label', k: `recovery:why.options.${why}` }] : []),
  ]
}

/** Of an event that cannot be read: what its row still says. */
function unreadableLine({ id, was, at }: UnreadableEvent): Line {
  const nothing = { by: null, items: [], condition: null, ground: null, truth: null, facts: [], text: null, again: null, county: null }
  // What is said of these needs their content.
  const isSaid = isCaseEventType(was) && was !== 'look' && was !== 'rate'
  return { ...nothing, key: isSaid ? `desk:event.${was}` : null, at, role: null, unreadable: id }
}

function lookedAt(event: ApplicationEvent, submission: Submission): Line['items'] {
  const paper = submission.papers.find(({ key, files }) =>
    event.type === 'look' ? event.what === 'file' && files.includes(event.target) : event.type === 'see-original' && key === event.paper,
  )
  return paper ? [{ label: paper.words, reason: null, text: null, still: false }] : []
}

/** Notes are shown in a part of their own. */
function textOf(event: ApplicationEvent): EventText | null {
  if (isDecision(event)) return reasonOf(event) ?? null
  if ('reason' in event) return event.reason ?? null
  if (event.type === 'ask-hall') return event.text
  return event.type === 'rate' || event.type === 'resubmit' || event.type === 'answer-rating' || event.type === 'contact'
    ? (event.words ?? null)
    : null
}
