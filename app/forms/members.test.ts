import { expect, test } from 'vitest'
import type { Answers } from '#app/domain/household.ts'
import {
  birthDaysOf,
  householdOf,
  isTooLong,
  longestStoredName,
  memberOf,
  mostMembers,
  type Peopled,
  withAnswerOf,
  withoutPerson,
  withPerson,
} from './members.ts'

const nobody: Peopled = { answers: {}, members: [] }
const two = () => withPerson(withPerson(nobody, '女儿'), '女儿')

test('members are added up to twelve, never two with one name, and ids are not reused', () => {
  expect(two().members.map(({ name }) => name)).toEqual(['女儿', '女儿 2'])
  expect(['儿子', '女儿', '女儿 2'].map((name) => withPerson(two(), name).members.at(-1)?.name)).toEqual(['儿子', '女儿 3', '女儿 2 2'])
  const other = withPerson(withoutPerson(two(), '1'), '儿子')
  expect(other.members.map(({ id }) => id)).toEqual(['2', '3'])
  const full = Array.from({ length: 20 }, (_, at) => `${at}`).reduce((sum, name) => withPerson(sum, name), other)
  expect(full.members).toHaveLength(mostMembers)
})

test('the id of whoever was removed is never given to somebody else, until there is no other', () => {
  const last = (of: Peopled) => withPerson(of, '奶奶').members.at(-1)?.id
  expect(last(withoutPerson(two(), '2'))).toBe('3')
  expect(last(withoutPerson(withPerson(withoutPerson(two(), '2'), '儿子'), '3'))).toBe('4')
  expect(last(['1', '2'].reduce(withoutPerson, two()))).toBe('3')
  expect(last({ ...two(), lastId: 9998 })).toBe('9999')
  expect(last({ ...two(), lastId: 9999 })).toBe('3')
})

test('an answer belongs to its member, and can be removed; names never reach the household that is judged', () => {
  const told = withAnswerOf(withAnswerOf(two(), '2', 'sex', 'female'), null, 'land', ['arable'])
  expect([told.answers, memberOf(told, '1')?.answers, memberOf(told, '2')?.answers]).toEqual([{ land: ['arable'] }, {}, { sex: 'female' }])
  expect(withAnswerOf(told, '2', 'sex', undefined).members).toEqual(two().members)
  expect(JSON.stringify(householdOf(told))).not.toContain('女儿')
  expect(memberOf(told, '9')).toBeUndefined()
})

test('a name is too long by its letters, and by the marks of one letter; with a number it can still be stored', () => {
  expect(isTooLong('字'.repeat(20))).toBe(false)
  expect(isTooLong('字'.repeat(21))).toBe(true)
  expect(isTooLong(`a${'\u0301'.repeat(500)}`)).toBe(true)
  const longest = `a${'\u0301'.repeat(longestStoredName - 4)}`
  expect([isTooLong(longest), isTooLong(`${longest}\u0301`)]).toEqual([false, true])
  const { members } = Array.from({ length: mostMembers }).reduce<Peopled>((all) => withPerson(all, longest), nobody)
  expect(Math.max(...members.map(({ name }) => name.length))).toBeLessThanOrEqual(longestStoredName)
})

test('days of birth are known of those who gave one, and not of an age, a year or nothing', () => {
  const days = ['2015-03-03', '1986', 'unsure', '1985-11-25/1986-11-24', '1986-01-12']
  const given: readonly Answers[] = [...days.map((day): Answers => ({ 'birth-date': day })), {}, { sex: 'male' }]
  const members = given.map((answers, index) => ({ id: `${index + 1}`, name: '', answers }))
  expect(birthDaysOf({ members })).toEqual(['2015-03-03', '1986-01-12'])
})
