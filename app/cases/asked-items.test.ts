import { expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { text } from '#app/i18n/messages.ts'
import { fieldInFull, itemNames, paperInFull, titleAbout, titleInFull } from './asked-items.ts'

const same = (text: string) => ({ zh: text, bo: text })
const submission = {
  service: 'skills-training',
  rows: [
    { target: 'person/2/name', title: same('个人 卓玛'), label: same('姓名'), value: same('卓玛') },
    { target: 'own/n1/trade', title: same('培训'), label: same('工种'), value: same('做饭') },
  ],
  papers: [{ key: 'id-card~2', words: same('身份证'), files: [] }],
}
const itemName = itemNames(submission)

test('an item is called as it was when it was asked for, else as it was submitted', () => {
  expect(itemName({ target: 'person/2/name', label: same('那时的名字') }).zh).toBe('那时的名字')
  expect(itemName({ target: 'person/2/name' }).zh).toBe('个人 卓玛 · 姓名')
  expect(itemName({ target: 'own/n1/trade' }).bo).toBe('培训 · 工种')
  expect(itemName({ target: 'paper/id-card~2' }).zh).toBe('身份证')
})

test('what was left empty is called as the form calls it, with whose it is where a line beside it says so', () => {
  const number = itemName({ target: 'person/2/identity-number' })
  for (const language of languages)
    expect(number[language]).toBe(`个人 卓玛 · ${text(language, 'forms:fields.person.identity-number.label')}`)
  expect(itemName({ target: 'contact/home/phone' }).zh).toBe(
    `${text('zh', 'forms:blocks.contact.title')} · ${text('zh', 'forms:fields.contact.phone.label')}`,
  )
  expect(itemName({ target: 'paper/residence-permit~home' }).zh).toBe(text('zh', 'forms:papers.residence-permit'))
})

test.each(['person/1/gone', 'gone/1/gone', 'own/n1/gone', 'paper/gone~1', 'paper/gone.gone~n1', '__proto__/1/x', 'x'])(
  'what no form knows any more has a name too: %s',
  (target) => {
    for (const language of languages) expect(itemName({ target })[language]).not.toBe('')
  },
)

test('a title that says the same as the label stands once; a paper of a person says whose it is', () => {
  expect(fieldInFull({ title: same('地址'), label: same('地址') }).zh).toBe('地址')
  expect(paperInFull(same('身份证'), '卓玛·测试').zh).toBe('身份证 · 卓玛·测试')
  expect(paperInFull(same('身份证'), null).zh).toBe('身份证')
})

test('whom a line is about is told in the language of whoever reads it, where that is a word of the site', () => {
  const [zh, bo] = languages.map((language) => text(language, 'check:members.relatives.myself'))
  const row = { title: { zh: `个人 ${bo}`, bo: `མི་སྒེར ${bo}` }, person: bo ?? '' }
  for (const title of [titleInFull(row), titleAbout({ zh: '个人', bo: 'མི་སྒེར' }, bo ?? '')])
    expect(title).toEqual({ zh: `个人 ${zh}`, bo: `མི་སྒེར ${bo}` })
  expect(titleInFull({ title: same('个人 卓玛'), person: '卓玛' }).bo).toBe('个人 卓玛')
  expect(titleAbout(same('地址'), null).zh).toBe('地址')
})
