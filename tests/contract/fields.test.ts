import { expect, test } from 'vitest'
import { kinds } from '#app/domain/fields/index.ts'
import { stepErrors } from '#app/forms/read-step.ts'
import { flat, texts } from '../../locales/stamp.js'

const codes = [...new Set([...Object.values(kinds).flatMap(({ errors }) => errors), ...stepErrors])].sort()

/** What the sentence of a code may name: what the parser hands over with it. */
const named: Readonly<Record<string, readonly string[]>> = {
  'not-digits': ['example'],
  'words-too-long': ['most'],
  'name-characters': ['letters'],
  'name-script': ['letters'],
  'name-private': ['letters'],
  'name-place': ['letters'],
  'number-out-of-range': ['min', 'max'],
}

test.each(['zh', 'bo'])('every error of every kind of field has one sentence in %s, and there is no other', (language) => {
  const sentences = flat(texts(language, 'errors')).filter(([key]) => key.startsWith('field.'))
  expect(sentences.map(([key]) => key.slice('field.'.length)).sort()).toEqual(codes)
  for (const [key, sentence] of sentences) {
    const names = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
    expect(names.sort(), key).toEqual([...(named[key.slice('field.'.length)] ?? [])].sort())
  }
})
