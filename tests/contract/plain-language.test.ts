import { describe, expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { flat, namespaces, texts } from '../../locales/stamp.js'

// One name for one thing, and words a reader with six years of school does not read twice. The readers' table behind it: plain words.

type Text = readonly [key: string, text: string]
const textsOf = (language: string): Text[] =>
  namespaces(language).flatMap((namespace) => flat(texts(language, namespace)).map(([key, text]) => [`${namespace}:${key}`, text] as const))

/** Words of offices a plain reader stumbled over; `要核对` (an office checks something) is none. */
const hard =
  /来源里没有|要核(?!对)|定走哪条路|走的路不一样|享受低保|授权核查|建制镇|没有核到|就恢复|等待期|公共就业服务|用人单位|现住(?!址)|急难发生地|定点机构/
const hardFaults = (zh: readonly Text[]) => zh.filter(([, text]) => hard.test(text)).map(([key]) => key)

/** What a department is called on paper stands in brackets behind plain words; alone only where departments and laws are named. */
const agencyFaults = (zh: readonly Text[]) =>
  zh
    .filter(([key, text]) => !/^(?:departments|instruments):/.test(key) && /经办机构/.test(text.replaceAll('（社保经办机构）', '')))
    .map(([key]) => key)

/** Names of things that keep theirs: a collective hukou, who contracts for a site. Of accounts, staff read. */
const named = /单位集体户|总承包单位|分包单位/g
/** Chinese that says an employer without the word of somebody in a noodle shop, and Tibetan that leaves that word out. */
const employerFaults = (zh: readonly Text[], bo: ReadonlyMap<string, string>) =>
  zh
    .filter(([key]) => !/^(?:account|instruments):/.test(key))
    .filter(
      ([key, text]) =>
        /单位/.test(text.replace(named, '')) && !(text.includes('老板') ? bo.get(key)?.includes('གླ་བདག') : text.includes('公司')),
    )
    .map(([key]) => key)

/** The department in charge decides, and nobody is promised what one gets. */
const promising = /大厅(?:定的|决定|同意|批准)|窗口(?:的人)?(?:决)?定|能得到/
const promisingFaults = (zh: readonly Text[]) => zh.filter(([, text]) => promising.test(text)).map(([key]) => key)
/** The same in Tibetan: a hall, or a window, that decides or agrees. */
const promisingInBo = /(?:ཚོམས་ཆེན་གྱིས|སྒེའུ་ཁུང་གིས|སྒེའུ་ཁུང་གི་མིས)་(?:ཐག་|གཏན་འཁེལ|མོས་མཐུན)/
const promisingBoFaults = (bo: readonly Text[]) => bo.filter(([, text]) => promisingInBo.test(text)).map(([key]) => key)

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
test('nobody is sent to an office by its name on paper alone', () => expect(agencyFaults(textsOf('zh'))).toEqual([]))
test('an employer is a boss or a unit, in both languages', () => expect(employerFaults(textsOf('zh'), new Map(textsOf('bo')))).toEqual([]))
test('no hall and no window decides, and nothing is promised', () =>
  expect([promisingFaults(textsOf('zh')), promisingBoFaults(textsOf('bo'))]).toEqual([[], []]))
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
  test.each(['条件由市县定，来源里没有。', '年龄说不清，要核。', '收入的授权核查', '去公共就业服务机构', '雇了人就是用人单位'])(
    'hard words: %s',
    (text) => expect(hardFaults([['a', text]])).toEqual(['a']),
  )
  test('but not that an office checks something', () => expect(hardFaults([['a', '派出所还是要核对。']])).toEqual([]))

  test('an employer who is no boss, or is none in Tibetan; but not what has a name', () => {
    const bo = new Map([
      ['a', 'མི་སྤྱོད་ཚན་པར་འདྲི་རོགས།'],
      ['b', 'གླ་བདག་གམ་མི་སྤྱོད་ཚན་པར་འདྲི་རོགས།'],
    ])
    expect(employerFaults([['a', '先问单位']], bo)).toEqual(['a'])
    expect(employerFaults([['a', '先问老板或单位']], bo)).toEqual(['a'])
    expect(employerFaults([['b', '先问老板或单位']], bo)).toEqual([])
    expect(employerFaults([['a', '问单位集体户、总承包单位']], bo)).toEqual([])
  })

  test('an office named as on paper, but not in brackets behind plain words', () =>
    expect(
      agencyFaults([
        ['a', '找社保经办机构'],
        ['b', '问办社保的窗口（社保经办机构）'],
      ]),
    ).toEqual(['a']))

  test('a hall that decides, and what one gets', () => {
    for (const text of ['大厅定的：', '由窗口的人决定', '搬到城镇，能得到什么']) expect(promisingFaults([['a', text]])).toEqual(['a'])
    expect(promisingFaults([['a', '大厅核过，由主管部门定：']])).toEqual([])
    expect(promisingBoFaults([['a', 'ཞབས་ཞུའི་ཚོམས་ཆེན་གྱིས་ཐག་བཅད་པ།']])).toEqual(['a'])
    expect(promisingBoFaults([['a', 'འགན་འཛིན་སྡེ་ཁག་གིས་ཐག་བཅད་པ།']])).toEqual([])
  })

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
