import { expect, test } from 'vitest'
import type { Together } from '#app/domain/together.ts'
import { confirm, goTo, leave, listen, saved, together, typedTogether, write } from './together.server.ts'

const place = 'apply/step/person/1'

test('what one writes the other is told; the same again is nothing new', () => {
  goTo('a', place)
  const told: (Together | undefined)[] = []
  const stop = listen('a', 'resident', (state) => told.push(state))
  expect(write('a', place, 'clerk', { 'f-name': ['扎西'] })).toBe(true)
  write('a', place, 'clerk', { 'f-name': ['扎西'] })
  expect(told.map((state) => [state?.screens, state?.values['f-name']?.given])).toEqual([
    [1, undefined],
    [1, ['扎西']],
  ])
  stop()
  expect(together('a').screens).toBe(0)
})

test('who is elsewhere by now writes nothing, and going on forgets what was not saved', () => {
  goTo('b', place)
  write('b', place, 'resident', { 'f-name': ['x'] })
  goTo('b', 'apply/step/contact/home')
  expect(write('b', place, 'resident', { 'f-name': ['y'] })).toBe(false)
  expect(together('b').values).toEqual({})
})

test('what stood in the form fills only what nobody has written', () => {
  goTo('c', place)
  write('c', place, 'resident', { 'f-name': ['བཀྲ་ཤིས'] })
  write('c', place, 'clerk', { 'f-name': [''], 'f-other': ['1'] }, true)
  expect(together('c').values).toMatchObject({ 'f-name': { given: ['བཀྲ་ཤིས'], by: 'resident' }, 'f-other': { given: ['1'], by: 'clerk' } })
})

test('what was confirmed is not any more once it changes', () => {
  goTo('d', place)
  write('d', place, 'clerk', { 'f-name': ['1'] })
  confirm('d', place)
  expect(together('d').confirmed).toEqual([place])
  write('d', place, 'clerk', { 'f-name': ['2'] })
  expect(together('d').confirmed).toEqual([])
  // Whoever looked over everything saw it as it stood.
  const other = 'apply/step/work/1'
  for (const one of [place, other, 'apply/answers']) confirm('d', one)
  saved('d', place)
  expect(together('d').confirmed).toEqual([other])
})

test('nothing but inputs of a form is taken', () => {
  goTo('e', place)
  write('e', place, 'resident', { pin: ['481592'], __proto__: ['x'], 'f-name': ['1'] })
  expect(Object.keys(together('e').values)).toEqual(['f-name'])
})

test('with the end everything is forgotten and everybody is told', () => {
  goTo('f', place)
  write('f', place, 'clerk', { 'f-name': ['1'] })
  let last: Together | undefined | 'nothing' = 'nothing'
  listen('f', 'clerk', (state) => {
    last = state
  })
  leave('f')
  expect(last).toBeUndefined()
  expect(together('f').values).toEqual({})
})

test('parts of a date are inputs of their own', () => {
  goTo('g', place)
  write('g', place, 'resident', { 'f-born-year': ['1986'] })
  const saved = { given: [], year: '1985', month: '1' }
  expect(typedTogether(together('g'), 'f-born', saved)).toEqual({ given: [], year: '1986', month: '1' })
  expect(typedTogether(together('g'), 'f-born', saved, 'clerk')).toEqual(saved)
})
