import { type Result, rulesInForce } from '#app/domain/assessment.ts'
import type { Day } from '#app/domain/day.ts'
import { unsure } from '#app/domain/fields/field.ts'
import { type Household, type HouseholdReading, readHousehold, withAnswer } from '#app/domain/household.ts'
import type { Answer } from '#app/domain/question.ts'
import type { Random } from '#app/domain/random.ts'
import { type Condition, judge, type Verdict } from '#app/domain/verdict.ts'
import { services } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { isCoherent, met, type Place, questions } from './coherent-households.ts'

/** Days on which households are tried: before a plan begins, around the start of a school year, the day of a leap year. */
export const days = ['2026-11-24', '2027-03-01', '2027-08-31', '2027-09-01', '2028-02-29'] as const

/** What was judged, and for whom. */
export type JudgedOf = Pick<Result, 'service' | 'member'>

/** The same as one word. */
export const keyOf = ({ service, member }: JudgedOf): string => `${service}/${member}`

const inForce = new Map<Day, ReadonlyMap<string, readonly Condition[]>>(
  days.map((day) => [day, new Map(rulesInForce(services, day).map(({ id, conditions }) => [id, conditions]))]),
)

/** The conditions of a service on one of the days. @throws where it is not in force */
function conditionsOf(service: string, asOf: Day): readonly Condition[] {
  const found = inForce.get(asOf)?.get(service)
  if (!found) throw new Error(`${service} on ${asOf}`)
  return found
}

/** The verdict alone, by a household as it was read. @throws where there is no such member */
export function verdictBy(reading: HouseholdReading, { service, member }: JudgedOf): Verdict {
  const subject = member === null ? reading.household : reading.member(member)
  if (!subject) throw new Error(`No member ${member}`)
  return judge(conditionsOf(service, reading.asOf), subject).verdict
}

/** So many of all, at random, each once. */
export function some<T>(random: Random, all: readonly T[], count: number): T[] {
  const left = [...all]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0] as T)
}

/** Takes some answers back: left out, or "not sure" where leaving out would leave the household's answer. */
export function hide(random: Random, of: Household, places: readonly Place[]): Household {
  return places.reduce((now, { question, member }) => {
    const isHouseholds = member !== null && questions[question]?.of === 'household'
    return withAnswer(now, member, question, isHouseholds || random() < 0.5 ? unsure : undefined)
  }, of)
}

/** The household with these answers in those places; undefined: as it is. */
export const answered = (of: Household, places: readonly Place[], answers: readonly (Answer | undefined)[]): Household =>
  places.reduce((now, { question, member }, at) => {
    const answer = answers[at]
    return answer === undefined ? now : withAnswer(now, member, question, answer)
  }, of)

/** The household as it is read; undefined where what was said of all and what is said of its members, or of this one, cannot be true together. */
export function readIfPossible(of: Household, asOf: Day, whose?: string | null): HouseholdReading | undefined {
  const isPossible = of.members.every(
    ({ id, answers }) =>
      (whose !== undefined && whose !== id) ||
      Object.keys(met).every((question) => {
        const answer = answers[question]
        return answer === undefined || isCoherent(of, question, answer)
      }),
  )
  return isPossible ? readHousehold(questionnaire, of, asOf) : undefined
}

/** What a word of a condition looks at besides the question that has its name. */
const behind: Readonly<Record<string, readonly string[]>> = {
  aged: ['birth-date'],
  'before-retirement': ['birth-date', 'sex'],
  'of-a-parent': ['birth-date'],
}

/**
 * The names that stand in conditions and in what they hang on: when a question does not arise, what it follows. Read from the rules as text,
 * so that it does not depend on what is tested: it may name too much, never too little.
 */
function namedIn(conditions: readonly Condition[]): ReadonlySet<string> {
  const names = new Set<string>()
  const look = (part: unknown) => {
    for (const word of JSON.stringify(part ?? null).match(/[a-z-]+/g) ?? [])
      for (const id of [word, ...(behind[word] ?? [])]) {
        if (names.has(id)) continue
        names.add(id)
        const question = questions[id]
        if (question) look([(questionnaire.skips as Readonly<Record<string, unknown>>)[id], question.follows])
      }
  }
  for (const { when } of conditions) look(when)
  return names
}

const known = new WeakMap<readonly Condition[], ReadonlySet<string>>()

/** May the verdict on a service for somebody hang on the answer in this place? Rather yes than no. */
export function mayHangOn({ service, member }: JudgedOf, place: Place, asOf: Day): boolean {
  const conditions = conditionsOf(service, asOf)
  const names = known.get(conditions) ?? namedIn(conditions)
  known.set(conditions, names)
  if (!names.has(place.question)) return false
  return place.member === null || place.member === member || (member !== null && names.has('of-a-parent'))
}
