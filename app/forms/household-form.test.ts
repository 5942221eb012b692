import { describe, expect, test } from 'vitest'
import type { Service } from '#app/services/define.ts'
import { questions } from '#app/services/household.ts'
import { services } from '#app/services/index.ts'
import {
  answerField,
  type Check,
  differField,
  emptyCheck,
  fieldsOf,
  givenOn,
  nextOf,
  questionsOf,
  whoField,
  withNewMember,
  withQuestion,
} from './household-form.ts'
import { withAnswerOf, withPerson } from './members.ts'

const asOf = '2026-11-24'
const given = (...options: string[]) => ({ given: options })
const home = { member: null, people: [] }
const listed: Check = { ...withPerson(withPerson(emptyCheck, '我自己'), '女儿'), rosterDone: true }

describe('the page of a question', () => {
  test('asks one question; beside the place of residence the county, which may stay empty', () => {
    expect(fieldsOf('land', questions.land, home).map(({ id }) => id)).toEqual([answerField])
    expect(fieldsOf('live-place', questions['live-place'], home).map(({ id, optional }) => [id, optional])).toEqual([
      [answerField, undefined],
      ['county', true],
    ])
  })

  test('saves the answer of the household, or of the member it was asked of', () => {
    const land = withQuestion(listed, home, 'land', questions.land, { [answerField]: given('arable') }, asOf)
    expect(land).toEqual({ check: { ...listed, answers: { land: ['arable'] } }, errors: [] })
    const sex = withQuestion(listed, { member: '2', people: [] }, 'sex', questions.sex, { [answerField]: given('female') }, asOf).check
    expect(sex.members.map(({ name, answers }) => [name, answers])).toEqual([
      ['我自己', {}],
      ['女儿', { sex: 'female' }],
    ])
  })

  test('shows the error at its field, and saves nothing', () => {
    const typed = { [answerField]: given(), county: given('999999') }
    expect(withQuestion(listed, home, 'live-place', questions['live-place'], typed, asOf)).toEqual({
      check: listed,
      errors: [
        {
          ...{ key: 'errors:field.choose-one-or-unsure', field: answerField, label: 'questions:live-place.short' },
          named: { at: 'questions:live-place.options', options: ['unsure'] },
        },
        { key: 'errors:field.unknown-option', field: 'county', label: 'questions:live-place.short' },
      ],
    })
    const age = withQuestion(
      listed,
      { member: '1', people: [] },
      'birth-date',
      questions['birth-date'],
      { [answerField]: { given: [], age: '200' } },
      asOf,
    )
    expect(age.errors).toEqual([
      { key: 'errors:field.age-out-of-range', field: answerField, at: 'age', label: 'questions:birth-date.short' },
    ])
  })

  test('saves nothing where only one of the two is wrong', () => {
    const typed = { [answerField]: given('qh-town'), county: given('999999') }
    expect(withQuestion(listed, home, 'live-place', questions['live-place'], typed, asOf).check).toBe(listed)
  })

  test('saves the county, and deletes it when the page is sent without', () => {
    const at = (check: Check, county: string) =>
      withQuestion(check, home, 'live-place', questions['live-place'], { [answerField]: given('qh-town'), county: given(county) }, asOf)
        .check
    const told = at(listed, '630102')
    expect(told.county).toBe('630102')
    expect('county' in at(told, '')).toBe(false)
    expect(withQuestion(told, home, 'land', questions.land, { [answerField]: given('none') }, asOf).check.county).toBe('630102')
  })
})

describe('the next page', () => {
  const all = (check: Check, about: readonly Service[] = services) => {
    let now = check
    const asked = new Set<string>()
    for (;;) {
      const step = nextOf(now, about, asOf)
      if (!step || step === 'members') return now
      const one = `${step.member} ${step.question}`
      if (asked.has(one)) return expect.fail(`the self-check asks twice: ${one}`)
      asked.add(one)
      now = withAnswerOf(now, step.member, step.question, 'unsure')
    }
  }

  test('the household first, then the list of people, then each of them, then nothing', () => {
    expect(nextOf(emptyCheck, services, asOf)).toMatchObject({ member: null })
    const household = all(emptyCheck)
    expect(nextOf(household, services, asOf)).toBe('members')
    const people = { ...household, members: listed.members, rosterDone: true }
    const next = nextOf(people, services, asOf)
    expect(next).toEqual({ question: 'birth-date', member: '1', answered: false })
    const aged = ['1', '2'].reduce((sum, id) => withAnswerOf(sum, id, 'birth-date', 'unsure'), people)
    expect(nextOf(aged, services, asOf)).toEqual({ question: 'anyone', member: null, answered: false })
    const shared = ['anyone', 'lives-together', 'med', 'pension'].reduce((sum, id) => withAnswerOf(sum, null, id, 'unsure'), aged)
    expect(nextOf(shared, services, asOf)).toMatchObject({ member: '1', question: 'sex' })
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

describe('what is asked once of all', () => {
  const family: Check = { ...withPerson(listed, '奶奶'), answers: { 'live-place': 'qh-town' } }
  const all = { member: null, people: ['1', '2', '3'] }
  const med = (check: Check, answer: string, ...differ: string[]) =>
    withQuestion(check, all, 'med', questions.med, { [answerField]: given(answer), [differField]: given(...differ) }, asOf).check
  const medSteps = (check: Check) =>
    questionsOf(check, services, asOf).flatMap(({ question, member, answered }) => (question === 'med' ? [[member, answered]] : []))
  const insurance = (check: Check) => check.members.map(({ answers, differs }) => [answers.med, differs])

  test('who differs is asked, the others are not; the page shows again who it was', () => {
    expect(medSteps(family)).toEqual([[null, false]])
    const told = med(family, 'elsewhere-resident', '2')
    expect(medSteps(told)).toEqual([
      [null, true],
      ['2', false],
    ])
    const own = withQuestion(told, { member: '2', people: [] }, 'med', questions.med, { [answerField]: given('none') }, asOf).check
    expect(insurance(own)).toEqual([
      [undefined, undefined],
      ['none', ['med']],
      [undefined, undefined],
    ])
    expect(givenOn(own, all, 'med', questions.med)).toMatchObject({ [answerField]: 'elsewhere-resident', [differField]: ['2'] })
  })

  test('who does not differ any more follows the household again, and a person differs in other questions as before', () => {
    const own = withAnswerOf(med(family, 'elsewhere-resident', '2'), '2', 'med', 'none')
    const pension = { [answerField]: given('none'), [differField]: given('2') }
    const both = withQuestion(own, all, 'pension', questions.pension, pension, asOf).check
    expect(both.members[1]?.differs).toEqual(['med', 'pension'])
    const same = med(both, 'local-resident')
    expect(same.members[1]).toEqual({ id: '2', name: '女儿', answers: {}, differs: ['pension'] })
    expect(medSteps(same)).toEqual([[null, true]])
  })

  test('who is added later is asked in person, and where nobody follows any more, nothing is said of all', () => {
    const later = withNewMember(med(family, 'elsewhere-resident'), '叔叔')
    expect(medSteps(later)).toEqual([
      [null, true],
      ['4', false],
    ])
    expect(medSteps(med(family, 'none', '1', '2', '3'))).toEqual([
      ['1', false],
      ['2', false],
      ['3', false],
    ])
  })

  test('one person alone is asked in person', () => {
    const alone = { ...withPerson(emptyCheck, '我自己'), rosterDone: true }
    expect(medSteps(alone)).toEqual([['1', false]])
    expect(fieldsOf('anyone', questions.anyone, { member: null, people: ['1'] }).map(({ id }) => id)).toEqual([answerField])
  })

  test('who said already that they differ is not among those it is asked of at once, and one alone is asked in person', () => {
    const differing = { ...family, members: family.members.map((one) => (one.id === '1' ? one : { ...one, differs: ['med'] })) }
    expect(medSteps(differing)).toEqual([
      ['1', false],
      ['2', false],
      ['3', false],
    ])
  })

  test('what one of them answered stays to be looked over while it is asked of the others at once', () =>
    expect(medSteps(withAnswerOf(family, '1', 'med', 'none'))).toEqual([
      [null, false],
      ['1', true],
    ]))

  test('who answered already before it was asked once of all keeps that', () => {
    const before = ['1', '2', '3'].reduce((sum, id) => withAnswerOf(sum, id, 'med', 'none'), family)
    expect(medSteps(before)).toEqual([
      ['1', true],
      ['2', true],
      ['3', true],
    ])
  })
})

describe('what somebody of the household met with', () => {
  const family: Check = { ...withPerson(listed, '奶奶'), answers: { 'live-place': 'qh-town' } }
  const all = { member: null, people: ['1', '2', '3'] }
  const met = (check: Check, options: string[], who: Record<string, string[]>) =>
    withQuestion(
      check,
      all,
      'anyone',
      questions.anyone,
      {
        [answerField]: given(...options),
        ...Object.fromEntries(Object.entries(who).map(([option, people]) => [whoField(option), given(...people)])),
      },
      asOf,
    )
  const owed = (check: Check) => check.members.map(({ answers }) => answers['wage-owed'])

  test('only who is named is asked about it', () => {
    const { check } = met(family, ['wages-owed'], { 'wages-owed': ['1'] })
    expect(owed(check)).toEqual([undefined, 'no', 'no'])
    expect(givenOn(check, all, 'anyone', questions.anyone)).toMatchObject({ [whoField('wages-owed')]: ['1'], [whoField('hurt')]: [] })
    const other = met(withAnswerOf(check, '1', 'wage-owed', 'owed-old'), ['wages-owed'], { 'wages-owed': ['2'] }).check
    expect(owed(other)).toEqual(['no', undefined, 'no'])
  })

  test('what was answered stays to be read and changed', () => {
    const asked = (check: Check) => questionsOf(check, services, asOf).filter(({ question }) => question === 'anyone')
    for (const options of [['none'], ['wages-owed'], ['disability'], ['unsure']])
      expect(asked(met(family, options, {}).check)).toEqual([{ question: 'anyone', member: null, answered: true }])
  })

  test('where nobody is named, each is asked', () => {
    const named = met(family, ['wages-owed'], { 'wages-owed': ['1'] }).check
    expect(owed(met(named, ['wages-owed'], {}).check)).toEqual([undefined, undefined, undefined])
  })

  test('somebody named below an option that is not chosen is an error there', () =>
    expect(met(family, ['hurt'], { 'wages-owed': ['1'] }).errors).toEqual([
      { key: 'errors:check.who-without-option', field: whoField('wages-owed') },
    ]))
})

test('the sex a word says is not asked, nor looked over; whoever is listed by a name is asked', () => {
  const born = (check: Check, id: string) => withAnswerOf(check, id, 'birth-date', '1972-01-01')
  const of = (...names: string[]) => {
    const check = names.reduce<Check>((sum, name) => withPerson(sum, name), { ...emptyCheck, rosterDone: true })
    const aged = check.members.reduce((sum, { id }) => born(sum, id), check)
    return questionsOf(aged, services, asOf).flatMap(({ question, member }) => (question === 'sex' ? [member] : []))
  }
  expect([of('@mother'), of('@husband 2'), of('阿佳'), of('@myself', '@wife')]).toEqual([[], [], ['1'], ['1']])
})
