import { describe, expect, test } from 'vitest'
import { statuses } from '#app/domain/application.ts'
import { correctionReasons } from '#app/domain/event.ts'
import type { Field } from '#app/domain/field.ts'
import { hasText, keysUnder, text } from '#app/i18n/messages.ts'
import { type Block, blocks, papers } from '#app/services/blocks.ts'
import type { Service } from '#app/services/define.ts'
import { questionnaire } from '#app/services/household.ts'
import { services } from '#app/services/index.ts'
import { flat, namespaces, texts } from '../../locales/stamp.js'

/** Every text a field needs: what it is called, why it is asked, what its options are called. */
function expectWords(field: Field, at: string): void {
  const words = `${at}.${field.id}`
  expect(hasText(`${words}.why`), `${words}.why`).toBe(true)
  if (field.kind === 'question') expect(Object.keys(questionnaire.questions)).toContain(field.question)
  else expect(hasText(`${words}.label`), `${words}.label`).toBe(true)
  if ('options' in field) {
    const [namespace = '', path = ''] = words.split(':')
    expect(keysUnder(namespace, `${path}.options`)).toEqual([...field.options])
  }
}

test.each(Object.entries(blocks) as [string, Block][])('block %s says what it asks and why', (id, block) => {
  for (const word of ['title', 'lead']) expect(hasText(`forms:blocks.${id}.${word}`)).toBe(true)
  for (const field of block.fields) expectWords(field, `forms:fields.${id}`)
  expect(keysUnder('forms', `fields.${id}`)).toEqual(block.fields.map((field) => field.id))
})

test('every shared paper has its words', () => expect(keysUnder('forms', 'papers')).toEqual(Object.keys(papers)))

const withForm = services.flatMap((service: Service) => (service.form ? [{ id: service.id, form: service.form, service }] : []))

describe.each(withForm)('form of $id', ({ id, form, service }) => {
  test('says what it asks and why, and asks nothing twice', () => {
    for (const field of form.own) expectWords(field, `services/${id}:form`)
    expect(keysUnder(`services/${id}`, 'form')).toEqual(form.own.map((field) => field.id))
    expect(new Set(form.blocks).size).toBe(form.blocks.length)
  })

  test('knows who applies and which county takes it in', () => expect(form.blocks).toEqual(expect.arrayContaining(['person', 'address'])))

  test('every time limit is a sourced statement', () => {
    for (const { statement, days } of form.limits ?? []) {
      expect(service.timeAndCost.map((one) => one.id)).toContain(statement)
      expect(text('zh', `services/${id}:timeAndCost.${statement}`)).toContain(String(days))
    }
  })
})

test('a paper that bears the name of a shared one is that one: nobody is asked for it twice', () => {
  const own = services.flatMap((service: Service) =>
    service.documents.filter(({ id, paper }) => id in papers && paper === undefined).map(({ id }) => `${service.id}.${id}`),
  )
  expect(own).toEqual([])
})

test('every status, event and reason has its words', () => {
  expect(keysUnder('application', 'status')).toEqual(statuses)
  expect(keysUnder('application', 'reason')).toEqual([...correctionReasons])
})

// What may be said of giving up land is that nobody may ask for it, that it is one's own choice, and what becomes of it then.
const asksForLand = {
  zh: /(请|须|需|要|应当?|必须|同意|承诺|自愿|签)[^。，；]{0,12}(放弃|退出|交回|退还|上交|注销)[^。，；]{0,12}(承包|草场|草原|牧场|林地|土地|宅基地|集体|分红|股份|权益)/,
  bo: /(ས་ཆ|ས་ཞིང|རྩྭ་ས|ཁང་གཞི|ཐུན་མོང)[^།]{0,60}(ཕྱིར་འཐེན|ཕྱིར་སྤྲོད|འདོར|བློས་གཏོང)[^།]{0,30}(དགོས|རོགས|མོས་མཐུན|ཁས་ལེན)/,
}

/** Texts of forms, papers, reasons, consents and letters: whatever is asked of somebody who applies. */
function asked(language: 'zh' | 'bo'): [string, string][] {
  const whole = ['forms', 'apply', 'application', 'consent', 'messages', 'errors']
  return namespaces(language).flatMap((namespace) =>
    flat(texts(language, namespace))
      .filter(([key]) => whole.includes(namespace) || /^(form|documents|next)\b/.test(key))
      .map(([key, words]): [string, string] => [`${namespace}:${key}`, words]),
  )
}

test.each(['zh', 'bo'] as const)('nothing anyone fills in, brings or is sent asks to give up land, in %s', (language) => {
  const all = asked(language)
  expect(all.length).toBeGreaterThan(400)
  expect(all.filter(([, words]) => asksForLand[language].test(words))).toEqual([])
})

test('the guard would find such a demand', () => {
  for (const demand of ['落户前请先放弃承包地', '同意退出草场权益', '须交回宅基地']) expect(asksForLand.zh.test(demand), demand).toBe(true)
  for (const demand of ['རྩྭ་ས་ཕྱིར་འཐེན་བྱེད་དགོས', 'བོགས་ལེན་ས་ཞིང་ཕྱིར་སྤྲོད་བྱེད་རོགས']) expect(asksForLand.bo.test(demand), demand).toBe(true)
})

test('no field, option or paper is about giving up land', () => {
  const ids = services.flatMap((service: Service) => [
    ...(service.form?.own ?? []).flatMap((field) => [field.id, ...('options' in field ? field.options : [])]),
    ...service.documents.map(({ id }) => id),
  ])
  expect(ids.filter((id) => /waive|give-up|renounce|surrender|quit|land-exit/.test(id))).toEqual([])
})
