import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fingerprint, flat, namespaces, texts } from '../../locales/stamp.js'
import { faultsOf } from './tibetan.ts'

test('both languages have the same files', () => expect(namespaces('bo')).toEqual(namespaces('zh')))

describe.each(namespaces('zh'))('%s', (namespace) => {
  const zh = flat(texts('zh', namespace))
  const bo = new Map(flat(texts('bo', namespace)))
  const review = join('locales/review', `${namespace}.json`)
  const stamped: Record<string, { of: string; state: string }> = existsSync(review) ? JSON.parse(readFileSync(review, 'utf8')) : {}

  test('has the same skeleton in both languages', () => expect([...bo.keys()]).toEqual(zh.map(([key]) => key)))

  test('no Tibetan text is missing, stale or unstamped', () => {
    const stale = zh
      .filter(([key, words]) => stamped[key]?.of !== fingerprint(words, bo.get(key) ?? ''))
      .map(([key]) => `${namespace}:${key}`)
    expect(stale).toEqual([])
  })

  test('Tibetan is well written: placeholders, particles, punctuation', () => {
    expect(zh.flatMap(([key, words]) => faultsOf(words, bo.get(key) ?? '').map((fault) => `${namespace}:${key} ${fault}`))).toEqual([])
  })

  test('nobody is told that they passed or failed, or asked to give up land', () => {
    const words = zh.map(([, text]) => text).join('\n') + [...bo.values()].join('\n')
    expect(words).not.toMatch(/不通过|未通过|不合格|没通过|审核通过|ཚད་ལོན་མེད|ཚད་མ་ལོན/)
    expect(words).not.toMatch(/(自愿|同意|承诺)(放弃|退出)(承包|草场|宅基|土地)/)
  })
})
