import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interview } from '#app/forms/interview.ts'
import { services } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { assessInFull } from './assessment.ts'
import { bornForAge, format } from './day.ts'
import { unsure } from './fields/field.ts'
import { type Answers, type Household, withAnswer } from './household.ts'
import type { Answer, Question } from './question.ts'
import type { Verdict } from './verdict.ts'

const questions = Object.entries(questionnaire.questions as Record<string, Question>)
const day = fc
  .record({ y: fc.integer({ min: 1940, max: 2026 }), m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 28 }) })
  .map(({ y, m, d }) => format(y, m, d))
const asOf = fc.constantFrom('2026-11-24', '2027-03-01', '2027-08-31', '2027-09-01', '2028-02-29')

function answerTo(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case 'choice':
      return fc.constantFrom(...question.options, unsure)
    case 'many':
      return fc.oneof(fc.constant(unsure), fc.uniqueArray(fc.constantFrom(...question.options), { maxLength: 4 }))
    case 'birth-date':
      return fc.oneof(
        day,
        fc.integer({ min: 0, max: 100 }).map((age) => bornForAge(age, '2026-11-24')),
        fc.constant(unsure),
      )
    case 'number':
      return fc.integer({ min: question.min, max: question.max }).map(String)
  }
}

const answersTo = (asked: (question: Question) => boolean): fc.Arbitrary<Answers> =>
  fc.record(Object.fromEntries(questions.filter(([, question]) => asked(question)).map(([id, question]) => [id, answerTo(question)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Answers>

const household: fc.Arbitrary<Household> = fc.record({
  answers: answersTo((question) => question.of === 'household'),
  members: fc
    .array(
      answersTo((question) => question.of === 'member' || question.mayDiffer === true),
      { minLength: 1, maxLength: 4 },
    )
    .map((members) => members.map((answers, index) => ({ id: String(index + 1), answers }))),
})

const judged = (of: Household, on: string) => assessInFull(questionnaire, services, of, on)
const keyOf = ({ service, member }: { service: string; member: string | null }) => `${service}/${member}`

test('the engine never throws, and every verdict follows from its conditions', () => {
  fc.assert(
    fc.property(household, asOf, (of, on) => {
      for (const { verdict, conditions, deciding } of judged(of, on)) {
        const no = (kind: string) => conditions.some((one) => one.truth === 'no' && one.condition.kind === kind)
        const has = conditions.some(({ truth, condition }) => truth === 'yes' && condition.kind === 'held')
        const open = conditions.some(({ truth }) => truth === 'unknown')
        const rest: Verdict = no('hard') ? 'not-yet' : open ? 'possible' : 'eligible'
        const expected: Verdict = no('scope') ? 'not-applicable' : has ? 'already' : rest
        expect(verdict).toBe(expected)
        expect(deciding.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 300 },
  )
})

test('a local or procedural condition never says no', () => {
  fc.assert(
    fc.property(household, asOf, (of, on) => {
      for (const { conditions } of judged(of, on))
        for (const { condition, truth } of conditions)
          if (condition.kind === 'local' || condition.kind === 'procedure') expect(truth).not.toBe('no')
    }),
    { numRuns: 300 },
  )
})

const rank: Record<Verdict, number> = { 'not-applicable': 0, 'not-yet': 1, possible: 2, eligible: 3, already: 3 }

test('every wouldChange is true when tried, and better', () => {
  fc.assert(
    fc.property(household, asOf, (of, on) => {
      for (const result of judged(of, on).slice(0, 40))
        for (const { question, member, to, verdict } of result.wouldChange) {
          const tried = judged(withAnswer(of, member, question, to), on)
          const found =
            tried.find((one) => keyOf(one) === keyOf(result)) ?? tried.find((one) => one.service === result.service && one.member === null)
          expect(found?.verdict, `${keyOf(result)} by ${question}`).toBe(verdict)
          expect(rank[verdict]).toBeGreaterThan(rank[result.verdict])
          expect(['possible', 'eligible']).toContain(verdict)
        }
    }),
    { numRuns: 40 },
  )
})

test('the order of members does not matter', () => {
  fc.assert(
    fc.property(household, asOf, (of, on) => {
      const turned = { ...of, members: [...of.members].reverse() }
      const byKey = (results: ReturnType<typeof judged>) =>
        new Map(results.map((result) => [keyOf(result), [result.verdict, result.deciding, result.missing]]))
      expect(byKey(judged(turned, on))).toEqual(byKey(judged(of, on)))
    }),
    { numRuns: 150 },
  )
})

test('an interview ends: answering what it asks, it asks nothing twice', () => {
  fc.assert(
    fc.property(household, asOf, (of, on) => {
      let now: Household = { answers: {}, members: of.members.map(({ id }) => ({ id, answers: {} })) }
      for (let asked = 0; asked < 200; asked++) {
        const next = interview(questionnaire, services, now, on).find((step) => !step.answered)
        if (!next) return
        const answers = next.member === null ? of.answers : of.members.find(({ id }) => id === next.member)?.answers
        now = withAnswer(now, next.member, next.question, answers?.[next.question] ?? unsure)
      }
      throw new Error('The interview does not end')
    }),
    { numRuns: 100 },
  )
})
