import { expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { memberName } from '#app/i18n/member-name.ts'
import { keyName, listable, typedName } from './relatives.ts'

test('what is stored of a relative never changes', () =>
  expect(listable.map(keyName)).toEqual(
    expect.arrayContaining([
      ...['@myself', '@wife', '@husband', '@father', '@mother', '@son', '@daughter', '@grandfather', '@grandmother'],
      ...['@maternal-grandfather', '@maternal-grandmother', '@elder-brother', '@younger-brother', '@elder-sister', '@younger-sister'],
      ...['@grandson', '@granddaughter'],
    ]),
  ))

test.each(languages)('every relative has a word of its own in %s', (language) => {
  const words = listable.map((one) => memberName(language, keyName(one)))
  expect(words.filter((word) => word.includes('@'))).toEqual([])
  expect(new Set(words).size).toBe(listable.length)
})

test.each([
  ['@father', 'father'],
  [' @@ 大女儿', '大女儿'],
  ['大女儿', '大女儿'],
  ['@', ''],
])('a name typed as %j is taken as %j, never for a key', (typed, name) => expect(typedName(typed.trim())).toBe(name))
