import { expect, test } from 'vitest'
import {
  inEvery,
  inEveryNow,
  isLanguage,
  isMode,
  isParallel,
  isSameInEvery,
  languages,
  languagesOf,
  modes,
  parallelMode,
  scriptOf,
  targetLanguages,
} from './language.ts'

test('each language has a mode of its own, and the parallel mode shows all of them', () => {
  for (const language of languages) expect(languagesOf(language)).toEqual([language])
  expect(new Set(languagesOf(parallelMode))).toEqual(new Set(languages))
  expect(modes.filter(isParallel)).toEqual(['zh-bo'])
  expect(targetLanguages).toEqual(['bo'])
})

test.each([
  ['zh', true],
  ['zh-bo', true],
  ['bo-zh', false],
  ['toString', false],
  ['', false],
  [undefined, false],
])('%s is a mode: %s', (name, is) => expect(isMode(name)).toBe(is))

test.each([
  ['zh', true],
  ['bo', true],
  ['zh-bo', false],
  ['', false],
  [null, false],
])('%s is a language: %s', (name, is) => expect(isLanguage(name)).toBe(is))

test.each([
  ['住房', 'zh'],
  ['ཁང་པ', 'bo'],
  ['住房 ཁང་པ', 'bo'],
  ['我叫བཀྲ་ཤིས，想问住房的事', 'zh'],
  ['ངས་住房证་ལེན་འདོད་ཡོད།', 'bo'],
  ['༢༠༢༦', 'bo'],
  ['2026', undefined],
])('the script of %s: %s', (text, language) => expect(scriptOf(text)).toBe(language))

test('the same texts in every language stand once', () => {
  expect(isSameInEvery(inEvery(() => '12'))).toBe(true)
  expect(isSameInEvery(inEvery((language) => language))).toBe(false)
})

test('what was kept before a language came is read in the source language', () => {
  expect(inEveryNow({ zh: '住房', bo: 'ཁང་པ' })).toEqual({ zh: '住房', bo: 'ཁང་པ' })
  expect(inEveryNow({ zh: '住房' })).toEqual({ zh: '住房', bo: '住房' })
})
