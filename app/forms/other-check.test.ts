import { expect, test } from 'vitest'
import { checkInput, isOfAnotherCheck } from './other-check.ts'

function form(of?: string): FormData {
  const posted = new FormData()
  if (of !== undefined) posted.set(checkInput, of)
  return posted
}

test.each([
  ['the same check', form('a'), { id: 'a' }, false],
  ['another one', form('b'), { id: 'a' }, true],
  ['one that was cleared', form('b'), {}, true],
  ['a page from before anything was answered', form(''), { id: 'a' }, false],
  ['a page that says nothing', form(), { id: 'a' }, false],
])('a posted page is of another check only where it names another: %s', (_, posted, check, expected) =>
  expect(isOfAnotherCheck(posted, check)).toBe(expected),
)
