import { expect, test } from 'vitest'
import { typedFrom } from './inputs.ts'

test('who wrote too much gets all of it back', () => {
  const form = new FormData()
  const text = '路'.repeat(9000)
  form.append('f-words', text)
  expect(typedFrom(form, { kind: 'text', most: 120 }, 'f-words').given).toEqual([text])
})
