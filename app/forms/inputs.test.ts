import { expect, test } from 'vitest'
import { typedFrom } from './inputs.ts'

test('who wrote too much gets all of it back', () => {
  const form = new FormData()
  const text = '路'.repeat(9000)
  form.append('f-words', text)
  expect(typedFrom(form, { kind: 'text', most: 120 }, 'f-words').given).toEqual([text])
})

test('what is no free text is read up to a length nobody types', () => {
  const form = new FormData()
  form.append('f-name', '扎'.repeat(9000))
  expect(typedFrom(form, { kind: 'name' }, 'f-name').given).toEqual(['扎'.repeat(4000)])
})
