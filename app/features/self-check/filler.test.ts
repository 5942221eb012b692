import { expect, test } from 'vitest'
import { bornForAge } from '#app/domain/day.ts'
import { type Check, emptyCheck } from '#app/forms/household-form.ts'
import { withAnswerOf, withPerson } from '#app/forms/members.ts'
import { shownQuestions } from './asked-questions.ts'
import { fillerErrors } from './filler.ts'

const asOf = '2027-03-01'

/** What is said of a household of these people, whose birth dates are on one page. */
function said(...people: readonly (readonly [name: string, birth: string])[]) {
  const check = people.reduce<Check>(
    (sum, [name, birth], index) => withAnswerOf(withPerson(sum, name), String(index + 1), 'birth-date', birth),
    { ...emptyCheck, rosterDone: true },
  )
  const asked = check.members.map(({ id }) => ({ question: 'birth-date', member: id }))
  return fillerErrors(check, shownQuestions(check, asked, asOf), asOf).map(({ key, field }) => `${field} ${key.split('.')[1]}`)
}

test.each([
  ['a child of five alone', [['@son', '2022-01-01']], ['answer no-adult']],
  [
    'a child who fills in',
    [
      ['@father', '1986-01-12'],
      ['@myself', '2012-01-01'],
    ],
    ['2-birth-date.answer filler-too-young'],
  ],
  [
    'a child who fills in, by the word of before',
    [
      ['我自己', '2012-01-01'],
      ['@father', '1986-01-12'],
    ],
    ['answer filler-too-young'],
  ],
  ['a child of fifteen years and 364 days', [['@myself', '2011-03-02']], ['answer filler-too-young']],
  ['an age that means a child', [['@daughter', bornForAge(15, asOf)]], ['answer no-adult']],
  ['somebody of sixteen today', [['@myself', '2011-03-01']], []],
  ['an age that may be sixteen', [['@myself', bornForAge(16, asOf)]], []],
  ['somebody whose age is not known', [['@myself', 'unsure']], []],
  [
    'children with somebody of an age not known',
    [
      ['@son', '2022-01-01'],
      ['大姨', 'unsure'],
    ],
    [],
  ],
  [
    'a mother with her child',
    [
      ['@myself', '1988-09-18'],
      ['@son', '2022-01-01'],
    ],
    [],
  ],
] as const)('%s', (_, people, expected) => expect(said(...people)).toEqual(expected))
