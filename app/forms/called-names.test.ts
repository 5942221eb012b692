import { expect, test } from 'vitest'
import { bornForAge } from '#app/domain/day.ts'
import { languages } from '#app/domain/language.ts'
import { memberName } from '#app/i18n/member-name.ts'
import { called } from './called-names.ts'
import { saidByRelation } from './members.ts'

const asOf = '2027-03-01'
type Person = readonly [name: string, born?: string]
const calledIn = (...people: readonly Person[]) => {
  const members = people.map(([name, born], index) => ({
    ...{ id: String(index + 1), name },
    answers: (born ? { 'birth-date': born } : {}) as Readonly<Record<string, string>>,
  }))
  return called({ answers: {}, members }, asOf).members.map(({ name }) => name)
}
const shown = (...people: readonly Person[]) => calledIn(...people).map((name) => memberName('zh', name))

test.each<[string, readonly Person[], string[]]>([
  [
    'by age',
    [
      ['@son', '2015-01-01'],
      ['@son 2', '2019-06-01'],
    ],
    ['儿子（12 岁）', '儿子（7 岁）'],
  ],
  [
    'by an age that was typed',
    [
      ['@son', bornForAge(9, asOf)],
      ['@son 2', bornForAge(8, asOf)],
    ],
    ['儿子（9 岁）', '儿子（8 岁）'],
  ],
  [
    'not yet a year old',
    [
      ['@daughter', '2026-12-01'],
      ['@daughter 2', '2019-06-01'],
    ],
    ['女儿（不满 1 岁）', '女儿（7 岁）'],
  ],
  [
    'twins by number',
    [
      ['@son', '2019-06-01'],
      ['@son 2', '2019-06-01'],
      ['@son 3', '2010-06-01'],
    ],
    ['儿子 1', '儿子 2', '儿子（16 岁）'],
  ],
  ['by number while no age is known', [['@son'], ['@son 2']], ['儿子 1', '儿子 2']],
  [
    'one of two by age',
    [
      ['@son', 'unsure'],
      ['@son 2', '2019-06-01'],
    ],
    ['儿子 1', '儿子（7 岁）'],
  ],
  [
    'who is alone of a word by the word',
    [
      ['@son', '2015-01-01'],
      ['@daughter 2', '2015-01-01'],
    ],
    ['儿子', '女儿'],
  ],
  ['a typed name as it was typed', [['扎西'], ['扎西 2']], ['扎西', '扎西 2']],
])('two people with one word are told apart: %s', (_, people, names) => {
  expect(shown(...people)).toEqual(names)
  expect(new Set(names).size).toBe(names.length)
})

test.each(languages)('and so they are in %s, with what the word says of them', (language) => {
  const names = calledIn(['@son', '2015-01-01'], ['@son 2', '2026-12-01'], ['@son 3', '2019-06-01'])
  expect(new Set(names.map((name) => memberName(language, name))).size).toBe(3)
  for (const name of names) expect(memberName(language, name)).toContain(memberName(language, '@son'))
  expect(names.map(saidByRelation)).toEqual(names.map(() => ({ sex: 'male' })))
})

test('a name somebody typed is never read as one with an age', () => expect(memberName('zh', '儿子/8')).toBe('儿子/8'))
