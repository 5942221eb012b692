import { addDays, type Day, daysBetween, weekdayOf } from './day.ts'
import { isDissatisfied, scores } from './rating.ts'
import type { Status } from './status.ts'

/** The statistics of one submitted case: nothing of the person. Days are calendar days in Qinghai. */
export type CaseFact = {
  readonly county: string
  readonly service: string
  /** The display mode it was submitted in. */
  readonly mode: string
  /** `self`, or with a clerk: `counter`, `paper`. */
  readonly channel: string
  readonly status: Status
  readonly receivedOn: Day
  readonly answeredOn: Day | null
  readonly decidedOn: Day | null
  readonly corrections: number
  /** The condition it was declined for, where one was named. */
  readonly declinedFor: string | null
  readonly rating: number | null
  /** Does a low rating wait for its answer? The case is not deleted before. */
  readonly awaitsAnswer: boolean
}

/** A group of cases. `days…`: the median number of days from submission; null where none was answered or decided. */
export type FigureRow = {
  readonly of: string
  readonly received: number
  readonly decided: number
  readonly approved: number
  readonly declined: number
  readonly daysToAnswer: number | null
  readonly daysToDecision: number | null
  /** Requests for corrections a case, of those received; reminders of what was never sent are none. */
  readonly corrections: number
}

/** How often a value occurs among the cases. */
export type Share = { readonly of: string; readonly count: number }

/** The figures of some cases. Weeks begin on Monday and are named by that day. */
export type Figures = {
  readonly all: FigureRow
  readonly weeks: readonly FigureRow[]
  readonly counties: readonly FigureRow[]
  readonly services: readonly FigureRow[]
  /** `<service> <condition>`; `<service>` alone where no condition was named. */
  readonly declinedFor: readonly Share[]
  readonly modes: readonly Share[]
  readonly channels: readonly Share[]
  readonly ratings: readonly Share[]
  /** Of the low ratings: those that wait for an answer, and those that have one. */
  readonly answers: readonly Share[]
}

/** Counts cases. A case is received in the week of submission, and decided in the week of decision. */
export function figuresOf(facts: readonly CaseFact[]): Figures {
  const of = (key: (fact: CaseFact) => string) => [...grouped(facts, key)].map(([name, some]) => rowOf(name, some)).sort(most)
  return {
    all: rowOf('all', facts),
    weeks: weeksOf(facts),
    counties: of(({ county }) => county),
    services: of(({ service }) => service),
    declinedFor: sharesOf(
      facts.filter(({ status }) => status === 'declined'),
      ({ service, declinedFor }) => (declinedFor === null ? service : `${service} ${declinedFor}`),
    ),
    modes: sharesOf(facts, ({ mode }) => mode),
    channels: sharesOf(facts, ({ channel }) => channel),
    answers: answersOf(facts),
    ratings: scores.map(String).map((of) => ({ of, count: facts.filter(({ rating }) => String(rating) === of).length })),
  }
}

function answersOf(facts: readonly CaseFact[]): Share[] {
  const [low, open] = [facts.filter(isDissatisfied).length, facts.filter((fact) => fact.awaitsAnswer).length]
  return [
    { of: 'open', count: open },
    { of: 'answered', count: low - open },
  ]
}

/** The Monday of the week a day lies in. */
export function weekOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

function weeksOf(facts: readonly CaseFact[]): FigureRow[] {
  const received = grouped(facts, ({ receivedOn }) => weekOf(receivedOn))
  const decided = grouped(
    facts.filter(({ decidedOn }) => decidedOn !== null),
    ({ decidedOn }) => weekOf(decidedOn ?? ''),
  )
  const weeks = [...new Set([...received.keys(), ...decided.keys()])].sort()
  return weeks.map((week) => {
    const [result, ended] = [rowOf(week, received.get(week) ?? []), rowOf(week, decided.get(week) ?? [])]
    const { daysToAnswer, corrections } = result
    return { ...ended, received: result.received, daysToAnswer, corrections }
  })
}

function rowOf(of: string, facts: readonly CaseFact[]): FigureRow {
  const ended = facts.filter(({ decidedOn }) => decidedOn !== null)
  const asked = facts.reduce((sum, { corrections }) => sum + corrections, 0)
  return {
    of,
    received: facts.length,
    decided: ended.length,
    approved: ended.filter(({ status }) => status === 'approved').length,
    declined: ended.filter(({ status }) => status === 'declined').length,
    daysToAnswer: middle(facts.flatMap(({ receivedOn, answeredOn }) => (answeredOn === null ? [] : [daysBetween(receivedOn, answeredOn)]))),
    daysToDecision: middle(ended.flatMap(({ receivedOn, decidedOn }) => (decidedOn === null ? [] : [daysBetween(receivedOn, decidedOn)]))),
    corrections: facts.length === 0 ? 0 : asked / facts.length,
  }
}

function sharesOf(facts: readonly CaseFact[], key: (fact: CaseFact) => string): Share[] {
  return [...grouped(facts, key)]
    .map(([of, some]) => ({ of, count: some.length }))
    .sort((a, b) => b.count - a.count || (a.of < b.of ? -1 : 1))
}

function grouped(facts: readonly CaseFact[], key: (fact: CaseFact) => string): Map<string, CaseFact[]> {
  const found = new Map<string, CaseFact[]>()
  for (const fact of facts) {
    const some = found.get(key(fact))
    if (some) some.push(fact)
    else found.set(key(fact), [fact])
  }
  return found
}

const most = (a: FigureRow, b: FigureRow) => b.received - a.received || (a.of < b.of ? -1 : 1)

function middle(of: readonly number[]): number | null {
  if (of.length === 0) return null
  const sorted = of.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0]
  return (low + high) / 2
}
