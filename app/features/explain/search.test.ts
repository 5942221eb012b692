import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages, modes } from '#app/domain/language.ts'
import { topicIds } from '#app/services/define.ts'
import { explanations } from '#app/services/explanations.ts'
import { services } from '#app/services/index.ts'
import { promised } from '#app/services/plan-quotations.ts'
import { partIds, parts } from './search/parts.ts'
import { vocabulary } from './search/vocabulary.ts'
import { search } from './search.server.ts'

const on = '2026-11-29'
const found = async (query: string) => (await search(query, 'zh', on)).found
const ids = async (query: string) =>
  (await found(query)).flatMap(({ kind, to }) => (kind === 'service' ? [to.replace('/zh/services/', '')] : []))

/** Questions of a file with the services that answer them. */
function asked(file: string): { readonly question: string; readonly wanted: readonly string[] }[] {
  return readFileSync(`tests/fixtures/search/${file}.tsv`, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [question = '', wanted = ''] = line.split('\t')
      return { question, wanted: wanted.split(' ') }
    })
}

/** Questions whose service is not among the first three. */
async function missed(questions: ReturnType<typeof asked>, of = ids): Promise<string[]> {
  const misses: string[] = []
  for (const { question, wanted } of questions) {
    const first = (await of(question)).slice(0, 3)
    if (!first.some((id) => wanted.includes(id))) misses.push(question)
  }
  return misses
}

describe.each(languages)('questions of residents in %s', (language) => {
  const questions = asked(`questions.${language}`)

  test('are at least 60, each for a service there is', () => {
    const known = services.map(({ id }): string => id)
    expect(questions.length).toBeGreaterThanOrEqual(60)
    expect(questions.flatMap(({ wanted }) => wanted).filter((id) => !known.includes(id))).toEqual([])
    expect(known.filter((id) => !questions.some(({ wanted }) => wanted.includes(id)))).toEqual([])
  })

  test('have the right service among the first three in 95 of 100', async () => {
    const misses = await missed(questions)
    expect(misses.length / questions.length, misses.join('\n')).toBeLessThanOrEqual(0.05)
  })

  test('written after the search have it as well', async () => {
    const heldOut = asked(`held-out.${language}`)
    const misses = await missed(heldOut)
    expect(heldOut.length).toBeGreaterThanOrEqual(60)
    expect(misses.length / heldOut.length, misses.join('\n')).toBeLessThanOrEqual(0.05)
    expect(heldOut.filter(({ question }) => questions.some((one) => one.question === question))).toEqual([])
  })

  test('a search that always finds the same does not pass', async () => {
    const always = async () => ['residence-permit', 'school-compulsory', 'resident-medical']
    expect((await missed(questions, always)).length / questions.length).toBeGreaterThan(0.5)
  })
})

test.each([
  ['a sentence', '我想问一下居住证怎么办理？', 'residence-permit'],
  ['a day in it', '孩子9月上学', 'school-compulsory'],
  ['an age', '我家12岁了', 'school-compulsory'],
  ['another age', '刚16岁', 'school-senior'],
  ['an age in words', '十一岁', 'school-compulsory'],
  ['an age in tens', '我七十三岁了', 'resident-pension'],
  ['an age in Tibetan', 'ལོ་12', 'school-compulsory'],
  ['an age in Tibetan digits', 'ལོ་༦༥ཡིན', 'resident-pension'],
  ['pinyin', 'juzhuzheng', 'residence-permit'],
  ['pinyin with spaces', 'ju zhu zheng', 'residence-permit'],
  ['pinyin in capitals of full width', 'ＪＵＺＨＵＺＨＥＮＧ', 'residence-permit'],
  ['pinyin as many say it', 'juzuzen', 'residence-permit'],
  ['initials', 'jzz', 'residence-permit'],
  ['initials with spaces', 'j z z', 'residence-permit'],
  ['syllables and initials', 'juzz', 'residence-permit'],
  ['a letter of the same sound', '居住正', 'residence-permit'],
  ['a letter left out', '居住', 'residence-permit'],
  ['invisible letters', '居\u200b住\u00ad证', 'residence-permit'],
  ['letters copied from a PDF', '⼯⼈⼯资', 'wage-protection'],
  ['another script between', 'yibao怎么交', 'resident-medical'],
  ['tsheg', 'སྡོད་གནས་ལག་ཁྱེར', 'residence-permit'],
  ['no tsheg', 'སྡོདགནསལགཁྱེར', 'residence-permit'],
  ['a shad', 'སྡོད་གནས་ལག་ཁྱེར།', 'residence-permit'],
  ['a particle on the word', 'སྡོད་གནས་ལག་ཁྱེར་གྱིས', 'residence-permit'],
  ['another tsheg', 'སྡོད༌གནས༌ལག༌ཁྱེར', 'residence-permit'],
  ['a verb in its past', 'ལས་ཀ་བཙལ', 'job-services'],
  ['a letter mistyped', 'སྡོད་གནད་ལག་ཁྱེར', 'residence-permit'],
])('%s: %s', async (_, query, service) => expect((await ids(query))[0]).toBe(service))

test.each(['', '   ', '།', '，', '\u200b\u2060', '怎么办', 'qqqq', '🙂'])(
  '%j finds no service, and something is offered',
  async (query) => {
    expect(await ids(query)).toEqual([])
    for (const mode of modes) {
      const { instead } = await search(query, mode, on)
      expect([...(instead?.topics ?? [])].sort()).toEqual([...topicIds].sort())
      expect(instead?.services.length).toBeGreaterThan(2)
      expect(instead?.services.every(({ to }) => to.startsWith(`/${mode}/services/`))).toBe(true)
    }
  },
)

test.each([
  ['5,000 characters', '户口'.repeat(2500)],
  ['symbols', '!@#$%^&*()_+{}|:"<>?[];,./~`'],
  ['a broken escape', '%E0%A4%A'],
  ['SQL', "' OR 1=1; DROP TABLE applications; --"],
  ['a regular expression', '(a+)+$[\\'],
  ['marks of direction', '\u202e居住证\u202c\u200f'],
  ['half a character', '\ud83d'],
  ['names of properties', '__proto__ constructor toString'],
  ['many marks on a letter', `ཀ${'\u0f71'.repeat(4000)}`],
])('%s get an answer', async (_, query) => {
  const { found, instead } = await search(query, 'zh-bo', on)
  expect(found.length > 0 || (instead?.topics.length ?? 0) > 0).toBe(true)
})

test('services come first, at most five, then questions, then misunderstandings', async () => {
  const order = partIds.flatMap((part): readonly string[] => parts[part])
  const part = (kind: string) => partIds.findIndex((one) => parts[one].some((of) => of === kind))
  expect(order.slice(0, 4)).toEqual(['service', 'explanation', 'question', 'misunderstanding'])
  for (const query of ['户口', '孩子上学', '草场', '医保', 'ཐེམ་ཐོ', 'སྨན་བཅོས']) {
    const all = (await found(query)).map(({ kind }) => part(kind))
    expect(all).toEqual([...all].sort((a, b) => a - b))
    expect(all[0]).toBe(0)
    expect(all.filter((one) => one === 0).length).toBeLessThanOrEqual(5)
  }
})

test('what is said of a word in one language is found by it in the other', async () =>
  expect((await search('居住证', 'bo', on)).found[0]?.to).toBe('/bo/services/residence-permit'))

test('every service and explanation is called something in every language', () => {
  const known = [...[...services, ...explanations].map(({ id }): string => id), 'before-settling'].sort()
  for (const language of languages) expect(Object.keys(vocabulary[language].entries).sort()).toEqual(known)
})

test('a misunderstanding is never found without its correction', async () => {
  const wrong = (await found('草场')).filter(({ kind }) => kind === 'misunderstanding')
  expect(wrong.length).toBeGreaterThan(0)
  for (const { title, sentence } of wrong) expect(sentence).toBe(title.replace(/wrong$/, 'right'))
})

test('a promise is found with what it rests on, so that its strength stands beside it; so is our own reading', async () => {
  expect((await found('公积金')).find(({ title }) => title === 'policy:promises.housing-fund.title')?.rests).toEqual({
    sources: [promised('housing-fund')],
  })
  expect((await found('公办学校想上哪所')).find(({ kind }) => kind === 'misunderstanding')?.rests?.inferred).toBe(true)
  expect((await found('试用期')).find(({ kind }) => kind === 'misunderstanding')?.rests).toBeNull()
})
