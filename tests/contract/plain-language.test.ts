import { describe, expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { flat, namespaces, texts } from '../../locales/stamp.js'

// One name for one thing, and words a reader with six years of school does not read twice. The readers' table behind it: plain words.

type Text = readonly [key: string, text: string]
const textsOf = (language: string): Text[] =>
  namespaces(language).flatMap((namespace) => flat(texts(language, namespace)).map(([key, text]) => [`${namespace}:${key}`, text] as const))

/** Words of offices a plain reader stumbled over; `要核对` (an office checks something) is none. */
const hard = /来源里没有|要核(?!对)|定走哪条路|走的路不一样|享受低保|授权核查|建制镇|没有核到|就恢复|等待期/
const hardFaults = (zh: readonly Text[]) => zh.filter(([, text]) => hard.test(text)).map(([key]) => key)

/** Texts that write out what has a shared text: a national app (`apps:…`), in whatever language. */
function writtenOut(all: readonly Text[]): string[] {
  const names = all.filter(([key]) => key.startsWith('apps:')).map(([, text]) => text.replace(/\(.*\)$/, ''))
  return all.filter(([key, text]) => !key.startsWith('apps:') && names.some((name) => text.includes(name))).map(([key]) => key)
}

/** Texts that share one there is not, or one that itself shares or takes values. */
function sharedFaults(all: readonly Text[]): string[] {
  const known = new Map(all)
  const stands = (key = '') => known.has(key) && !/\$t\(|\{\{/.test(known.get(key) ?? '')
  return all.filter(([, text]) => [...text.matchAll(/\$t\((.+?)\)/g)].some(([, key]) => !stands(key))).map(([key]) => key)
}

/** Tibetan that calls medical insurance by another name, or follows a person's name, whose last letter nobody knows, with no word between. */
const boFaults = (bo: readonly Text[]) =>
  bo
    .filter(([key, text]) => /སྨན་བཅོས་འགན་བཅོལ/.test(text) || (/^questions:.*\.ask$/.test(key) && /\{\{name\}\}(?! རང་ཉིད་)/.test(text)))
    .map(([key]) => key)

test('the Chinese has none of the words readers stumbled over', () => expect(hardFaults(textsOf('zh'))).toEqual([]))
test('Tibetan has one name for medical insurance, and a word between a name and its particle', () =>
  expect(boFaults(textsOf('bo'))).toEqual([]))

describe.each(languages)('%s', (language) => {
  test('a national app is named by its shared text only', () => expect(writtenOut(textsOf(language))).toEqual([]))
  test('every shared text is there', () => expect(sharedFaults(textsOf(language))).toEqual([]))
})

test('an app carries its Chinese name in Tibetan, so that it can be found', () => {
  const bo = new Map(textsOf('bo'))
  const lacking = textsOf('zh').filter(([key, text]) => key.startsWith('apps:') && !bo.get(key)?.endsWith(`(${text})`))
  expect(lacking).toEqual([])
})

describe('the guards reject', () => {
  test.each(['条件由市县定，来源里没有。', '年龄说不清，要核。', '收入的授权核查'])('hard words: %s', (text) =>
    expect(hardFaults([['a', text]])).toEqual(['a']),
  )
  test('but not that an office checks something', () => expect(hardFaults([['a', '派出所还是要核对。']])).toEqual([]))

  test('an app written out, and a shared text that is not there or takes a value', () => {
    const app: Text = ['apps:one', 'མཉེན་ཆས(掌上)']
    expect(writtenOut([app, ['a', 'མཉེན་ཆས་ནང་'], ['b', '$t(apps:one)']])).toEqual(['a'])
    expect(sharedFaults([app, ['a', '$t(apps:two)'], ['b', '$t(apps:one)']])).toEqual(['a'])
    expect(
      sharedFaults([
        ['a', '{{count}}'],
        ['b', '$t(a)'],
      ]),
    ).toEqual(['b'])
  })

  test.each<Text>([
    ['a', 'སྨན་བཅོས་འགན་བཅོལ'],
    ['questions:sex.ask', '{{name}} ཕོ་མོ་གང་ཡིན།'],
  ])('Tibetan: %s', (key, text) => expect(boFaults([[key, text]])).toEqual([key]))
})
