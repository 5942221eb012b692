import { expect, test } from 'vitest'
import { promised } from '#app/services/plan-words.ts'
import { search } from './search.server.ts'
import { matcher } from './search.ts'

test.each([
  ['草场', '落户要先退草场。', true],
  ['草场 落户', '落户要先退草场。', true],
  ['草地', '落户要先退草场。', false],
  ['རྩྭ་ས', 'ཕ་ཡུལ་གྱི་རྩྭ་ས་དང་། ཁང་གཞི།', true],
  ['རྩྭ་ས།', 'རྩྭ་ས', true],
  ['ལོ', 'ལོང་བ', false],
  ['ལོ', 'ལོ་གཅིག', true],
  ['12345', '打 12345 问', true],
  ['草\u200b场\ufeff', '落户要先退草场。', true],
  ['草场', '落户要先退草\u00ad场。', true],
  ['⻘海', '青海', true],
  ['རྩྭ་\u200dས', 'རྩྭ་ས', true],
])('%s in %s: %s', (query, text, found) => expect(matcher(query)?.(text)).toBe(found))

test.each(['', '   ', '།', '，', '\u200b\u2060'])('%j searches for nothing', (query) => expect(matcher(query)).toBeUndefined())

test('a misunderstanding is never found without its correction', () => {
  const found = search('草场', 'zh', '2026-11-24').filter(({ kind }) => kind === 'misunderstanding')
  expect(found.length).toBeGreaterThan(0)
  for (const { title, sentence } of found) expect(sentence).toBe(title.replace(/wrong$/, 'right'))
})

test('a promise is found with what it rests on, so that its strength stands beside it; so is our own reading', () => {
  const found = search('住房公积金', 'zh', '2026-11-24').concat(search('公积金', 'zh', '2026-11-24'))
  expect(found.find(({ title }) => title === 'policy:promises.housing-fund.title')?.rests).toEqual({ sources: [promised('housing-fund')] })
  const [ours] = search('想上哪所', 'zh', '2026-11-24')
  expect(ours?.rests?.inferred).toBe(true)
  const [plain] = search('试用期', 'zh', '2026-11-24')
  expect(plain?.rests).toBeNull()
})
