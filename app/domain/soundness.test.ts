import { expect, test } from 'vitest'
import { services } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { answersTo, coherentHousehold, type Place, placesOf, questions } from '#tests/support/coherent-households.ts'
import { examples, forMutants } from '#tests/support/examples.ts'
import { answered, days, hide, keyOf, readIfPossible, some, verdictBy } from '#tests/support/open-answers.ts'
import { assessInFull } from './assessment.ts'
import type { Day } from './day.ts'
import { unsure } from './fields/field.ts'
import { withAnswer } from './household.ts'
import type { Answer } from './question.ts'
import { pick, type Random, randomFrom } from './random.ts'
import type { Verdict } from './verdict.ts'

/** What a verdict may become when open questions are answered. @source fact base 2, 3.5 */
const mayBecome: Record<Verdict, readonly Verdict[]> = {
  eligible: ['eligible'],
  'not-applicable': ['not-applicable'],
  'not-yet': ['not-yet', 'already', 'not-applicable'],
  already: ['already', 'not-applicable'],
  possible: ['eligible', 'possible', 'not-yet', 'already', 'not-applicable'],
}

/** Every way of answering all that is open, where there are not more than `most`; else as many at random. */
function completions(random: Random, places: readonly Place[], asOf: Day, most: number): Answer[][] {
  const all = places.map(({ question }) => answersTo(question, asOf))
  if (all.reduce((ways, one) => ways * one.length, 1) > most)
    return Array.from({ length: most }, () => all.map((answers) => pick(random, answers)))
  return all.reduce<Answer[][]>((ways, one) => ways.flatMap((way) => one.map((answer) => [...way, answer])), [[]])
}

const most = forMutants ? 8 : 64

test('whatever is answered then, a verdict becomes only what it may; where nothing is missing it stays', () => {
  const random = randomFrom(48)
  for (let at = 0; at < examples(1000); at++) {
    const asOf = pick(random, days)
    const whole = coherentHousehold(random, asOf)
    const places = some(random, placesOf(whole), 1 + Math.floor(random() * 5))
    const open = hide(random, whole, places)
    const results = assessInFull(questionnaire, services, open, asOf)
    for (const answers of completions(random, places, asOf, most)) {
      const complete = readIfPossible(answered(open, places, answers), asOf)
      if (!complete) continue
      for (const result of results) {
        const verdict = verdictBy(complete, result)
        const says = () =>
          `${at} ${keyOf(result)} ${result.verdict} → ${verdict}, missing ${result.missing}: ${JSON.stringify([places, answers, open])}`
        if (!mayBecome[result.verdict].includes(verdict)) expect.fail(says())
        if (result.missing.length === 0 && verdict !== result.verdict) expect.fail(says())
      }
    }
  }
}, 240_000)

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
