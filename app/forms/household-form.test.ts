import { describe, expect, test } from 'vitest'
import type { Service } from '#app/services/define.ts'
import { questions } from '#app/services/household.ts'
import { services } from '#app/services/index.ts'
import { answerField, type Check, emptyCheck, fieldsOf, nextOf, questionsOf, withQuestion } from './household-form.ts'
import { withAnswerOf, withPerson } from './members.ts'

const asOf = '2026-11-24'
const given = (...options: string[]) => ({ given: options })
const listed: Check = { ...withPerson(withPerson(emptyCheck, '我自己'), '女儿'), rosterDone: true }

describe('the page of a question', () => {
  test('asks one question; beside the place of residence the county, which may stay empty', () => {
    expect(fieldsOf('land', questions.land).map(({ id }) => id)).toEqual([answerField])
    expect(fieldsOf('live-place', questions['live-place']).map(({ id, optional }) => [id, optional])).toEqual([
      [answerField, undefined],
      ['county', true],
    ])
  })

  test('saves the answer of the household, or of the member it was asked of', () => {
    const land = withQuestion(listed, null, 'land', questions.land, { [answerField]: given('arable') }, asOf)
    expect(land).toEqual({ check: { ...listed, answers: { land: ['arable'] } }, errors: [] })
    const sex = withQuestion(listed, '2', 'sex', questions.sex, { [answerField]: given('female') }, asOf).check
    expect(sex.members.map(({ name, answers }) => [name, answers])).toEqual([
      ['我自己', {}],
      ['女儿', { sex: 'female' }],
    ])
  })

  test('shows the error at its field, and saves nothing', () => {
    const typed = { [answerField]: given(), county: given('999999') }
    expect(withQuestion(listed, null, 'live-place', questions['live-place'], typed, asOf)).toEqual({
      check: listed,
      errors: [
        { key: 'errors:field.choose-one-or-unsure', field: answerField },
        { key: 'errors:field.unknown-option', field: 'county' },
      ],
    })
    const age = withQuestion(listed, '1', 'birth-date', questions['birth-date'], { [answerField]: { given: [], age: '200' } }, asOf)
    expect(age.errors).toEqual([{ key: 'errors:field.age-out-of-range', field: answerField, at: 'age' }])
  })

  test('saves nothing where only one of the two is wrong', () => {
    const typed = { [answerField]: given('qh-town'), county: given('999999') }
    expect(withQuestion(listed, null, 'live-place', questions['live-place'], typed, asOf).check).toBe(listed)
  })

  test('saves the county, and deletes it when the page is sent without', () => {
    const at = (check: Check, county: string) =>
      withQuestion(check, null, 'live-place', questions['live-place'], { [answerField]: given('qh-town'), county: given(county) }, asOf)
        .check
    const told = at(listed, '630102')
    expect(told.county).toBe('630102')
    expect('county' in at(told, '')).toBe(false)
    expect(withQuestion(told, null, 'land', questions.land, { [answerField]: given('none') }, asOf).check.county).toBe('630102')
  })
})

describe('the next page', () => {
  const all = (check: Check, about: readonly Service[] = services) => {
    let now = check
    for (let asked = 0; asked < 200; asked++) {
      const step = nextOf(now, about, asOf)
      if (!step || step === 'members') return now
      now = withAnswerOf(now, step.member, step.question, 'unsure')
    }
    return expect.fail('the self-check does not end')
  }

  test('the household first, then the list of people, then each of them, then nothing', () => {
    expect(nextOf(emptyCheck, services, asOf)).toMatchObject({ member: null })
    const household = all(emptyCheck)
    expect(nextOf(household, services, asOf)).toBe('members')
    const people = { ...household, members: listed.members, rosterDone: true }
    expect(nextOf(people, services, asOf)).toMatchObject({ member: '1', question: 'birth-date' })
    expect(nextOf(all(people), services, asOf)).toBeNull()
  })

  test('services of the household alone need no list', () => {
    const about = services.filter(({ id }) => id === 'land-rights')
    expect(about.map(({ unit }) => unit)).toEqual(['household'])
    expect(nextOf(all(emptyCheck, about), about, asOf)).toBeNull()
  })

  test('people who are listed are asked before the list is done, but after the list', () => {
    const begun = { ...all(emptyCheck), members: listed.members }
    expect(questionsOf(begun, services, asOf).some(({ member }) => member === '2')).toBe(true)
    expect(nextOf(begun, services, asOf)).toBe('members')
  })

  test('nobody in particular is asked while people are not listed yet', () => {
    const asked = questionsOf(emptyCheck, services, asOf)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(({ member }) => member !== null)).toEqual([])
  })
})
