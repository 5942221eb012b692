import { expect, test } from 'vitest'
import { services } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { answersTo, coherentHousehold, isCoherent, type Place, placesOf, questions } from '#tests/support/coherent-households.ts'
import { examples } from '#tests/support/examples.ts'
import { assessInFull, type Result } from './assessment.ts'
import type { Day } from './day.ts'
import { unsure } from './fields/field.ts'
import { type Household, readHousehold, withAnswer } from './household.ts'
import type { Answer } from './question.ts'
import { pick, type Random, randomFrom } from './random.ts'
import { judge, type Verdict } from './verdict.ts'

const days = ['2026-11-24', '2027-03-01', '2027-08-31', '2027-09-01', '2028-02-29'] as const

/** What a verdict may become when open questions are answered. @source fact base 2, 3.5 */
const mayBecome: Record<Verdict, readonly Verdict[]> = {
  eligible: ['eligible'],
  'not-applicable': ['not-applicable'],
  'not-yet': ['not-yet', 'already', 'not-applicable'],
  already: ['already', 'not-applicable'],
  possible: ['eligible', 'possible', 'not-yet', 'already', 'not-applicable'],
}

const keyOf = ({ service, member }: Pick<Result, 'service' | 'member'>) => `${service}/${member}`

/** Only the verdicts, by service and member, of those that were judged before. */
function verdictsOf(of: Household, asOf: Day, judged: readonly Result[]): Map<string, Verdict> {
  const reading = readHousehold(questionnaire, of, asOf)
  return new Map(
    judged.map((result) => {
      const subject = result.member === null ? reading.household : reading.member(result.member)
      const service = services.find(({ id }) => id === result.service)
      if (!subject || !service) throw new Error(keyOf(result))
      return [keyOf(result), judge(service.conditions, subject).verdict]
    }),
  )
}

/** Takes some answers back: left out, or "not sure" where leaving out would leave the household's answer. */
function hide(random: Random, of: Household, places: readonly Place[]): Household {
  return places.reduce((now, { question, member }) => {
    const isHouseholds = member !== null && questions[question]?.of === 'household'
    return withAnswer(now, member, question, isHouseholds || random() < 0.5 ? unsure : undefined)
  }, of)
}

function some<T>(random: Random, all: readonly T[], count: number): T[] {
  const left = [...all]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0] as T)
}

const answered = (of: Household, places: readonly Place[], answers: readonly Answer[]) =>
  places.reduce((now, { question, member }, at) => withAnswer(now, member, question, answers[at]), of)
const isPossible = (of: Household) =>
  placesOf(of).every(({ question, member }) => {
    const answer = (member === null ? of.answers : of.members.find(({ id }) => id === member)?.answers)?.[question]
    return answer === undefined || isCoherent(of, question, answer)
  })

const households = examples(1000)
const completions = 8

test('whatever is answered then, a verdict becomes only what it may; where nothing is missing it stays', () => {
  const random = randomFrom(48)
  for (let at = 0; at < households; at++) {
    const asOf = pick(random, days)
    const whole = coherentHousehold(random, asOf)
    const places = some(random, placesOf(whole), 1 + Math.floor(random() * 5))
    const open = hide(random, whole, places)
    const results = assessInFull(questionnaire, services, open, asOf)
    for (let nth = 0; nth < completions; nth++) {
      const answers = places.map(({ question }) => pick(random, answersTo(question, asOf)))
      const complete = answered(open, places, answers)
      if (!isPossible(complete)) continue
      const then = verdictsOf(complete, asOf, results)
      for (const result of results) {
        const verdict = then.get(keyOf(result)) as Verdict
        const says = () =>
          `${at} ${keyOf(result)} ${result.verdict} → ${verdict}, missing ${result.missing}: ${JSON.stringify([places, answers, open])}`
        if (!mayBecome[result.verdict].includes(verdict)) expect.fail(says())
        if (result.missing.length === 0 && verdict !== result.verdict) expect.fail(says())
      }
    }
  }
}, 120_000)

/** Every way of answering some or all of what is open, where there are not too many. */
function everyWay(places: readonly Place[], asOf: Day, most: number): Answer[][] | undefined {
  const all = places.map(({ question }) => [unsure, ...answersTo(question, asOf)])
  if (all.reduce((ways, one) => ways * one.length, 1) > most) return undefined
  return all.reduce<Answer[][]>((ways, one) => ways.flatMap((way) => one.map((answer) => [...way, answer])), [[]])
}

test('what is missing is what can matter, no more and no less: by every way of answering', () => {
  const random = randomFrom(20241214)
  let tried = 0
  while (tried < examples(150)) {
    const asOf = pick(random, days)
    const whole = coherentHousehold(random, asOf, 'also-skipped')
    const places = some(random, placesOf(whole), 1 + Math.floor(random() * 4))
    const ways = everyWay(places, asOf, 600)
    if (!ways) continue
    tried += 1
    const open = hide(random, whole, places)
    const results = assessInFull(questionnaire, services, open, asOf)
    const found = ways.flatMap((way) => {
      const complete = answered(open, places, way)
      return isPossible(complete) ? [{ way, verdicts: verdictsOf(complete, asOf, results) }] : []
    })
    for (const result of results) {
      const matter = places.filter((_, at) => {
        const seen = new Map<string, Verdict>()
        return found.some(({ way, verdicts }) => {
          const rest = JSON.stringify(way.filter((_answer, other) => other !== at))
          const verdict = verdicts.get(keyOf(result)) as Verdict
          const before = seen.get(rest) ?? verdict
          seen.set(rest, verdict)
          return before !== verdict
        })
      })
      const wanted = [...new Set(matter.map(({ question }) => question))].sort()
      const told = result.missing.filter((question) => places.some((one) => one.question === question)).sort()
      if (told.join() !== wanted.join())
        expect.fail(`${keyOf(result)} ${result.verdict}: told ${told}, wanted ${wanted}: ${JSON.stringify([places, open])}`)
      // What is possible leads elsewhere, unless what is open is nothing an answer can tell.
      const leadsElsewhere = found.some(({ verdicts }) => verdicts.get(keyOf(result)) !== 'possible')
      if (result.verdict === 'possible') expect([keyOf(result), leadsElsewhere]).toEqual([keyOf(result), told.length > 0])
    }
  }
}, 120_000)

test('an answer left out is as good as "not sure"', () => {
  const random = randomFrom(6)
  for (let at = 0; at < examples(200); at++) {
    const asOf = pick(random, days)
    const whole = coherentHousehold(random, asOf)
    const places = some(
      random,
      placesOf(whole).filter(({ question, member }) => member === null || questions[question]?.of === 'member'),
      3,
    )
    const [without, notSure] = [undefined, unsure].map((answer) =>
      assessInFull(
        questionnaire,
        services,
        places.reduce((now, one) => withAnswer(now, one.member, one.question, answer), whole),
        asOf,
      ),
    )
    expect(without?.map(({ conditions: _, ...rest }) => rest)).toEqual(notSure?.map(({ conditions: _, ...rest }) => rest))
  }
}, 60_000)
