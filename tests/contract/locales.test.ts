import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { landDemandIn } from '#app/domain/land-guard.ts'
import { type InEvery, languages, modes, sourceLanguage, type TargetLanguage, targetLanguages } from '#app/domain/language.ts'
import { fingerprint, flat, namespaces, reviewFolders, texts } from '../../locales/stamp.js'
import { faultsOf } from './tibetan.ts'

type Text = readonly [key: string, text: string]
type Reviewed = Readonly<Record<string, { readonly of: string; readonly state: string }>>

/** Keys one language has and the other has not, or has elsewhere. */
function skeletonFaults(zh: readonly Text[], bo: readonly Text[]): string[] {
  const [ours, theirs] = [zh.map(([key]) => key), bo.map(([key]) => key)]
  return [...ours.filter((key, index) => theirs[index] !== key), ...theirs.filter((key) => !ours.includes(key))]
}

/** Texts of which nobody remembers which Chinese their Tibetan renders, or another one. */
function staleFaults(zh: readonly Text[], bo: readonly Text[], reviewed: Reviewed): string[] {
  const tibetan = new Map(bo)
  return zh.filter(([key, text]) => reviewed[key]?.of !== fingerprint(text, tibetan.get(key) ?? '')).map(([key]) => key)
}

/** What would say of a person that they passed or failed. */
const passedOrFailed: InEvery<RegExp> = { zh: /不通过|未通过|不合格|没通过|审核通过/, bo: /ཚད་ལོན་མེད|ཚད་མ་ལོན/ }

/** Texts that say of a person that they passed or failed. */
function verdictFaults(all: readonly Text[]): string[] {
  return all.filter(([, text]) => languages.some((language) => passedOrFailed[language].test(text))).map(([key]) => key)
}

/** Texts that ask for land; what is told as a misunderstanding, with what is right beside it, asks nobody. */
function landFaults(all: readonly Text[]): string[] {
  const isRefuted = (key: string) => key.endsWith('.wrong') && all.some(([other]) => other === key.replace(/wrong$/, 'right'))
  return all.flatMap(([key, text]) => {
    const demand = isRefuted(key) ? undefined : landDemandIn(text)
    return demand === undefined ? [] : [`${key} ${demand}`]
  })
}

/** Files as texts without words: each language has those of the other. */
const asTexts = (files: readonly string[]): Text[] => files.map((file) => [file, ''])

/** What is wrong with the writing of a text, beside the Chinese it renders. */
const writingFaults: Readonly<Record<TargetLanguage, (source: string, target: string) => string[]>> = { bo: faultsOf }

describe.each(targetLanguages)('%s', (language) => {
  test('has the same files as the Chinese', () =>
    expect(skeletonFaults(asTexts(namespaces(sourceLanguage)), asTexts(namespaces(language)))).toEqual([]))

  describe.each(namespaces(sourceLanguage))('%s', (namespace) => {
    const [source, target] = [flat(texts(sourceLanguage, namespace)), flat(texts(language, namespace))]
    const review = join('locales', reviewFolders[language], `${namespace}.json`)
    const reviewed: Reviewed = existsSync(review) ? JSON.parse(readFileSync(review, 'utf8')) : {}

    test('has the same skeleton', () => expect(skeletonFaults(source, target)).toEqual([]))

    test('no text is missing, stale or unstamped', () => expect(staleFaults(source, target, reviewed)).toEqual([]))

    test('is well written: placeholders, particles, punctuation', () => {
      const written = new Map(target)
      const faults = source.flatMap(([key, text]) => writingFaults[language](text, written.get(key) ?? '').map((fault) => [key, fault]))
      expect(faults).toEqual([])
    })
  })
})

/** The keys that name a language or a mode, one for each. */
const names = [
  ...languages.flatMap((one) => [`application:language.${one}`, `account:halls.${one}`, `account:errors.hall-${one}`]),
  ...modes.map((one) => `desk:queue.mode.${one}`),
]

describe.each(languages)('%s', (language) => {
  test('has a name for every language and mode', () => {
    const known = (key: string) => flat(texts(language, key.split(':')[0] ?? '')).some(([path]) => path === key.split(':')[1])
    expect(names.filter((key) => !known(key))).toEqual([])
  })

  test.each(namespaces(sourceLanguage))('%s: nobody is told that they passed or failed, nor asked to give up land', (namespace) => {
    const all = flat(texts(language, namespace))
    expect([...verdictFaults(all), ...landFaults(all)]).toEqual([])
  })
})

describe('the guards reject', () => {
  const zh: Text[] = [
    ['a', '好'],
    ['b', '下一步'],
  ]

  test.each<[string, Text[]]>([
    ['a missing key', [['a', 'ལེགས']]],
    ['another key', [...zh.slice(0, 1), ['c', 'ལེགས']]],
    ['one key more', [...zh, ['c', 'ལེགས']]],
    ['another order', zh.toReversed()],
  ])('%s', (_what, bo) => expect(skeletonFaults(zh, bo)).not.toEqual([]))

  test('a file one language has alone', () => {
    expect(skeletonFaults(asTexts(['desk', 'held']), asTexts(['desk']))).toEqual(['held'])
    expect(skeletonFaults(asTexts(['desk']), asTexts(['desk', 'held']))).toEqual(['held'])
  })

  test('a text without a stamp, one whose Chinese has changed, and one whose Tibetan has', () => {
    const bo: Text[] = [['a', 'ལེགས']]
    const stamped = (of: string) => staleFaults([['a', '好']], bo, { a: { of, state: 'unreviewed' } })
    expect(stamped(fingerprint('好', 'ལེགས'))).toEqual([])
    expect(staleFaults([['a', '好']], bo, {})).toEqual(['a'])
    expect(stamped(fingerprint('很好', 'ལེགས'))).toEqual(['a'])
    expect(stamped(fingerprint('好', 'ལེགས་པོ'))).toEqual(['a'])
  })

  test.each(['您的申请未通过', 'ཁྱེད་ཀྱི་རེ་ཞུ་ཚད་ལོན་མེད།'])('a verdict on a person: %s', (text) =>
    expect(verdictFaults([['a', text]])).toEqual(['a']),
  )

  test.each(['请先退出承包地再来落户', 'བོགས་ལེན་ས་ཞིང་ཕྱིར་སྤྲོད་པའི་ར་སྤྲོད་ཡིག་ཆ།'])('a demand for land: %s', (text) => {
    expect(landFaults([['a', text]])).toHaveLength(1)
    expect(landFaults([['a.wrong', text]])).toHaveLength(1)
  })

  test('a demand for land in what is said to be right, not in what is said to be wrong', () => {
    const pair = (wrong: string, right: string) => landFaults(Object.entries({ 'a.wrong': wrong, 'a.right': right }))
    expect(pair('落户要先退草场', '不用退')).toEqual([])
    expect(pair('不用退', '落户要先退草场')).toHaveLength(1)
  })

  test.each([
    ['empty', '好', ''],
    ['untranslated', '好', '好'],
    ['placeholders differ', '{{count}} 件', 'ཡིག་ཆ་'],
    ['placeholders differ', '用$t(apps:medical)', 'ལེགས'],
    ['not NFC', '好', '\u0f69'],
    ['space at an end', '好', 'ལེགས '],
    ['Chinese punctuation', '好', 'ལེགས，'],
    ['Latin punctuation', '好', 'ལེགས, ལེགས'],
    ['space before a shad', '好', 'ལེགས །'],
    ['doubled or leading tsheg', '好', 'ལེགས་་པོ'],
    ['doubled or leading tsheg', '好', '་ལེགས'],
    ['tsheg before a shad', '好', 'ལེགས་།'],
    ['shad after nga without tsheg', '好', 'ཡང།'],
    ['shad after ga', '好', 'འདུག།'],
    ['deprecated letter', '好', 'ལེགས\u0f77'],
    ['invisible character', '好', 'ལེགས\u200bཔོ'],
    ['Chinese words', '好', 'ལེགས་好'],
    ['particle on a placeholder', '{{name}}的', '{{name}}གི་ལེགས'],
    ['particle on a placeholder', '$t(apps:medical)的', '$t(apps:medical)གི་ལེགས'],
    ['letter joined to a day', '最晚 {{day}}', 'ཉིན་མཐའ་མ་ནི་{{day}}ཡིན།'],
    ['letter joined to a day', '{{until}} 以前', '{{until}}གོང་ལ'],
    ['genitive', '好', 'ལེགས་གི་དོན'],
    ['agent', '好', 'ལེགས་གིས་བྱས'],
    ['la-don', '好', 'ནང་ཏུ་ཡོད'],
  ])('Tibetan with a fault: %s, %s → %s', (name, chinese, tibetan) =>
    expect(faultsOf(chinese, tibetan).some((fault) => fault.startsWith(name))).toBe(true),
  )

  test('nothing in what is well written', () =>
    expect(faultsOf('{{count}} 件。青政〔2024〕48号', 'ཡིག་ཆ་ཁྱོན་{{count}}ཡོད། ཤིན་ཏུ་ལེགས(很好)། 青政〔2024〕48号')).toEqual([]))
})
