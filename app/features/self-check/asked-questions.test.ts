import { describe, expect, test } from 'vitest'
import { type Check, emptyCheck } from '#app/forms/household-form.ts'
import { questionsFrom, questionsPosted, typedOn, withPage } from './asked-questions.ts'
import { isAsked } from './check.ts'

const asOf = '2027-03-01'
const here: Check = { ...emptyCheck, answers: { 'hukou-place': 'qh-other', 'live-place': 'qh-town' } }
const stay = { question: 'stay', member: null }

const form = (...pairs: readonly (readonly [string, string])[]) => {
  const values = new FormData()
  for (const [name, value] of pairs) values.append(name, value)
  return values
}

function posted(check: Check, first: typeof stay, given: FormData, only?: string) {
  return withPage(check, typedOn(check, questionsPosted(check, first, given), given, asOf), only, asOf)
}

describe('a page of two questions', () => {
  test('asks both, and stores both', () => {
    expect(questionsFrom(here, stay, undefined, asOf, false).map(({ question }) => question)).toEqual(['stay', 'permit'])
    const { check, errors } = posted(here, stay, form(['answer', 'ge6-reg'], ['also', 'home-permit'], ['home-permit.answer', 'none']))
    expect([errors, check.answers]).toEqual([[], { ...here.answers, stay: 'ge6-reg', permit: 'none' }])
  })

  test('opened to change an answer asks that one alone', () => expect(questionsFrom(here, stay, undefined, asOf, true)).toEqual([stay]))

  test('tells what is wrong with each beside its own field', () => {
    const { errors } = posted(here, stay, form(['also', 'home-permit'], ['home-permit.answer', 'nonsense']))
    expect(errors.map(({ field, key }) => [field, key])).toEqual([
      ['answer', 'errors:field.choose-one-or-unsure'],
      ['home-permit.answer', 'errors:field.unknown-option'],
    ])
  })

  test('whose form names only the first leaves the other to be asked', () => {
    const { check, errors } = posted(here, stay, form(['answer', 'ge6-reg']))
    expect([errors, check.answers.permit, isAsked(check, { question: 'permit', member: null }, undefined, asOf)]).toEqual([
      [],
      undefined,
      true,
    ])
  })

  test.each(['home-hukou-place', '7-permit', '1-permit', 'home-nonsense', 'nonsense', 'home-stay.answer'])(
    'does not ask %s, which does not belong to it',
    (also) => {
      const given = form(['answer', 'ge6-reg'], ['also', also], [`${also}.answer`, 'same-town'])
      expect(questionsPosted(here, stay, given)).toEqual([stay])
      expect(posted(here, stay, given).check.answers).toEqual({ ...here.answers, stay: 'ge6-reg' })
    },
  )

  describe('where the first answer settles what the second is for', () => {
    const dwelling = { question: 'dwelling', member: null }
    const also = ['also', 'home-housing'] as const
    const only = 'public-rental-housing'
    const wishing: Check = { ...here, answers: { ...here.answers, wishes: ['rent'] } }

    test('the second is neither required nor stored', () => {
      const given = [form(['answer', 'public-rental'], also), form(['answer', 'public-rental'], also, ['home-housing.answer', 'none'])]
      for (const one of given) {
        const { check, errors } = posted(wishing, dwelling, one, only)
        expect([errors, check.answers.dwelling, check.answers.housing]).toEqual([[], 'public-rental', undefined])
        expect(isAsked(check, { question: 'housing', member: null }, only, asOf)).toBe(false)
      }
    })

    test('it is required, and stored, where it does not', () => {
      expect(posted(wishing, dwelling, form(['answer', 'dorm'], also), only).errors.map(({ field }) => field)).toEqual([
        'home-housing.answer',
      ])
      const { check } = posted(wishing, dwelling, form(['answer', 'dorm'], also, ['home-housing.answer', 'none']), only)
      expect(check.answers.housing).toBe('none')
    })
  })
})
