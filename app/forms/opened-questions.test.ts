import { describe, expect, test } from 'vitest'
import { questions } from '#app/services/household.ts'
import { services } from '#app/services/index.ts'
import {
  answerField,
  type Check,
  differField,
  emptyCheck,
  fieldsOf,
  givenOn,
  isSaidAtOnce,
  questionsOf,
  whoField,
  withNewMember,
  withQuestion,
} from './household-form.ts'
import { withAnswerOf, withPerson } from './members.ts'

const asOf = '2026-11-24'
const given = (...options: string[]) => ({ given: options })
const all = { member: null, people: ['1', '2', '3'] }
const family: Check = {
  ...['我自己', '女儿', '奶奶'].reduce<Check>((sum, name) => withPerson(sum, name), emptyCheck),
  ...{ answers: { 'live-place': 'qh-town' }, rosterDone: true },
}
const met = (check: Check, option: string, ...who: string[]) =>
  withQuestion(check, all, 'anyone', questions.anyone, { [answerField]: given(option), [whoField(option)]: given(...who) }, asOf).check
const owed = (check: Check) => check.members.map(({ answers }) => answers['wage-owed'])

describe('the fields of a page', () => {
  const ids = (...of: Parameters<typeof fieldsOf>) => fieldsOf(...of).map(({ id }) => id)

  test('whom an option is about is asked of the household alone, and only where the option opens a question', () => {
    expect(ids('anyone', questions.anyone, all)).toEqual([answerField, ...['lost-job', 'hurt', 'wages-owed'].map(whoField)])
    expect(ids('anyone', questions.anyone, { ...all, member: '1' })).toEqual([answerField])
    expect(ids('land', questions.land, all)).toEqual([answerField])
  })

  test('a birth date is typed into one input, and need not be known', () =>
    expect(fieldsOf('birth-date', questions['birth-date'], { member: '1', people: [] })).toEqual([
      { id: answerField, kind: 'birth-text', unsure: true },
    ]))
})

describe('what stands on a page', () => {
  test('the answer of whom it is about', () => {
    const check = withAnswerOf(family, '2', 'sex', 'female')
    const sex = (member: string | null) => givenOn(check, { member, people: [] }, 'sex', questions.sex)[answerField]
    expect(['1', '2', '9', null].map(sex)).toEqual([undefined, 'female', undefined, undefined])
  })

  test('who has an answer of their own differs, whether they were named or not', () => {
    const answered = withAnswerOf(family, '1', 'med', 'none')
    expect(givenOn(answered, all, 'med', questions.med)[differField]).toEqual(['1'])
    const named = withQuestion(family, all, 'med', questions.med, { [answerField]: given('none'), [differField]: given('3') }, asOf).check
    expect(givenOn(named, all, 'med', questions.med)[differField]).toEqual(['3'])
  })

  test('nobody is named below an option where nobody was, nor below one that is not chosen', () => {
    const who = (check: Check) => givenOn(check, all, 'anyone', questions.anyone)[whoField('wages-owed')]
    expect(who(met(family, 'wages-owed'))).toEqual([])
    expect(who(met(met(family, 'wages-owed', '1'), 'hurt', '2'))).toEqual([])
  })
})

describe('what an option opens', () => {
  test('what was said below an option stays while another is chosen', () =>
    expect(owed(met(met(family, 'wages-owed', '1'), 'hurt', '2'))).toEqual([undefined, 'no', 'no']))

  test('who is named again keeps what they answered', () => {
    const answered = withAnswerOf(met(family, 'wages-owed', '1'), '1', 'wage-owed', 'owed-old')
    expect(owed(met(answered, 'wages-owed', '1'))).toEqual(['owed-old', 'no', 'no'])
  })

  const named = met(family, 'wages-owed', '1')
  test.each([
    ['of whom an option is not about', named, 'wage-owed', '2', true],
    ['not of whom it is about', named, 'wage-owed', '1', false],
    ['not of somebody who is not there', named, 'wage-owed', '9', false],
    ['not what another option opens', withAnswerOf(named, '2', 'injury', 'no'), 'injury', '2', false],
    ['not what no option opens', withAnswerOf(named, '2', 'employer-insurance', 'no'), 'employer-insurance', '2', false],
    ['not where nothing was said of the household', withAnswerOf(named, null, 'anyone', undefined), 'wage-owed', '2', false],
    ['with other options chosen as well', withAnswerOf(named, null, 'anyone', ['hurt', 'wages-owed']), 'wage-owed', '2', true],
  ] as const)('an answer was said at once of all: %s', (_, check, question, member, expected) =>
    expect(isSaidAtOnce(check, { question, member })).toBe(expected),
  )
})

describe('who is added later', () => {
  test('differs in what was said of most, and in nothing else', () => {
    const said: Check = { ...family, answers: { 'live-place': 'qh-town', med: 'none', gone: 'x' } }
    const { members } = withNewMember(said, '叔叔')
    expect(members.slice(0, 3)).toStrictEqual(family.members)
    expect(members.slice(3)).toStrictEqual([{ id: '4', name: '叔叔', answers: {}, differs: ['med'] }])
  })

  test('differs in nothing where nothing was said of most', () =>
    expect(withNewMember(family, '叔叔').members[3]).toStrictEqual({ id: '4', name: '叔叔', answers: {} }))
})

describe('before the list is done', () => {
  const begun: Check = { ...family, rosterDone: false }
  const atHome = (check: Check) => questionsOf(check, services, asOf).flatMap(({ question, member }) => (member === null ? [question] : []))

  test('what is asked of all its members at once is not asked yet', () => {
    const afterList = ['anyone', 'lives-together', 'med', 'pension']
    expect(atHome(family).filter((question) => afterList.includes(question))).toEqual(afterList)
    expect(atHome(begun).filter((question) => afterList.includes(question))).toEqual([])
  })
})

test('what somebody said against the word they are listed by is there to be looked over', () => {
  const listed = { ...withPerson(emptyCheck, '@mother'), rosterDone: true }
  const of = (check: Check) => questionsOf(check, services, asOf).filter(({ question }) => question === 'sex')
  const aged = withAnswerOf(listed, '1', 'birth-date', '1972-01-01')
  expect([of(aged), of(withAnswerOf(aged, '1', 'sex', 'male'))]).toEqual([[], [{ question: 'sex', member: '1', answered: true }]])
})
