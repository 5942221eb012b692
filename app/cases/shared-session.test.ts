import { expect, test } from 'vitest'
import type { SharedSession } from '#app/domain/shared-session.ts'
import {
  confirm,
  endSharedSession,
  moveTo,
  revokeConfirmation,
  sharedSession,
  subscribe,
  typedInSharedSession,
  writeFields,
} from './shared-session.server.ts'

const place = 'apply/step/person/1'

test('the other screen is told what one screen types; the same input again is no change', () => {
  moveTo('a', place)
  const told: (SharedSession | undefined)[] = []
  const stop = subscribe('a', 'resident', (state) => told.push(state))
  expect(writeFields('a', place, 'clerk', { 'f-name': ['扎西'] })).toBe(true)
  writeFields('a', place, 'clerk', { 'f-name': ['扎西'] })
  expect(told.map((state) => [state?.screens, state?.values['f-name']?.given])).toEqual([
    [1, undefined],
    [1, ['扎西']],
  ])
  stop()
  expect(sharedSession('a').screens).toBe(0)
})

test('input for a page left is ignored, and leaving a page deletes what was not saved', () => {
  moveTo('b', place)
  writeFields('b', place, 'resident', { 'f-name': ['x'] })
  moveTo('b', 'apply/step/contact/home')
  expect(writeFields('b', place, 'resident', { 'f-name': ['y'] })).toBe(false)
  expect(sharedSession('b').values).toEqual({})
})

test('saved values fill only inputs nobody has typed into', () => {
  moveTo('c', place)
  writeFields('c', place, 'resident', { 'f-name': ['བཀྲ་ཤིས'] })
  writeFields('c', place, 'clerk', { 'f-name': [''], 'f-other': ['1'] }, true)
  expect(sharedSession('c').values).toMatchObject({
    'f-name': { given: ['བཀྲ་ཤིས'], by: 'resident' },
    'f-other': { given: ['1'], by: 'clerk' },
  })
})

test('a confirmed page that changes is no longer confirmed', () => {
  moveTo('d', place)
  writeFields('d', place, 'clerk', { 'f-name': ['1'] })
  confirm('d', place)
  expect(sharedSession('d').confirmed).toEqual([place])
  writeFields('d', place, 'clerk', { 'f-name': ['2'] })
  expect(sharedSession('d').confirmed).toEqual([])
  // Whoever looked over everything saw it as it stood.
  const other = 'apply/step/work/1'
  for (const one of [place, other, 'apply/answers']) confirm('d', one)
  revokeConfirmation('d', place)
  expect(sharedSession('d').confirmed).toEqual([other])
})

test('only inputs of a form are accepted', () => {
  moveTo('e', place)
  writeFields('e', place, 'resident', { pin: ['481592'], __proto__: ['x'], 'f-name': ['1'] })
  expect(Object.keys(sharedSession('e').values)).toEqual(['f-name'])
})

test('at the end everything is deleted and both screens are told', () => {
  moveTo('f', place)
  writeFields('f', place, 'clerk', { 'f-name': ['1'] })
  let last: SharedSession | undefined | 'nothing' = 'nothing'
  subscribe('f', 'clerk', (state) => {
    last = state
  })
  endSharedSession('f')
  expect(last).toBeUndefined()
  expect(sharedSession('f').values).toEqual({})
})

test('parts of a date have an input each', () => {
  moveTo('g', place)
  writeFields('g', place, 'resident', { 'f-born-year': ['1986'] })
  const saved = { given: [], year: '1985', month: '1' }
  expect(typedInSharedSession(sharedSession('g'), 'f-born', saved)).toEqual({ given: [], year: '1986', month: '1' })
  expect(typedInSharedSession(sharedSession('g'), 'f-born', saved, 'clerk')).toEqual(saved)
})
