import { describe, expect, test } from 'vitest'
import type { FormField } from '#app/domain/form.ts'
import { statuses } from '#app/domain/status.ts'
import { correctionReasons } from '#app/domain/worded-step.ts'
import { hasText, keysUnder, text } from '#app/i18n/messages.ts'
import { type Block, blocks, papers } from '#app/services/blocks.ts'
import type { Form, Service } from '#app/services/define.ts'
import { services } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'

/** What the guards read of the locales: is there a text, which keys stand under one, and what a text says in Chinese. */
type Texts = { has(key: string): boolean; under(namespace: string, path: string): readonly string[]; zh(key: string): string }

const real: Texts = { has: hasText, under: keysUnder, zh: (key) => text('zh', key) }

const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join()

/** What a field lacks: what it is called, why it is asked, what its options are called, the question it asks again. */
function fieldFaults(field: FormField, at: string, texts: Texts): string[] {
  const textKey = `${at}.${field.id}`
  const lacking = (field.question !== undefined ? ['why'] : ['why', 'label'])
    .map((word) => `${textKey}.${word}`)
    .filter((key) => !texts.has(key))
  if (field.question !== undefined)
    return field.question in questionnaire.questions ? lacking : [...lacking, `${textKey} asks ${field.question}`]
  const [namespace = '', path = ''] = textKey.split(':')
  const options = 'options' in field && !same(texts.under(namespace, `${path}.options`), field.options) ? [`${textKey}.options`] : []
  return [...lacking, ...options]
}

/** Texts of fields there are none of, in another order, or the other way round. */
function listFaults(fields: readonly FormField[], namespace: string, path: string, texts: Texts): string[] {
  const ids = fields.map(({ id }) => id)
  return same(texts.under(namespace, path), ids) ? [] : [`${namespace}:${path} are not ${ids.join()}`]
}

function blockFaults(id: string, block: Block, texts: Texts): string[] {
  const heads = ['title', 'lead'].map((word) => `forms:blocks.${id}.${word}`).filter((key) => !texts.has(key))
  const fields = block.fields.flatMap((field) => fieldFaults(field, `forms:fields.${id}`, texts))
  return [...heads, ...fields, ...listFaults(block.fields, 'forms', `fields.${id}`, texts)]
}

/** A form asks nothing twice, knows who applies and which county takes it in, and every time limit of it is a sourced statement that says as many days. */
function formFaults(service: Pick<Service, 'id' | 'timeAndCost'>, form: Form, texts: Texts): string[] {
  const at = `services/${service.id}`
  const limits = (form.limits ?? []).filter(
    ({ statement, days }) =>
      !service.timeAndCost.some(({ id }) => id === statement) || !texts.zh(`${at}:timeAndCost.${statement}`).includes(String(days)),
  )
  return [
    ...form.own.flatMap((field) => fieldFaults(field, `${at}:form`, texts)),
    ...listFaults(form.own, at, 'form', texts),
    ...(new Set(form.blocks).size < form.blocks.length ? [`${at} has a block twice`] : []),
    ...(['person', 'address'] as const).filter((block) => !form.blocks.includes(block)).map((block) => `${at} lacks ${block}`),
    ...limits.map(({ statement }) => `${at}: the limit ${statement} is not told`),
  ]
}

/** A paper that bears the name of a shared one is that one: nobody is asked for it twice. */
function paperFaults({ id, documents }: Pick<Service, 'id' | 'documents'>): string[] {
  return documents.filter((one) => one.id in papers && one.paper === undefined).map((one) => `${id}.${one.id}`)
}

/** Fields, options and papers whose name says that land is given up. */
function landFaults({ form, documents }: Pick<Service, 'form' | 'documents'>): string[] {
  const fields = (form?.own ?? []).flatMap((field) => [field.id, ...('options' in field ? field.options : [])])
  return [...fields, ...documents.map(({ id }) => id)].filter((id) => /waive|give-up|renounce|surrender|quit|land-exit/.test(id))
}

const withForm = services.flatMap((service: Service) => (service.form ? [{ id: service.id, form: service.form, service }] : []))

test.each(Object.entries(blocks) as [string, Block][])('block %s says what it asks and why', (id, block) =>
  expect(blockFaults(id, block, real)).toEqual([]),
)

test('every shared paper has its text', () => expect(keysUnder('forms', 'papers')).toEqual(Object.keys(papers)))

test.each(withForm)('the form of $id says what it asks and why, asks nothing twice, and tells its limits', ({ form, service }) =>
  expect(formFaults(service, form, real)).toEqual([]),
)

test('no shared paper is asked for twice', () => expect(services.flatMap(paperFaults)).toEqual([]))

test('no field, option or paper is about giving up land', () => expect(services.flatMap(landFaults)).toEqual([]))

/** Ids whose words are not those that stand under a key of applications, in this order. */
const wordFaults = (path: string, ids: readonly string[], { under }: Texts) => (same(under('application', path), ids) ? [] : [path])

test('every status and reason has its words', () => {
  expect(wordFaults('status', statuses, real)).toEqual([])
  expect(wordFaults('reason', correctionReasons, real)).toEqual([])
})

describe('the guards reject', () => {
  const nothing: Texts = { has: () => false, under: () => [], zh: () => '' }
  const textField: FormField = { id: 'trade', kind: 'text', most: 10 }
  const choice: FormField = { id: 'level', kind: 'choice', options: ['low', 'high'] }
  const asked: FormField = { id: 'age', kind: 'birth-date', question: 'none-such' }
  const [own, all]: [FormField[], Texts] = [[textField], { ...nothing, has: () => true, under: () => ['trade'] }]
  const form: Form = { blocks: ['person', 'address'], own }
  const service = { id: 'any', timeAndCost: [{ id: 'decision', sources: [], certainty: 'high' }] } as const
  const paper = { sources: [], certainty: 'high' } as const

  test('a field without words, options without theirs, a question there is none of', () => {
    expect(fieldFaults(textField, 'forms:any', nothing)).toEqual(['forms:any.trade.why', 'forms:any.trade.label'])
    expect(fieldFaults(choice, 'forms:any', { ...all, under: () => ['high', 'low'] })).toEqual(['forms:any.level.options'])
    expect(fieldFaults(asked, 'forms:any', all)).toEqual(['forms:any.age asks none-such'])
    expect(fieldFaults(textField, 'forms:any', all)).toEqual([])
  })

  test('a block without a title, or with words of a field it has not', () => {
    expect(blockFaults('any', { of: 'folder', fields: [] }, nothing)).toHaveLength(2)
    expect(blockFaults('any', { of: 'folder', fields: [] }, all)).toEqual(['forms:fields.any are not '])
  })

  test.each<[string, Form, Texts]>([
    ['a field without words', form, { ...all, has: () => false }],
    ['words of fields it has not', { ...form, own: [] }, all],
    ['a block twice', { ...form, blocks: ['person', 'address', 'person'] }, all],
    ['nobody who applies', { ...form, blocks: ['address'] }, all],
    ['no county', { ...form, blocks: ['person'] }, all],
    ['a limit nothing tells of', { ...form, limits: [{ statement: 'none-such', days: 20, unit: 'working' }] }, { ...all, zh: () => '20' }],
    ['a limit told as another', { ...form, limits: [{ statement: 'decision', days: 20, unit: 'working' }] }, { ...all, zh: () => '15 天' }],
  ])('a form with %s', (_what, wrong, texts) => {
    expect(formFaults(service, form, all)).toEqual([])
    expect(formFaults(service, wrong, texts)).not.toEqual([])
  })

  test('a status without words, and words of one there is none of', () => {
    expect(wordFaults('status', [...statuses, 'lost'], real)).toEqual(['status'])
    expect(wordFaults('status', statuses.slice(1), real)).toEqual(['status'])
  })

  test('a shared paper asked for as one of its own, and a paper about giving up land', () => {
    const [shared] = Object.keys(papers)
    expect(paperFaults({ id: 'any', documents: [{ ...paper, id: String(shared) }] })).toEqual([`any.${shared}`])
    expect(landFaults({ documents: [{ ...paper, id: 'land-exit-proof' }] })).toEqual(['land-exit-proof'])
    expect(landFaults({ documents: [], form: { ...form, own: [{ ...choice, options: ['surrender'] }] } })).toEqual(['surrender'])
  })
})
