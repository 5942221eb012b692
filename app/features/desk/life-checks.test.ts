import { expect, test } from 'vitest'
import type { EventText } from '#app/domain/event-text.ts'
import { checkStep, typedAgain } from './life-checks.ts'

const of = { service: 'skills-training', history: [], today: '2026-11-30' }
const fieldsWrong = (step: Parameters<typeof checkStep>[0], values: Readonly<Record<string, string | EventText>>) =>
  checkStep(step, values, of).map(({ field, key }) => [field, key.split('.').at(-1)])

test.each(['serve', 'collect'] as const)('who took it for the resident is written where somebody did, and only there: %s', (step) => {
  const text: EventText = { text: '卓玛·测试', language: 'zh' }
  expect(fieldsWrong(step, { recipient: 'resident' })).toEqual([])
  expect(fieldsWrong(step, { recipient: 'other', name: text, relation: 'family' })).toEqual([])
  expect(fieldsWrong(step, { recipient: 'other' })).toEqual([
    ['name', 'name'],
    ['relation', 'relation'],
  ])
  expect(fieldsWrong(step, { recipient: 'resident', name: text, relation: 'family' })).toEqual([
    ['name', 'no-name'],
    ['relation', 'no-relation'],
  ])
})

test('a relation that is not to be chosen is taken off: nobody can unchoose it', () => {
  const typed = { recipient: 'resident', name: '卓玛·测试', relation: 'family' }
  expect(typedAgain(typed, checkStep('serve', typed, of))).toEqual({ ...typed, relation: '' })
  expect(typedAgain(typed, [])).toBe(typed)
})
