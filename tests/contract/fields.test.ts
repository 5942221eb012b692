import { expect, test } from 'vitest'
import { kinds } from '#app/domain/fields/index.ts'
import { languages } from '#app/domain/language.ts'
import { stepErrors } from '#app/forms/read-step.ts'
import { flat, texts } from '../../locales/stamp.js'

const codes = [...new Set([...Object.values(kinds).flatMap(({ errors }) => errors), ...stepErrors])].sort()

/** What the sentence of a code may name: what the parser hands over with it. */
const named: Readonly<Record<string, readonly string[]>> = {
  'not-digits': ['example'],
  'text-too-long': ['most'],
  'name-characters': ['letters'],
  'name-script': ['letters'],
  'name-private': ['letters'],
  'name-place': ['letters'],
  'number-out-of-range': ['min', 'max'],
  ...Object.fromEntries(
    ['choose-one-or-unsure', 'choose-some-or-unsure', 'alone-with-others', 'birth-required', 'unsure-and-answer', 'mobile-needed'].map(
      (code) => [code, ['options']],
    ),
  ),
}

/** Errors without a sentence, sentences of no error, and those that name something else than what is handed over with it. */
function sentenceFaults(all: readonly (readonly [key: string, sentence: string])[], errors: readonly string[]): string[] {
  const sentences = all.flatMap(([key, sentence]) => (key.startsWith('field.') ? [[key.slice('field.'.length), sentence] as const] : []))
  const namesIn = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
  return [
    ...errors.filter((code) => !sentences.some(([one]) => one === code)),
    ...sentences.flatMap(([code]) => (errors.includes(code) ? [] : [code])),
    ...sentences.flatMap(([code, sentence]) => (namesIn(sentence).join() === [...(named[code] ?? [])].sort().join() ? [] : [code])),
  ]
}

test.each(languages)('every error of every kind of field has one sentence in %s, and there is no other', (language) =>
  expect(sentenceFaults(flat(texts(language, 'errors')), codes)).toEqual([]),
)

test('an error without a sentence, a sentence of none, and one that names nothing or too much are found', () => {
  const errors = ['text-too-long', 'date-required']
  const right = [
    ['field.text-too-long', '最多 {{most}} 个字'],
    ['field.date-required', '请写日期'],
    ['full.title', '{{any}}'],
  ] as const
  expect(sentenceFaults(right, errors)).toEqual([])
  expect(sentenceFaults(right.slice(0, 1), errors)).toEqual(['date-required'])
  expect(sentenceFaults(right, ['text-too-long'])).toEqual(['date-required'])
  expect(
    sentenceFaults(
      [
        ['field.text-too-long', '太长'],
        ['field.date-required', '请写 {{most}}'],
      ],
      errors,
    ),
  ).toEqual(errors)
})
