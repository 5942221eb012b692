import { expect, test } from 'vitest'
import { applicable } from './folder.ts'
import { madeUpFolder, randomFrom } from './made-up.ts'
import { both, inWords, submissionOf } from './submission.ts'
import { wordingNow } from './wording.server.ts'

const { id, content } = wordingNow()
const words = JSON.parse(content)

test.each(applicable)('every word a submission for %s may name is kept, and says what it says now', (service) => {
  for (const number of [3, 14_003, 28_005]) {
    const made = { service, county: '990000', mode: 'zh' as const, on: '2026-11-24', number }
    const { folder, wanted } = madeUpFolder(made, randomFrom(number))
    const submission = submissionOf(folder, wanted, [], () => [], 'zh', '2026-11-24')
    expect(inWords(submission, (key) => words[key])).toEqual(inWords(submission, both))
    expect(submission.rows.flatMap(({ title, label }) => [title, label]).filter((key) => !words[key])).toEqual([])
  }
})

test('the id tells the same words from others', () => {
  expect(wordingNow().id).toBe(id)
  expect(id).toMatch(/^[\w-]{43}$/)
})
