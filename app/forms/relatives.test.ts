import { expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { memberName } from '#app/i18n/member-name.ts'
import { saidByRelation } from './members.ts'
import { guardians, isGuardian, keyName, listable, relativeIn, typedName } from './relatives.ts'

test('what is stored of a relative never changes', () =>
  expect(listable.map(keyName)).toEqual(
    expect.arrayContaining([
      ...['@myself', '@wife', '@husband', '@father', '@mother', '@son', '@daughter', '@grandfather', '@grandmother'],
      ...['@maternal-grandfather', '@maternal-grandmother', '@elder-brother', '@younger-brother', '@elder-sister', '@younger-sister'],
      ...['@grandson', '@granddaughter'],
    ]),
  ))

test.each(languages)('every relative has a word of its own in %s', (language) => {
  const names = listable.map((one) => memberName(language, keyName(one)))
  expect(names.filter((word) => word.includes('@'))).toEqual([])
  expect(new Set(names).size).toBe(listable.length)
})

test.each([
  ['@father', 'father'],
  [' @@ 大女儿', '大女儿'],
  ['大女儿', '大女儿'],
  ['@', ''],
  ['女儿@家', '女儿@家'],
])('a name typed as %j is taken as %j, never for a key', (typed, name) => expect(typedName(typed.trim())).toBe(name))

test.each([
  ['@mother', 'mother', 'female'],
  ['@elder-brother 2', 'elder-brother', 'male'],
  ['@grandson', 'grandson', 'male'],
  ['@younger-sister', 'younger-sister', 'female'],
  ['@son 12', 'son', 'male'],
  ['@myself', 'myself', undefined],
  ['mother', undefined, undefined],
  ['x@mother', undefined, undefined],
  ['@mother 2 x', undefined, undefined],
  ['@guardian', undefined, undefined],
] as const)('%s is %s, whose sex the word says: %s', (name, relative, sex) => {
  expect(relativeIn(name)).toBe(relative)
  expect(saidByRelation(name)).toEqual(sex === undefined ? {} : { sex })
})

test('who looks after a child is one of those there are words for', () => {
  expect(guardians.filter((one) => !isGuardian(one))).toEqual([])
  expect(['son', 'wife', 'myself', ''].filter(isGuardian)).toEqual([])
})
