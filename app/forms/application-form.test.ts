import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { type Folder, isAboutChild, papersOf } from '#app/cases/folder.ts'
import { sampleFolder } from '#app/cases/sample-folder.ts'
import { randomFrom } from '#app/domain/random.ts'
import { services } from '#app/services/index.ts'
import { applicable, type DraftApplication, deliverable, formOf, mayAsk, stepsOf } from './application-form.ts'
import { isDone, nextStep } from './application-progress.ts'
import { withStep, withValue } from './application-step.ts'
import { isFilledIn, knownIn, withoutOwn } from './application-values.ts'
import { withPerson } from './members.ts'
import { setShortMessagesOffered } from './short-messages.ts'

const asOf = '2026-11-24'
const people = ['我自己', '儿子', '女儿'].reduce((sum, name) => withPerson(sum, name), {
  answers: { 'hukou-place': 'qh-other' },
  members: [] as { id: string; name: string; answers: Record<string, string> }[],
})
const folder: Folder = {
  ...people,
  members: people.members.map((person) => ({ ...person, answers: { 'birth-date': person.id === '1' ? '1986-01-12' : '2018-02-02' } })),
  applicant: '1',
  values: {},
  seen: [],
  filled: [],
}
const picks = applicable.flatMap((service): Omit<DraftApplication, 'number'>[] =>
  services.find(({ id }) => id === service)?.unit === 'household'
    ? [{ service, member: null }]
    : ['1', '2'].map((member) => ({ service, member })),
)
const wantedOf = (chosen: readonly Omit<DraftApplication, 'number'>[]): DraftApplication[] =>
  chosen.map((one, index) => ({ ...one, number: index + 1 }))
const some = fc.subarray(picks, { minLength: 1 }).map(wantedOf)
const keyOf = ({ block, subject }: { block: string; subject: string }) => `${block}/${subject}`

describe('a family folder', () => {
  test('asks each shared block once, however many services ask for it', () =>
    fc.assert(
      fc.property(some, (wanted) => {
        const keys = stepsOf(folder, wanted, asOf).map(keyOf)
        return new Set(keys).size === keys.length
      }),
    ))

  test('asks for each paper once, and says which applications it is for', () =>
    fc.assert(
      fc.property(some, (wanted) => {
        const papers = papersOf(folder, wanted, asOf)
        const numbers = new Set(wanted.map(({ number }) => number))
        return (
          new Set(papers.map(({ key }) => key)).size === papers.length &&
          papers.every((paper) => paper.numbers.every((one) => numbers.has(one)))
        )
      }),
    ))

  test('removing a service leaves the questions of the others unchanged', () =>
    fc.assert(
      fc.property(some, fc.nat(), (wanted, at) => {
        const rest = wanted.filter((_, index) => index !== at % wanted.length)
        const [before, after] = [stepsOf(folder, wanted, asOf), stepsOf(folder, rest, asOf)].map((steps) => steps.map(keyOf))
        return after?.every((key) => before?.includes(key)) ?? false
      }),
    ))

  test('the steps of several services are those of each alone, put together', () =>
    fc.assert(
      fc.property(some, (wanted) => {
        const combined = stepsOf(folder, wanted, asOf).map(keyOf).sort()
        const alone = [...new Set(wanted.flatMap((one) => stepsOf(folder, [one], asOf).map(keyOf)))].sort()
        expect(combined).toEqual(alone)
      }),
    ))

  test('a field with a condition is shown only where its condition may hold', () => {
    const wanted = wantedOf([{ service: 'job-services', member: '1' }])
    const work = (answer: string) =>
      stepsOf({ ...folder, members: folder.members.map((one) => ({ ...one, answers: { ...one.answers, work: answer } })) }, wanted, asOf)
        .find(({ block }) => block === 'work')
        ?.fields.map(({ id }) => id)
    expect(work('employed-contract')).toContain('employer')
    expect(work('unemployed')).not.toContain('employer')
  })

  test('a step with nothing to ask of somebody is left out: work of a child', () => {
    const wanted = wantedOf(['1', '2'].map((member) => ({ service: 'job-services', member })))
    const about = (block: string) => stepsOf(folder, wanted, asOf).flatMap((step) => (step.block === block ? [step.subject] : []))
    expect([about('person'), about('work')]).toEqual([['1', '2'], ['1']])
    const may = (block: string, subject: string) => mayAsk(folder, wanted, block, subject)
    expect([may('work', '2'), may('own', 'n2'), may('address', 'home')]).toEqual([true, true, true])
    expect([may('work', '4'), may('own', 'n3'), may('school', '2'), may('none', '1')]).toEqual([false, false, false, false])
  })

  test('a step is done once it was saved with every required value', () => {
    const wanted = wantedOf([{ service: 'skills-training', member: '1' }])
    const step = stepsOf(folder, wanted, asOf).find(({ block }) => block === 'own')
    if (!step) throw new Error('There is no own step')
    expect(isDone(folder, wanted, step, asOf)).toBe(false)
    const empty = withStep(folder, wanted, step, {}, asOf)
    expect(empty.errors.map(({ key, label }) => [key, label])).toEqual([
      ['errors:field.text-required', 'services/skills-training:form.trade.label'],
    ])
    const filled = withStep(folder, wanted, step, { trade: { given: ['做饭'] } }, asOf)
    expect(filled.errors).toEqual([])
    expect(isDone(filled.form, wanted, step, asOf)).toBe(true)
  })

  test('an identity number fills in the birth date, and a different one is an error', () => {
    const wanted = wantedOf([{ service: 'job-services', member: '1' }])
    const step = stepsOf(folder, wanted, asOf).find(({ block, subject }) => block === 'person' && subject === '1')
    if (!step) throw new Error('There is no step about the person')
    const typed = { name: { given: ['扎西 东珠'] }, 'identity-number': { given: ['990001198601120019'] } }
    const { form, errors } = withStep(folder, wanted, step, typed, asOf)
    expect(errors).toEqual([])
    expect(form.members[0]?.answers).toMatchObject({ 'birth-date': '1986-01-12', sex: 'male' })
    const differs = withStep(folder, wanted, step, { ...typed, 'birth-date': { given: [], year: '1990', month: '1', day: '12' } }, asOf)
    expect(differs.errors.map(({ key }) => key)).toEqual(['errors:field.birth-differs'])
  })

  test('a person who may be under 14 needs a guardian, unless they are the applicant', () => {
    const [first] = folder.members
    const grown: Folder = { ...folder, members: [...(first ? [first] : []), { id: '2', name: '小明', answers: {} }] }
    const about = (member: string) => isAboutChild(grown, wantedOf([{ service: 'job-services', member }]), asOf)
    expect(['1', '2'].map(about)).toEqual([false, true])
  })

  test('nobody whose word says that they are grown up needs one, whatever language it was chosen in', () => {
    const needs = (name: string) => {
      const members = folder.members.slice(0, 1).concat({ id: '2', name, answers: {} })
      return isAboutChild({ ...folder, members }, wantedOf([{ service: 'job-services', member: '2' }]), asOf)
    }
    expect(['妻子', 'ཨ་མ', '奶奶 2', '儿子', '弟弟', '小明'].map(needs)).toEqual([false, false, false, true, true, true])
  })

  test('a child in the folder needs a guardian, whomever something is for', () => {
    const wanted = wantedOf([{ service: 'social-assistance', member: null }])
    const withMembers = (...ids: string[]) =>
      isAboutChild({ ...folder, members: folder.members.filter(({ id }) => ids.includes(id)) }, wanted, asOf)
    expect([withMembers('1'), withMembers('1', '3')]).toEqual([false, true])
  })

  test('a removed service takes its own values with it', () => {
    const values = { 'own/n1/trade': '做饭', 'own/n11/trade': '电工', 'address/home/words': '测试街 0 号' }
    const { values: left, seen } = withoutOwn({ ...folder, values, seen: ['own/n1', 'own/n11', 'address/home'] }, 1)
    expect(left).toEqual({ 'own/n11/trade': '电工', 'address/home/words': '测试街 0 号' })
    expect(seen).toEqual(['own/n11', 'address/home'])
  })
})

test('every service but the rights to the land can be applied for', () =>
  expect(services.filter(({ id }) => formOf(id) === undefined).map(({ id }) => id)).toEqual(['land-rights']))

test('the next step is the one after the step just left, then the first before it, then none', () => {
  const wanted = wantedOf([{ service: 'skills-training', member: '1' }])
  const steps = stepsOf(folder, wanted, asOf)
  const [first, second] = steps
  expect(nextStep(folder, wanted, asOf)).toEqual(first)
  expect(nextStep(folder, wanted, asOf, first)).toEqual(second)
  expect(nextStep(folder, wanted, asOf, steps.at(-1))).toEqual(first)
  const { folder: whole, wanted: one } = sampleFolder(
    { service: 'skills-training', county: '990000', mode: 'zh', on: asOf, number: 7 },
    randomFrom(1),
  )
  expect(nextStep(whole, [one], asOf)).toBeUndefined()
})

test('a reviewed value is no longer marked as filled in', () => {
  const wanted = wantedOf([{ service: 'job-services', member: '1' }])
  const [step] = stepsOf(folder, wanted, asOf)
  const born = step?.fields.find(({ id }) => id === 'birth-date')
  if (!step || !born) throw new Error('There is no step about the person')
  const known = { ...folder, values: { 'person/1/name': '测试' }, filled: ['1/birth-date', 'person/1/name', '1/work'] }
  expect(step.fields.filter((field) => isFilledIn(known, wanted, step, field)).map(({ id }) => id)).toEqual(['name', 'birth-date'])
  expect(withValue(known, wanted, step, born, '1990-01-01').filled).toEqual(['person/1/name', '1/work'])
  expect(knownIn(folder)).toEqual(['home/hukou-place', '1/birth-date', '2/birth-date', '3/birth-date'])
})

describe('short messages', () => {
  afterEach(() => setShortMessagesOffered(true))
  const fields = [
    { id: 'phone', kind: 'phone' },
    { id: 'how', kind: 'choice', options: ['a', 'b'] },
    { id: 'messages', kind: 'choice', options: ['sms', 'none'], needsMobile: { option: 'sms', in: 'phone' } },
  ] as const

  test.each([
    [true, ['phone', 'how', 'messages']],
    [false, ['phone', 'how']],
  ])('where they are delivered (%s), these fields are asked: %j', (offered, ids) => {
    setShortMessagesOffered(offered)
    expect(deliverable(fields).map(({ id }) => id)).toEqual(ids)
  })
})
