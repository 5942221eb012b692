import { expect, test } from 'vitest'
import { sentInputs, shownInput, shownInputs, standingInputs } from './shown-inputs.ts'

const text = { kind: 'text', most: 9 } as const
const day = { kind: 'day' } as const
const form = (...values: readonly (readonly [string, string])[]) => {
  const data = new FormData()
  for (const [name, value] of values) data.append(name, value)
  return data
}

test('every input of a field stands with what is in it, a part of it alone', () => {
  expect(standingInputs(text, 'f-words', { given: ['草'] })).toEqual([['f-words', ['草']]])
  expect(standingInputs(day, 'f-since', { given: [], year: '2026', month: '1' })).toEqual([
    ['f-since', []],
    ['f-since-year', ['2026']],
    ['f-since-month', ['1']],
    ['f-since-day', ['']],
  ])
})

test('a form carries what its inputs were shown with, and it is read beside what is sent', () => {
  const shown = shownInputs({ kind: 'many', options: ['a', 'b'] }, 'f-which', { given: ['a', 'b'] })
  expect(shown).toEqual(['["f-which","a","b"]'])
  const carried = shown.map((json) => ['shown', json] as const)
  expect(shownInput).toBe('shown')
  expect(sentInputs(form(...carried, ['f-which', 'b'], ['other', 'x']))).toEqual([{ name: 'f-which', given: ['b'], shown: ['a', 'b'] }])
})

test('an input that is named, but not shown with anything, was shown with nothing that is known', () =>
  expect(sentInputs(form(['name', 'f-a'], ['name', 'f-b'], ['f-a', '1'], ['shown', '["f-b"]']))).toEqual([
    { name: 'f-a', given: ['1'], shown: null },
    { name: 'f-b', given: [], shown: [] },
  ]))

test.each(['', '{', '{}', '[]', '[1,"a"]', 'null', '7'])('%s says of no input what it was shown with', (json) =>
  expect(sentInputs(form(['shown', json], ['name', 'f-a']))).toEqual([{ name: 'f-a', given: [], shown: null }]),
)

test('what is no text in the list is read as one', () =>
  expect(sentInputs(form(['shown', '["f-a",1,null]']))).toEqual([{ name: 'f-a', given: [], shown: ['1', 'null'] }]))
