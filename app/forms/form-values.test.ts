import { expect, test } from 'vitest'
import { postedValues } from './form-values.ts'

test('values are posted again in their order, without files and those named', () => {
  const form = new FormData()
  for (const [name, value] of ['a 1', 'token x', 'a 2', 'b 3'].map((one) => one.split(' '))) form.append(name ?? '', value ?? '')
  form.append('file', new Blob(['x']))
  expect(postedValues(form, ['token'])).toEqual([
    ['a', '1'],
    ['a', '2'],
    ['b', '3'],
  ])
  expect(postedValues(form).map(([name]) => name)).toEqual(['a', 'token', 'a', 'b'])
})
