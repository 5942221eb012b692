import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Source } from '#app/domain/verdict.ts'
import { text } from '#app/i18n/messages.ts'
import { matters, saidOf, wayLines, ways } from '#app/services/before-settling.ts'
import { inferred, type Service, type Statement, statement } from '#app/services/define.ts'
import { sourceOf } from '#app/services/define-promise.ts'
import { explanations } from '#app/services/explanations.ts'
import { services } from '#app/services/index.ts'
import { cite, plan } from '#app/services/instruments.ts'
import { notInPlan, planQuotations, promised } from '#app/services/plan-quotations.ts'
import { planPromises } from '#app/services/promises.ts'
import { strengthOfStatement, strengthsOf } from '#app/services/strength.ts'
import { topics } from '#app/services/topics.ts'

/** The official text, 青政〔2024〕48号. */
const official = readFileSync('tests/fixtures/qinghai-2024-48.txt', 'utf8')
/** As the fixture punctuates. */
const halfWidth = (text: string) => text.replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')')

/** What an article says, and who is in charge of it. */
type Article = { readonly text: string; readonly inCharge: readonly string[] }

/** Articles by number; the last part, which has none, as `part-eight`. */
function articlesOf(plan: string): ReadonlyMap<string, Article> {
  const found = new Map<string, Article>()
  for (const line of plan.split('\n')) {
    const [, number, text = '', charge = ''] = /^\(([一二三四五六七八九十]+)\)(.*)\(责任单位:(.*)\)$/.exec(line.trim()) ?? []
    if (number) found.set(number, { text, inCharge: charge.split(/[、,]/) })
  }
  const [, last = ''] = plan.split('八、保障措施\n')
  return found.set('part-eight', { text: last, inCharge: ['各地区各部门'] })
}

const articles = articlesOf(official)

test('the fixture is the whole plan: 39 articles, each with who is in charge', () => {
  expect(articles.size).toBe(40)
  for (const [number, { text, inCharge }] of articles) expect(text.length * inCharge.length, number).toBeGreaterThan(0)
})

/** Do these words stand in an article as whole clauses, from one mark to the next? */
function standIn(article: string, text: string): boolean {
  const { text: says = '' } = articles.get(article) ?? {}
  const at = says.indexOf(halfWidth(text))
  return at >= 0 && /^$|[。,、;]/.test(says.charAt(at - 1)) && /^$|[。,、;]/.test(says.charAt(at + text.length))
}

test.each(Object.entries(planQuotations))('the plan says %s in its article', (_id, [article, quotation]) =>
  expect(standIn(article, quotation)).toBe(true),
)

test.each([
  ['七', '全面落实全省城市（镇）落户“零门槛”政策', 'another article'],
  ['六', '全面落实全省城市落户“零门槛”政策', 'other words'],
  ['十三', '退出上述权益作为农民进城落户的条件', 'half a clause, without the word that binds'],
  ['六', '全面落实全省城市（镇）落户', 'a clause that breaks off'],
])('not %s: %s (%s)', (article, text) => expect(standIn(article, text)).toBe(false))

/** A sentence told to residents, and where its Chinese text stands. */
type Told = { readonly at: string; readonly statement: Statement; readonly zh: string; readonly bo: string }

function told(at: string, one: Statement, suffix = ''): Told {
  return { at, statement: one, zh: text('zh', at + suffix), bo: text('bo', at + suffix) }
}

const lists = ['gives', 'where', 'timeAndCost', 'otherwise'] as const
const sentences: readonly Told[] = [
  ...services.flatMap((service: Service) => {
    const at = `services/${service.id}`
    return [
      ...lists.flatMap((list) => service[list].map((one) => told(`${at}:${list}.${one.id}`, one))),
      ...service.misunderstandings.map((one) => told(`${at}:misunderstandings.${one.id}`, one, '.right')),
    ]
  }),
  ...topics.map(({ id, lead }) => told(`topics:${id}`, { id, certainty: 'high', sources: lead }, '.lead')),
  ...topics.flatMap(({ id, keyPoints }) => keyPoints.map((one) => told(`topics:${id}.points.${one.id}`, one))),
  ...explanations.flatMap(({ id, facts }) => facts.map((one) => told(`explanations:${id}.facts.${one.id}`, one))),
  ...ways.flatMap((way) => wayLines[way].map((one) => told(`before-settling:ways.${way}.lines.${one.id}`, one))),
  ...matters.flatMap((matter) =>
    saidOf.flatMap((way) => matter[way].map((one) => told(`before-settling:matters.${matter.id}.${way}.${one.id}`, one))),
  ),
  ...planPromises.map((one) => told(`policy:promises.${one.id}`, statement(one.id, 'high', sourceOf(one)), '.text')),
]

const isPlan = ({ instrument }: Source) => instrument === 'qinghai-2024-48'

/**
 * Words of ours that claim something, and the official ones that must stand in the article where a sentence cites the plan alone.
 * Advice whom to ask claims nothing.
 */
const claims: Readonly<Record<string, string>> = {
  ...{ 免费: '免费', 不收钱: '免费', 不要钱: '免费', 招聘会: '招聘会', 法律: '法律', 草场: '草', 草原: '草', 派出所: '派出所' },
  ...{ 教育局: '教育局', 招考机构: '招考', 居住证: '居住证', 本地居民: '本地', 半年: '半年', 多久: '期限', 材料: '材料' },
  ...{ 提取: '提取', 贷款: '贷款', 学徒: '学徒', 发证: '颁证', 工伤: '工伤', 年限: '年限', 备案: '备案', 高考: '高考', 高职: '高职' },
}

const advice = /[^，。；：]*(?:问|可打|可以打|派出所还是要核对)[^，。；]*/g

/** Why the plan alone does not carry a sentence: no words of it, words of ours it does not have, or a silence that is none. */
function citationFaults({ statement: { sources, inferred: ours }, zh }: Pick<Told, 'statement' | 'zh'>): string[] {
  const lacking = sources.flatMap(({ lacks = [] }) => lacks).filter((word) => official.includes(word))
  if (lacking.length > 0) return lacking
  if (/(?<!国家)文件/.test(zh.replace(/我们查到的文件里没写|没有查到文件/g, '')) && !sources.some(isPlan)) return ['文件']
  if (ours || !sources.every(isPlan)) return []
  if (sources.some(({ lacks }) => lacks !== undefined)) return []
  if (sources.some(({ words: quotations = [] }) => quotations.length === 0)) return ['no words of the plan']
  const says = sources.map(({ article = '' }) => articles.get(article)?.text ?? '').join()
  const claimed = zh.replace(advice, '').replace(/没有写([^，。]*)/g, (_, word: string) => (official.includes(word) ? word : ''))
  return Object.entries(claims).flatMap(([word, needs]) => (claimed.includes(word) && !says.includes(needs) ? [word] : []))
}

test.each(sentences)('$at is in what it cites', (one) => expect(citationFaults(one)).toEqual([]))

/** As they stood, each citing the plan alone. @source fact base 2, section 5.1 */
test.each([
  ['以后按本地居民办事。', promised('settle-zero-threshold'), '本地居民'],
  ['有了本地户口，就不用再办居住证。', promised('settle-zero-threshold'), '居住证'],
  ['老家的承包地、草场照旧，不会因为落户减少。', promised('settling-keeps-land'), '草场'],
  ['去想落户那个地址的派出所办。', promised('settle-zero-threshold'), '派出所'],
  ['不对。住满半年是办证的条件。', promised('settle-zero-threshold'), '半年'],
  ['零门槛就是什么材料都不要。', promised('settle-zero-threshold'), '材料'],
  ['也可以直接落户，落户不看住了多久。', promised('settle-zero-threshold'), '多久'],
  ['不对。上哪所由教育局安排。', promised('public-school-places'), '教育局'],
  ['以后租房、买房可以提取。', promised('housing-fund'), '提取'],
  ['也可以申请贷款。', promised('housing-fund'), '贷款'],
  ['免费的岗位信息、职业指导、失业登记。', promised('job-services'), '免费'],
  ['有春风行动、就业援助月的招聘会。', promised('job-services'), '招聘会'],
  ['要开展就业服务，不收钱。', promised('job-services'), '不收钱'],
  ['免费或者有补贴的培训。', promised('subsidised-training'), '免费'],
  ['到企业当学徒。', promised('subsidised-training'), '学徒'],
  ['继续找工作攒年限。', promised('job-services'), '年限'],
  ['再办异地就医备案。', promised('permit-resident-medical'), '备案'],
  ['不对。法律不许拿这个当条件。', promised('settling-keeps-land'), '法律'],
  ['平台接单的看工伤。', promised('occupational-injury-pilot'), '工伤'],
  ['可以租保障性租赁住房。', plan('十'), 'no words of the plan'],
  ['文件没有写落户。', notInPlan('六', '落户'), '落户'],
  ['文件和条例都没有写几天办好。', cite('hukou-registration-regulations'), '文件'],
  ['国家文件没有写，文件写了。', cite('guobanfa-2021-22'), '文件'],
] as const)('not %s', (zh, source, fault) => {
  expect(citationFaults({ statement: statement('any', 'high', source), zh })).toEqual([fault])
})

test('our own reading, and what another instrument carries too, need no words of the plan', () => {
  expect(citationFaults({ statement: inferred('any', 'medium', plan('六')), zh: '有了本地户口，就不用再办居住证。' })).toEqual([])
  const both = statement('any', 'high', promised('settling-keeps-land'), cite('land-contract-law', '27'))
  expect(citationFaults({ statement: both, zh: '草场不收。' })).toEqual([])
})

/** 文件要求 is only said of what is required or to be carried out, 文件提出 only of a direction; and so in Tibetan. */
function strengthFaults({ statement: one, zh, bo }: Pick<Told, 'statement' | 'zh' | 'bo'>): string[] {
  const strength = strengthOfStatement(one)
  const binds = strength === 'requires' || strength === 'supports'
  return [
    ...[zh.includes('文件要求') || zh.includes('文件要') ? '文件要求' : '', bo.includes('ཡིག་ཆར་བཀོད་ཡོད') ? 'བཀོད་ཡོད' : ''].filter(
      () => !binds,
    ),
    ...[zh.includes('文件提出') ? '文件提出' : '', bo.includes('ཡིག་ཆར་བཏོན་ཡོད') ? 'བཏོན་ཡོད' : ''].filter(() => strength !== 'explores'),
  ].filter((word) => word !== '')
}

test.each(sentences)('$at says as much as the plan', (one) => expect(strengthFaults(one)).toEqual([]))

test.each([
  ['文件要求推广公积金。', 'ཡིག་ཆར་བཀོད་ཡོད།', promised('housing-fund'), 2],
  ['文件要把公积金推广。', '', promised('housing-fund'), 1],
  ['文件提出落户零门槛。', 'ཡིག་ཆར་བཏོན་ཡོད།', promised('settle-zero-threshold'), 2],
  ['文件要求不收钱。', '', cite('employment-promotion-law', '35'), 1],
  ['文件要求落户零门槛。', 'ཡིག་ཆར་བཀོད་ཡོད།', promised('settle-zero-threshold'), 0],
  ['文件提出推广公积金。', 'ཡིག་ཆར་བཏོན་ཡོད།', promised('housing-fund'), 0],
] as const)('of %s %s there are faults', (zh, bo, source, faults) =>
  expect(strengthFaults({ statement: statement('any', 'high', source), zh, bo })).toHaveLength(faults),
)

/** Sentences of section 5.1 that are our own reading. */
test.each([
  'services/settle-household:gives.as-local',
  'services/settle-household:gives.no-permit-needed',
  'services/settle-household:misunderstandings.no-papers-at-all',
  'services/residence-permit:otherwise.settle-instead',
  'services/school-compulsory:misunderstandings.any-school',
  'services/vocational-school:otherwise.training',
  'services/job-services:otherwise.training',
  'services/resident-medical:otherwise.no-permit',
  'topics:schooling.points.which-school',
])('%s is our own reading', (at) => {
  const found = sentences.find((one) => one.at === at)
  expect(found && { inferred: found.statement.inferred, certainty: found.statement.certainty }).toEqual({
    inferred: true,
    certainty: 'medium',
  })
})

test.each(['exam-local', 'school-senior', 'vocational-school'])('whom %s is for is our own reading of the plan', (id) => {
  const first = (services.find((service) => service.id === id) as Service).conditions.find(({ kind }) => kind === 'scope')
  expect({ id: first?.id, inferred: first?.inferred, certainty: first?.certainty }).toEqual({
    id: 'C1',
    inferred: true,
    certainty: 'medium',
  })
})

/** Departments of promises that are not those of their article, in its order. */
const departmentFaults = (promises: typeof planPromises) =>
  promises.flatMap(({ id, article, departments }) => {
    const named = departments.map((one) => text('zh', `policy:departments.${one}`))
    // 西宁市、海东市政府 are written together.
    const expected = (articles.get(article)?.inCharge ?? []).map((name) => (name === '西宁市' ? '西宁市政府' : name))
    return named.join() === expected.join() ? [] : [id]
  })

test('those in charge are those the plan names, whole and in its order', () => {
  expect(departmentFaults(planPromises)).toEqual([])
  const [one] = planPromises as readonly [(typeof planPromises)[number]]
  expect(
    departmentFaults([
      { ...one, departments: one.departments.slice(1) },
      { ...one, article: '九' },
    ]),
  ).toEqual([one.id, one.id])
})

/** Rows of section 6 of the second fact base: promises that were on no page, and what takes something away. */
const rows = {
  promised: [
    ...['teachers-follow', 'insure-everyone', 'southern-medical-aid', 'boarding-classes', 'collective-property', 'direct-subsidies'],
    ...['farm-insurance', 'return-business', 'new-citizens-housing', 'old-estates', 'nearby', 'one-photo'],
  ],
  lessening: [
    ...['shrink-county-services', 'fewer-village-facilities', 'village-merging', 'careful-infrastructure'],
    ...['small-schools', 'rural-clinics', 'altitude-move'],
  ],
}

test.each([...rows.promised, ...rows.lessening])('%s is told, with what one can do, also beside its topic', (id) => {
  const found = planPromises.find((promise) => promise.id === id)
  expect(found?.lessens).toBe(rows.lessening.includes(id))
  expect(found?.topics.length).toBeGreaterThan(0)
  expect(text('zh', `policy:promises.${id}.do`)).not.toBe('')
  expect(found && strengthsOf(sourceOf(found)).length).toBeGreaterThan(0)
})
