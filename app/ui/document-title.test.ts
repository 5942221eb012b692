import { expect, test } from 'vitest'
import { type Mode, modes } from '#app/i18n/mode.ts'
import { titledByContent, wrongClass } from './document-title.ts'

const page = (body: string) => new TextEncoder().encode(`<html><head><title>住在 | 安家青海</title></head><body>${body}</body></html>`)
const titleOf = (body: string, mode: Mode) => /<title>(.*)<\/title>/.exec(new TextDecoder().decode(titledByContent(page(body), mode)))?.[1]

const titles: Readonly<Record<Mode, string>> = {
  zh: '错误：住在 | 安家青海',
  bo: 'ནོར་འཁྲུལ། 住在 | 安家青海',
  'zh-bo': '错误：ནོར་འཁྲུལ། 住在 | 安家青海',
}
test.each(modes)('what is wrong is in the title first, in %s', (mode) =>
  expect(titleOf(`<div class="${wrongClass}">`, mode)).toBe(titles[mode]),
)

test.each(modes)('a page on which nothing is wrong is left as it is, in %s', (mode) => {
  const whole = page('<p>class=&quot;error-summary&quot;</p>')
  expect(titledByContent(whole, mode)).toBe(whole)
})
