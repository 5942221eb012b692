import { expect, test } from 'vitest'
import type { ApplicationEvent } from '#app/domain/event.ts'
import { askedAgain, couldHaveBeenAsked, differsIn, stillMissing } from './repeat-applications.ts'
import type { Submission } from './submission.ts'

const same = (text: string) => ({ zh: text, bo: text })
const submitted = (values: Record<string, string>, files: Record<string, string[]> = {}) =>
  ({
    rows: Object.entries(values).map(([target, value]) => ({ target, title: same(''), label: same(''), value: same(value) })),
    papers: Object.entries(files).map(([key, ids]) => ({ key, words: same(key), files: ids })),
  }) as unknown as Submission

const common = { at: '2026-11-24T08:00:00.000Z' }
const ask: ApplicationEvent = {
  type: 'ask-correction',
  actor: { role: 'reviewer', id: 'r' },
  ...common,
  items: [{ target: 'a', reason: 'other' }],
}
const resubmit = (before: Submission): ApplicationEvent => ({
  ...{ type: 'resubmit', actor: { role: 'resident' }, ...common, language: 'bo', version: '1' },
  ...{ changed: ['a'], before },
})

test('before the first answer nothing could have been asked earlier', () => {
  expect(couldHaveBeenAsked([], submitted({ a: '1' }))('a')).toBe(false)
  expect(couldHaveBeenAsked([ask], submitted({ a: '1' }))('a')).toBe(false)
})

test('what is unchanged could have been asked earlier, also what was missing; what changed could not', () => {
  const history = [ask, resubmit(submitted({ a: '1', b: '1' }, { paper: ['x'], other: [] }))]
  const could = couldHaveBeenAsked(history, submitted({ a: '2', b: '1' }, { paper: ['x', 'y'], other: [] }))
  expect(['a', 'b', 'c', 'paper/paper', 'paper/other'].filter(could)).toEqual(['b', 'c', 'paper/other'])
})

test('behind an answer that cannot be read nobody is said to have overlooked anything', () => {
  const lost = { type: 'unreadable', id: 'e', was: 'resubmit', at: common.at } as const
  expect(couldHaveBeenAsked([ask, resubmit(submitted({ b: '1' })), ask, lost], submitted({ b: '1' }))('b')).toBe(false)
})

test('requests that say why they come late are counted', () => {
  expect(askedAgain([ask, { ...ask, again: '上次看漏了' }])).toBe(1)
})

test('what was asked for and is as it was has not come; what was not asked for, or changed, is not missed', () => {
  const asked: ApplicationEvent = { ...ask, items: ['a', 'b', 'paper/paper'].map((target) => ({ target, reason: 'missing' })) }
  const history = [asked, resubmit(submitted({ a: '1', c: '1' }, { paper: [] }))]
  const missing = stillMissing(history, submitted({ a: '2', c: '1' }, { paper: [] }))
  expect(['a', 'b', 'c', 'paper/paper'].filter(missing)).toEqual(['b', 'paper/paper'])
})

test('nothing is missed before the first answer, before a new request, or where the request cannot be read', () => {
  const now = submitted({ a: '1' })
  expect(stillMissing([], now)('a')).toBe(false)
  expect(stillMissing([ask], now)('a')).toBe(false)
  const lost = { type: 'unreadable', id: 'e', was: 'ask-correction', at: common.at } as const
  expect(stillMissing([ask, resubmit(now), lost, resubmit(now)], now)('a')).toBe(false)
  expect(stillMissing([ask, resubmit(now)], now)('a')).toBe(true)
})

test('a submission differs from one where another value, or another file, stands; from none it differs in what is filled in', () => {
  const differs = differsIn(
    submitted({ a: '1', b: '1' }, { paper: ['x'], other: [] }),
    submitted({ a: '2', b: '1' }, { paper: ['y'], other: [] }),
  )
  expect(['a', 'b', 'c', 'paper/paper', 'paper/other'].filter(differs)).toEqual(['a', 'paper/paper'])
  expect(['a', 'b'].filter(differsIn(undefined, submitted({ a: '1' })))).toEqual(['a'])
})
