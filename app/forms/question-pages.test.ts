import { expect, test } from 'vitest'
import { isOfEverybody, pageFrom, pageKey, pagesOf, questionAt, shareAPage } from './question-pages.ts'

const of = (member: string | null, ...ids: readonly string[]) => ids.map((question) => ({ question, member }))
const steps = [
  ...of(null, 'live-place', 'stay', 'permit', 'settle-wish'),
  ...of('1', 'med', 'pension'),
  ...of('2', 'pension'),
  ...of('3', 'med'),
]

test('what belongs together stands on one page, of the household or of one person', () => {
  expect(pagesOf(steps)).toEqual([
    of(null, 'live-place'),
    of(null, 'stay', 'permit'),
    of(null, 'settle-wish'),
    of('1', 'med', 'pension'),
    of('2', 'pension'),
    of('3', 'med'),
  ])
})

test('only what is asked stands there: alone, where the other is not', () => {
  const asked = steps.filter(({ question }) => question !== 'permit')
  expect(pageFrom(asked, { question: 'stay', member: null })).toEqual(of(null, 'stay'))
})

test('a page begins with its question: what was answered before it is not asked again', () => {
  expect(pageFrom(steps, { question: 'stay', member: null })).toEqual(of(null, 'stay', 'permit'))
  expect(pageFrom(steps, { question: 'permit', member: null })).toEqual(of(null, 'permit'))
})

test('a question beside those asked in turn stands alone', () => {
  expect(pageFrom(steps, { question: 'stay', member: '2' })).toEqual(of('2', 'stay'))
})

test('no question stands on a page of another, nor on one of somebody else', () => {
  const [stay, permit] = [
    { question: 'stay', member: null },
    { question: 'permit', member: null },
  ]
  expect(shareAPage(stay, permit)).toBe(true)
  expect(shareAPage(stay, { ...permit, member: '1' })).toBe(false)
  expect(shareAPage(stay, { question: 'wishes', member: null })).toBe(false)
  expect(shareAPage({ question: 'work', member: null }, { question: 'work', member: null })).toBe(false)
})

test('everybody is asked their age on one page, and nothing else of everybody', () => {
  const ages = [...of('1', 'birth-date'), ...of('2', 'birth-date'), ...of('2', 'sex')]
  expect(['birth-date', 'sex'].map(isOfEverybody)).toEqual([true, false])
  expect(pagesOf(ages)).toEqual([[...of('1', 'birth-date'), ...of('2', 'birth-date')], of('2', 'sex')])
})

test('a page goes on to the end where all that is left belongs to it, and to nobody else who is asked the same', () => {
  expect(pageFrom(of(null, 'stay', 'permit'), { question: 'stay', member: null })).toEqual(of(null, 'stay', 'permit'))
  expect(pageFrom(of(null, 'permit'), { question: 'stay', member: null })).toEqual(of(null, 'stay'))
  expect(pageFrom([...of('1', 'pension'), ...of('2', 'pension')], { question: 'pension', member: '2' })).toEqual(of('2', 'pension'))
})

test.each([
  { question: 'permit', member: null },
  { question: 'hukou-origin', member: '12' },
])('the key of $question leads back to it', (one) => expect(questionAt(pageKey(one))).toEqual(one))

test.each(['permit', 'home-', '-permit', 'x-permit', '1', '', ' home-permit', 'home-permit ', '1-permit1'])(
  '%j is the key of no question',
  (key) => expect(questionAt(key)).toBeUndefined(),
)
