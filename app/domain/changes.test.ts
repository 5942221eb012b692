import { expect, test } from 'vitest'
import { services } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { coherentHousehold, type Place, placesOf, questions } from '#tests/support/coherent-households.ts'
import { examples, forMutants } from '#tests/support/examples.ts'
import { type Assessed, assess } from './assessment.ts'
import type { Change } from './changes.ts'
import type { Day } from './day.ts'
import { unsure } from './fields/field.ts'
import { answerFor, followsHousehold, type Household, readHousehold, withAnswer } from './household.ts'
import type { Answer } from './question.ts'
import { pick, type Random, randomFrom } from './random.ts'
import { judge, type Verdict } from './verdict.ts'

// What would change a verdict for the better, found by trying every answer somebody could bring about, and by the definition alone.

const days = ['2026-11-24', '2027-03-01', '2027-08-31', '2027-09-01', '2028-02-29'] as const

/** What nobody brings about, or has to. @source fact base 2, 4.3 and 4.7 */
const neverTold =
  /^(wishes|birth-date|sex|anyone|hardship|injury|wage-owed|jobloss|hukou-origin|qh-years|housing|land|school-stage|pension)$/
const neverTo = ['dwelling:public-rental', 'dwelling:affordable-rental']

/** What one gets by another service, by `question:option`. @source fact base 2, 4.5 */
const gotBy: Readonly<Record<string, string>> = {
  'permit:valid': 'residence-permit',
  'hukou-place:same-town': 'settle-household',
  'stay:ge6-reg': 'residence-registration',
  'unemployment-registered:yes': 'job-services',
  'employer-insurance:all': 'employee-pension-medical',
}

/** By which one has a service already. @source fact base 2, section 1 */
const has: Readonly<Record<string, readonly string[]>> = {
  'settle-household': ['hukou-place:same-town'],
  'residence-registration': ['stay:ge6-reg', 'permit:valid'],
  'residence-permit': ['permit:valid'],
  'school-compulsory': ['school-register:here'],
  'school-preschool': ['school-register:here'],
  'school-senior': ['school-register:here'],
  'employee-pension-medical': ['employer-insurance:all'],
  'occupational-injury': ['employer-insurance:all'],
  'resident-medical': ['med:local-resident'],
}

const rank: Partial<Record<Verdict, number>> = { 'not-applicable': 0, 'not-yet': 1, possible: 2, eligible: 3 }

type Person = string | null

/** The verdict of a service for the household (`person` null) or a member. */
function verdictOf(of: Household, asOf: Day, service: string, person: Person): Verdict | undefined {
  const reading = readHousehold(questionnaire, of, asOf)
  const subject = person === null ? reading.household : reading.member(person)
  const rules = services.find(({ id }) => id === service)
  return subject && rules && judge(rules.conditions, subject).verdict
}

/** Can a service be had as things are: by this person, or, of the household as a whole, by anybody in it? */
function isOpenTo(of: Household, asOf: Day, service: string, person: Person): boolean {
  const unit = services.find(({ id }) => id === service)?.unit
  const everybody = unit === 'member' ? of.members.map(({ id }) => id) : [null]
  const people: Person[] = person === null ? everybody : [person]
  return people.some((one) => ['possible', 'eligible'].includes(verdictOf(of, asOf, service, one) ?? ''))
}

/** Would a change go where somebody said they do not wish to go? @source fact base 2, 4.3 */
function isUnwished(wish: Answer | undefined, question: string, from: Answer, to: string): boolean {
  if (question === 'settle-wish' || (question === 'hukou-place' && to === 'same-town')) return wish === 'no'
  return question === 'live-place' && from === 'qh-rural' && wish !== 'yes' && wish !== 'hesitant'
}

/** Every change the definition tells of a result. */
function changesByTrying(of: Household, asOf: Day, { service, member, verdict }: Assessed): Change[] {
  if (verdict === 'eligible' || verdict === 'already') return []
  const reading = readHousehold(questionnaire, of, asOf)
  const subject = member === null ? reading.household : reading.member(member)
  const holder = of.members.find(({ id }) => id === member)
  return Object.entries(questions).flatMap(([question, asked]) => {
    if (!subject || asked.kind !== 'choice' || neverTold.test(question) || subject.isSkipped(question)) return []
    if (asked.of === 'member' && !holder) return []
    const isOwn = holder !== undefined && (asked.of === 'member' || (asked.mayDiffer && !followsHousehold(of, holder, asked, question)))
    const at = isOwn ? member : null
    const from = (holder ? answerFor(questions, of, holder, question) : of.answers[question]) ?? unsure
    return (asked.attainable?.[String(from)] ?? []).flatMap((to): Change[] => {
      const key = `${question}:${to}`
      const through = gotBy[key]
      if (neverTo.includes(key) || has[service]?.includes(key)) return []
      if (isUnwished(subject.answer('settle-wish'), question, from, to)) return []
      if (through && !isOpenTo(of, asOf, through, member)) return []
      const then = verdictOf(withAnswer(of, at, question, to), asOf, service, member)
      if (then !== 'possible' && then !== 'eligible') return []
      return (rank[then] ?? 0) > (rank[verdict] ?? 9) ? [{ question, member: at, to, verdict: then }] : []
    })
  })
}

/** Takes some answers back. */
function opened(random: Random, of: Household): Household {
  const isTaken = ({ question, member }: Place) => member === null || questions[question]?.of === 'member'
  return placesOf(of)
    .filter((place) => isTaken(place) && random() < 0.12)
    .reduce((now, { question, member }) => withAnswer(now, member, question, random() < 0.5 ? unsure : undefined), of)
}

const asText = ({ question, member, to, verdict }: Change) => `${member} ${question} → ${to}: ${verdict}`
const asksToMove = ({ question }: Change) => question === 'live-place' || question === 'hukou-place'

test('what would change a verdict is what the definition says, all of it, and what asks nobody to move first', () => {
  const random = randomFrom(20270301)
  const told = new Set<string>()
  for (let nth = 0; nth < examples(400); nth++) {
    const asOf = pick(random, days)
    const of = opened(random, coherentHousehold(random, asOf))
    for (const result of assess(questionnaire, services, of, asOf)) {
      const [found, wanted] = [result.wouldChange.map(asText), changesByTrying(of, asOf, result).map(asText)]
      if ([...found].sort().join() !== wanted.sort().join())
        expect.fail(`${result.service}/${result.member} ${result.verdict}: told ${found}, wanted ${wanted}: ${asOf} ${JSON.stringify(of)}`)
      const moves = result.wouldChange.map(asksToMove)
      expect(moves).toEqual([...moves].sort())
      for (const { question } of result.wouldChange) told.add(question)
    }
  }
  if (forMutants) return
  // Every kind of change came up. By a school or insurance here one has what hangs on it already.
  const kinds = Object.keys(questions).filter((id) => attainable(id) && !neverTold.test(id) && id !== 'med' && id !== 'school-register')
  expect([...told].sort()).toEqual(kinds.sort())
}, 120_000)

const attainable = (id: string) => {
  const question = questions[id]
  return question?.kind === 'choice' && question.attainable !== undefined
}
