import { describe, expect, test } from 'vitest'
import { sampleFolder } from '#app/cases/sample-folder.ts'
import type { Value } from '#app/domain/fields/field.ts'
import type { FormField, FormStep } from '#app/domain/form.ts'
import { randomFrom } from '#app/domain/random.ts'
import {
  applicable,
  type DraftApplication,
  type FilledForm,
  formOf,
  isOffered,
  mayAsk,
  offeredOn,
  stepsOf,
  subjectFor,
  subjectName,
} from './application-form.ts'
import { isDone, isTaken, nextStep } from './application-progress.ts'
import { withSeen, withStep, withValue } from './application-step.ts'
import { answererOf, valueIn, withOwnMoved } from './application-values.ts'
import { optionsKey } from './field-texts.ts'

const asOf = '2026-11-24'
const born = { '1': '1986-01-12', '2': '1990-02-02', '3': '2015-03-03' }
const form: FilledForm = {
  answers: { 'hukou-place': 'qh-other', hardship: ['tight'] },
  members: Object.entries(born).map(([id, day]) => ({
    id,
    name: `测试 ${id}`,
    answers: { 'birth-date': day, ...(id === '1' ? { work: 'casual' } : {}) },
  })),
  ...{ applicant: '2', values: {}, seen: [], filled: [] },
}
const wantedOf = (...of: [string, string | null][]): DraftApplication[] =>
  of.map(([service, member], index) => ({ number: index + 1, service, member }))
const keys = (steps: readonly FormStep[]) => steps.map(({ block, subject }) => `${block}/${subject}`)
const field = (id: string, more: object = { kind: 'text', most: 9 }) => ({ id, ...more }) as FormField
const step = (block: string, subject: string, ...fields: FormField[]): FormStep => ({ block, subject, fields })

describe('the steps of a form', () => {
  test('shared blocks once, the applicant before the others, then what each service asks itself', () =>
    expect(keys(stepsOf(form, wantedOf(['school-compulsory', '3'], ['social-assistance', null], ['skills-training', '1']), asOf))).toEqual([
      ...['person/2', 'person/1', 'person/3', 'contact/home', 'address/home', 'household/home', 'dwelling/home'],
      ...['work/2', 'work/1', 'school/3', 'own/n1', 'own/n2', 'own/n3'],
    ]))

  test('the applicant is asked who they are, and no more, where a service is for another', () =>
    expect(keys(stepsOf(form, wantedOf(['skills-training', '1']), asOf)).filter((key) => key.endsWith('/2'))).toEqual(['person/2']))

  test('a service that asks nothing itself has no step of its own, and one there is no form of has none', () => {
    expect(keys(stepsOf(form, wantedOf(['residence-registration', '1']), asOf))).toEqual([
      ...['person/2', 'person/1', 'contact/home', 'address/home', 'dwelling/home'],
    ])
    expect(stepsOf(form, wantedOf(['gone', '1'], ['land-rights', null]), asOf)).toEqual([])
    expect([formOf('gone'), formOf('land-rights')]).toEqual([undefined, undefined])
  })

  test('a question that does not arise for a person is not asked', () => {
    const school = (member: string) =>
      stepsOf(form, wantedOf(['vocational-school', member]), asOf)
        .find(({ block }) => block === 'school')
        ?.fields.map(({ id }) => id)
    expect([school('3'), school('1')]).toEqual([['stage', 'register', 'school'], ['school']])
  })

  test('what can be applied for is offered on the day', () => {
    expect(offeredOn(asOf)).toEqual(applicable)
    const asked = [...applicable, 'land-rights', 'gone']
    expect(asked.filter((service) => isOffered(service, asOf))).toEqual(applicable)
  })
})

test.each([
  ['person', '1', true],
  ['person', '9', false],
  ['contact', 'home', true],
  ['school', 'home', false],
  ['own', 'n1', true],
  ['own', 'n2', false], // It asks nothing itself.
  ['own', 'n3', false],
  ['own', 'n9', false],
  ['gone', '1', false],
])('what is applied for may ask %s of %s: %s', (block, subject, may) => {
  const wanted = wantedOf(['skills-training', '1'], ['residence-registration', '1'], ['gone', '1'])
  expect(mayAsk(form, wanted, block, subject)).toBe(may)
})

describe('whose an answer is', () => {
  const wanted = wantedOf(['job-services', '3'], ['social-assistance', null])
  test.each<[string, string, string | null]>([
    ['n1', 'work', '3'],
    ['n2', 'work', '2'],
    ['n2', 'hardship', null],
    ['home', 'work', '2'],
    ['home', 'dwelling', null],
    ['1', 'work', '1'],
    ['1', 'gone', '1'],
  ])('in a step about %s, the answer to %s is that of %s', (subject, question, member) =>
    expect(answererOf(form, wanted, { subject }, question)).toBe(member),
  )

  test.each<[string, FormField, Value | undefined]>([
    ['1', field('birth-date', { kind: 'birth-date', question: 'birth-date' }), '1986-01-12'],
    ['9', field('birth-date', { kind: 'birth-date', question: 'birth-date' }), undefined],
    ['home', field('hardship', { kind: 'many', question: 'hardship' }), ['tight']],
    ['1', field('name'), '测试'],
    ['2', field('name'), undefined],
  ])('the value in a step about %s of %j is %j', (subject, one, value) =>
    expect(valueIn({ ...form, values: { 'person/1/name': '测试' } }, wanted, step('person', subject, one), one)).toEqual(value),
  )

  test.each([
    ['1', '测试 1'],
    ['n1', '测试 3'],
    ['n2', null],
    ['home', null],
  ])('a step about %s bears the name %s', (subject, name) => expect(subjectName(form, wanted, { subject })).toBe(name))
})

test('conditions see what the form asks itself, of their own application, and of everything else what was answered', () => {
  const values = { 'own/n1/trade': '做饭', 'own/n2/trade': '电工' }
  const [first, second] = wantedOf(['skills-training', '3'], ['skills-training', '9'])
  const of = (one: DraftApplication | undefined) => subjectFor({ ...form, values }, one as DraftApplication, asOf)
  expect([of(first).answer('own.trade'), of(second).answer('own.trade')]).toEqual(['做饭', '电工'])
  expect([of(first).answer('birth-date'), of(second).answer('birth-date')]).toEqual(['2015-03-03', undefined])
  expect([of(first).asOf, of(first).answer('hukou-place'), of(second).answer('hukou-place')]).toEqual([asOf, 'qh-other', 'qh-other'])
  expect(['own.trade', 'lives-together', 'school-stage'].map((id) => of(first).isSkipped(id))).toEqual([false, false, false])
  const adult = subjectFor(form, { number: 1, service: 'skills-training', member: '1' }, asOf)
  expect(['own.school-stage', 'school-stage'].map((id) => adult.isSkipped(id))).toEqual([false, true])
})

test('the own values of one application move to another, to be looked at again', () => {
  const before = {
    values: { 'own/n1/trade': '做饭', 'own/n11/trade': '电工', 'address/home/words': '测试街', 'x/own/n1/': '1' },
    seen: ['own/n1', 'own/n11', 'address/home'],
    filled: ['own/n1/trade', 'own/n11/trade', '1/work'],
  }
  expect(withOwnMoved({ ...form, ...before }, 1, 4)).toEqual({
    ...form,
    values: { 'own/n4/trade': '做饭', 'own/n11/trade': '电工', 'address/home/words': '测试街', 'x/own/n1/': '1' },
    seen: ['own/n11', 'address/home'],
    filled: ['own/n11/trade', '1/work', 'own/n4/trade'],
  })
})

describe('a step is done', () => {
  const asked = step('own', 'n1', field('a'), field('b'), field('c', { kind: 'text', most: 9, optional: true }))
  const done = (values: FilledForm['values'], seen = ['own/n1']) => isDone({ ...form, values, seen }, [], asked, asOf)
  test.each<[string, FilledForm['values'], string[], boolean]>([
    ['with everything that is required', { 'own/n1/a': '1', 'own/n1/b': '2' }, ['own/n1'], true],
    ['not with half of it', { 'own/n1/a': '1' }, ['own/n1'], false],
    ['not with the other half', { 'own/n1/b': '2', 'own/n1/c': '3' }, ['own/n1'], false],
    ['not before it was saved', { 'own/n1/a': '1', 'own/n1/b': '2' }, ['own/n2', 'x/n1'], false],
    ['not with a value that is taken no more', { 'own/n1/a': '1', 'own/n1/b': '2', 'own/n1/c': 'x'.repeat(10) }, ['own/n1'], false],
  ])('%s', (_what, values, seen, expected) => expect(done(values, seen)).toBe(expected))

  test.each<[FormField, Value, boolean]>([
    [field('day', { kind: 'day' }), '2026-11-24', true],
    [field('day', { kind: 'day' }), '2026-11-25', false],
    [field('people', { kind: 'people' }), ['1', '3'], true],
    [field('people', { kind: 'people' }), ['9'], false],
    [field('county', { kind: 'county' }), '630102', true],
    [field('county', { kind: 'county' }), '990000', true],
    [field('county', { kind: 'county' }), '110101', false],
    [field('choice', { kind: 'choice', options: ['a'] }), 'retired', false],
  ])('%j takes %j: %s', (one, value, taken) => expect(isTaken(form, one, value, asOf)).toBe(taken))
})

describe('the next step', () => {
  const wanted = wantedOf(['skills-training', '1'])
  const [first, second, third] = stepsOf(form, wanted, asOf)

  test('about two people of one block, one comes after the other', () => {
    expect(keys([first, second] as FormStep[])).toEqual(['person/2', 'person/1'])
    expect(nextStep(form, wanted, asOf, second)).toEqual(third)
  })
  test('one that does not exist leads to the first', () =>
    expect(nextStep(form, wanted, asOf, { block: 'gone', subject: '1' })).toEqual(first))
  test('the one just left does not follow itself', () => {
    const sample = { service: 'skills-training', county: '990000', mode: 'zh', on: asOf, number: 7 } as const
    const { folder, wanted: one } = sampleFolder(sample, randomFrom(1))
    const undone = { ...folder, seen: folder.seen.filter((key) => key !== 'own/n1') }
    expect(nextStep(undone, [one], asOf)).toMatchObject({ block: 'own', subject: 'n1' })
    expect(nextStep(undone, [one], asOf, { block: 'own', subject: 'n1' })).toBeUndefined()
  })
})

describe('saving a step', () => {
  const wanted = wantedOf(['job-services', '1'])
  const number = field('identity-number', { kind: 'identity-number' })
  const date = field('birth-date', { kind: 'birth-date', question: 'birth-date' })

  test('a value replaces or removes the one before, and was reviewed', () => {
    const before = { ...form, values: { 'own/n1/a': '1', 'own/n1/b': '2' }, filled: ['own/n1/a', 'own/n1/b'] }
    const place = step('own', 'n1')
    expect(withValue(before, wanted, place, field('a'), '3')).toStrictEqual({
      ...before,
      values: { 'own/n1/b': '2', 'own/n1/a': '3' },
      filled: ['own/n1/b'],
    })
    expect(withValue(before, wanted, place, field('a'), undefined).values).toStrictEqual({ 'own/n1/b': '2' })
  })

  test('only the identity number of a person says their sex', () => {
    const sexes = (block: string, one: FormField, value: Value | undefined) =>
      withValue(form, wanted, step(block, '1'), one, value).members.map(({ answers }) => answers.sex)
    expect(sexes('person', number, '990001198601120019')).toEqual(['male', undefined, undefined])
    expect(sexes('own', number, '990001198601120019')).toEqual([undefined, undefined, undefined])
    expect(sexes('person', field('name'), '990001198601120019')).toEqual([undefined, undefined, undefined])
    expect(sexes('person', number, undefined)).toEqual([undefined, undefined, undefined])
  })

  test('a birth date is compared with the number saved before, and with an error nothing is saved', () => {
    const before = { ...form, values: { 'person/1/identity-number': '990001198601120019' } }
    const save = (year: string) =>
      withStep(before, wanted, step('person', '1', date), { 'birth-date': { given: [], year, month: '1', day: '12' } }, asOf)
    expect(save('1986').errors).toEqual([])
    const differs = save('1990')
    expect(differs.errors.map(({ key }) => key)).toEqual(['errors:field.birth-differs'])
    expect(differs.form).toBe(before)
    const half = withStep(form, wanted, step('own', 'n1', field('a'), field('b')), { a: { given: ['1'] } }, asOf, 's2')
    expect([half.form, half.errors.map((one) => one.field)]).toEqual([form, ['s2-b']])
  })

  test('an error names the options of its field', () => {
    const choice = (more: object) => step('own', 'n1', field('trade', { kind: 'choice', options: ['a'], unsure: true, ...more }))
    const named = (one: FormStep, of = wanted) => withStep(form, of, one, {}, asOf).errors.map((error) => error.named?.at)
    expect(named(choice({ question: 'work' }))).toEqual(['questions:work.options'])
    expect(named(choice({}))).toEqual([optionsKey({ block: 'own' }, 'job-services', field('trade'))])
    expect(named(choice({}), [])).toEqual([optionsKey({ block: 'own' }, null, field('trade'))])
  })

  test('people are those of the form', () => {
    const people = field('people', { kind: 'people' })
    const saved = withStep(form, wanted, step('household', 'home', people), { people: { given: ['1', '3'] } }, asOf)
    expect(saved).toEqual({ form: { ...form, values: { 'household/home/people': ['1', '3'] }, seen: ['household/home'] }, errors: [] })
  })

  test('a step saved twice is listed once', () => {
    const once = withSeen(form, { block: 'own', subject: 'n1' })
    expect(once.seen).toEqual(['own/n1'])
    expect(withSeen(once, { block: 'own', subject: 'n1' })).toBe(once)
  })
})
