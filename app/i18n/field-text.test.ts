import { expect, test } from 'vitest'
import type { Shown } from '#app/domain/fields/field.ts'
import { languages } from '#app/domain/language.ts'
import { nameShown, shownText } from './field-text.ts'
import { nameIn } from './stored-names.ts'

const options = 'questions:housing.options'
const said = { options, asOf: '2026-11-24', personName: (id: string) => `人${id}` }

test.each<[Shown, boolean]>([
  [{ as: 'options', options: ['none'] }, true],
  [{ as: 'options', options: ['one-nobody-knows'] }, true],
  [{ as: 'county', county: '630104' }, true],
  [{ as: 'county', county: '999999' }, true],
  [{ as: 'options', options: [] }, false],
  [{ as: 'options', options: ['none', 'unsure'] }, false],
  [{ as: 'people', people: ['1'] }, false],
  [{ as: 'text', text: '测试街' }, false],
  [{ as: 'day', day: '2026-11-24' }, false],
  [{ as: 'birth', birth: '1986-01-12' }, false],
  [{ as: 'number', min: 1, max: 9, unit: 'yuan' }, false],
])('%j is shown as the name it has: %s', (shown, isName) => {
  const name = nameShown(shown, options)
  expect(name !== undefined).toBe(isName)
  if (name) for (const language of languages) expect(nameIn(language, name)).toBe(shownText(language, shown, said))
})
