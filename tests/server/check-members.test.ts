import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { formIn, plain, textIn } from '#tests/support/page-text.ts'
import { type Resident, resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
}, 120_000)
afterAll(() => server.stop())

const members = '/zh/check/members'
const listed = async (one: Resident, mode: string) =>
  [...(await one.get(`/${mode}/check/members`)).text.matchAll(/value="remove:\d+" aria-label="([^"]+)"/g)].map(([, label = '']) =>
    label.replace(textOf(mode === 'bo' ? 'bo' : 'zh', 'check:members.remove'), '').trim(),
  )

describe('who lives in a household', () => {
  test('is ticked all at once, several of a kind as well, and read in the language of the reader', async () => {
    const one = resident(server.port)
    const who = ['son', 'myself', 'maternal-grandmother']
    expect((await one.post(members, { do: 'add', who, 'count-son': '2', 'count-daughter': '3', name: '大姨' })).status).toBe(303)
    expect(await listed(one, 'zh')).toEqual(['我自己', '儿子 1', '儿子 2', '外婆', '大姨'])
    const [son, own] = [textOf('bo', 'check:members.relatives.son'), textOf('bo', 'check:members.relatives.myself')]
    expect(await listed(one, 'bo')).toEqual([
      own,
      `${son} 1`,
      `${son} 2`,
      textOf('bo', 'check:members.relatives.maternal-grandmother'),
      '大姨',
    ])
    // Of whom there is one only, they are offered no more.
    const { who: offered } = formIn((await one.get(members)).text)
    expect(offered?.options).not.toContain('myself')
    expect(offered?.options).toContain('son')
  })

  test('may be listed by a page opened before, one by one', async () => {
    const one = resident(server.port)
    await one.post(members, { do: 'quick:father', name: '' })
    await one.post(members, { do: 'quick:mother', name: '' })
    expect(await listed(one, 'zh')).toEqual(['爸爸', '妈妈'])
  })

  test('is never a key that somebody typed', async () => {
    const one = resident(server.port)
    await one.post(members, { do: 'add', name: '@father' })
    expect(await listed(one, 'zh')).toEqual(['father'])
  })

  test.each<[string, Record<string, string | string[]>, string]>([
    ['nobody', { do: 'done' }, 'errors:members.nobody'],
    ['somebody there is not', { do: 'done', who: 'uncle' }, 'errors:members.unknown'],
    ['too many', { do: 'done', who: ['son', 'daughter', 'myself'], 'count-son': '6', 'count-daughter': '6' }, 'errors:members.full'],
    ['too long a name', { do: 'done', who: ['son'], name: '长'.repeat(30) }, 'errors:members.too-long'],
  ])('%s is refused, and what was ticked and typed stays', async (_, fields, key) => {
    const { status, text } = await resident(server.port).post(members, fields)
    expect(status).toBe(422)
    expect(textIn(text)).toContain(plain(textOf('zh', key).replace('{{most}}', key.endsWith('full') ? '12' : '20')))
    const ticked = [fields.who ?? []].flat().filter((one) => one !== 'uncle')
    expect(formIn(text).who?.values ?? []).toEqual(expect.arrayContaining(ticked))
  })
})

test('removing somebody adds nobody, and loses nothing that was ticked or typed', async () => {
  const one = resident(server.port)
  await one.post(members, { do: 'done', who: ['father', 'son'] })
  const { status, text } = await one.post(members, { do: 'remove:2', name: '外婆卓玛', who: ['daughter'], 'count-daughter': '2' })
  const form = formIn(text)
  expect([status, form.name?.values, form.who?.values, form['count-daughter']?.values]).toEqual([200, ['外婆卓玛'], ['daughter'], ['2']])
  expect([text.includes('value="remove:1"'), text.includes('value="remove:2"')]).toEqual([true, false])
  expect(await listed(one, 'zh')).toEqual(['爸爸'])
})

describe('a page of somebody who was removed', () => {
  const page = '/zh/check/2/birth-date'
  async function replaced() {
    const one = resident(server.port)
    await one.post(members, { do: 'done', who: ['father', 'son'] })
    for (const fields of [
      { do: 'remove:2', name: '' },
      { do: 'add', name: '卓玛' },
    ])
      expect((await one.post(members, fields)).status).toBe(303)
    return one
  }

  test.each(languages)('leads to the list, which says so, and what was typed is nobody else’s: %s', async (mode) => {
    const one = await replaced()
    const told = textOf(mode, 'check:members.removed')
    expect(textIn((await one.get(`/${mode}/check/members`)).text)).not.toContain(plain(told))
    const list = `/${mode}/check/members?after=removed`
    const path = page.replace('zh', mode)
    expect([(await one.get(path)).status, one.at()]).toEqual([303, list])
    expect(textIn((await one.get(list)).text)).toContain(plain(told))
    // What was typed is shown again; where that is nothing, the list.
    const posted = async (answer: string) => {
      expect((await one.post(path, { answer })).status).toBe(307)
      return one.post(one.at(), { answer })
    }
    const { status, text } = await posted('20150301')
    const [title, way] = ['title', 'list'].map((key) => plain(textOf(mode, `check:removed.${key}`)))
    expect([status, textIn(text).includes(title ?? ''), textIn(text).includes(way ?? '')]).toEqual([409, true, true])
    expect(textIn(text)).toContain('2015')
    expect([(await posted('')).status, one.at()]).toEqual([303, list])
    expect((await one.get('/zh/check/3/birth-date')).text).not.toContain('20150301')
  })

  test('keeps what it says of the others, and removes nobody else from an old list', async () => {
    const one = await replaced()
    const typed = { answer: '1986年1月12日', also: ['2-birth-date'], '2-birth-date.answer': '20150301' }
    expect((await one.post('/zh/check/1/birth-date', typed)).status).toBe(303)
    const now = (await one.get('/zh/check/1/birth-date')).text
    expect([now.includes('value="19860112"'), now.includes('20150301')]).toEqual([true, false])
    await one.post(members, { do: 'remove:2' })
    expect(await listed(one, 'zh')).toEqual(['爸爸', '卓玛'])
  })
})

describe('birth dates', () => {
  const family = async (...who: readonly string[]) => {
    const one = resident(server.port)
    await one.post(members, { do: 'done', who })
    return one
  }

  test('stand on one page; what is wrong is told beside its own, and all that was typed stays', async () => {
    const one = await family('myself', 'wife', 'son')
    const page = '/zh/check/1/birth-date'
    const also = ['2-birth-date', '3-birth-date']
    const typed = { answer: '1986年1月12日', '2-birth-date.answer': '1988', '3-birth-date.answer': '༢༠༢༡༠༢༠༢' }
    const wrong = await one.post(page, { ...typed, also })
    expect([wrong.status, wrong.text.match(/class="field-error"/g)?.length]).toEqual([422, 1])
    expect(wrong.text).toContain('href="#2-birth-date.answer"')
    for (const text of Object.values(typed)) expect(wrong.text).toContain(`value="${text}"`)
    expect((await one.post(page, { ...typed, '2-birth-date.answer': '38', also })).status).toBe(303)
    const again = (await one.get(page)).text
    for (const text of ['19860112', '38', '20210202']) expect(again).toContain(`value="${text}"`)
  })

  test('of a child alone, or of a child who fills in, are answered by who should fill in', async () => {
    const alone = await (await family('son')).post('/bo/check/1/birth-date', { answer: '5' })
    expect([alone.status, textIn(alone.text).includes(plain(textOf('bo', 'errors:check.no-adult')))]).toEqual([422, true])
    const filler = await (await family('myself', 'father')).post('/zh/check/1/birth-date', {
      ...{ answer: '12', also: '2-birth-date', '2-birth-date.answer': '40' },
    })
    expect([filler.status, textIn(filler.text).includes(plain(textOf('zh', 'errors:check.filler-too-young')))]).toEqual([422, true])
  })
})

test('two sons are told apart by age once it is known: on the result, its pages, the sheet, the summary and where answers are tried', async () => {
  const [one, only] = [resident(server.port), '?only=resident-medical']
  const ages: Readonly<Record<string, string>> = { 1: '40', 2: '12', 3: '7' }
  await one.post(`/zh/check/hukou-place${only}`, { answer: 'outside' })
  for (let step = 0; step < 40 && !one.at().includes('/summary'); step++) {
    const at = one.at()
    if (at.includes('/members')) await one.post(at, { do: 'done', who: ['myself', 'son'], 'count-son': '2' })
    else if (at.includes('/birth-date')) await one.post(at, { 'answer-age': ages[at.split('/')[3] ?? ''] ?? '' })
    else await one.post(at, { answer: 'unsure' })
  }
  for (const page of ['result', 'result/3/resident-medical', 'print', 'summary', 'counterfactuals']) {
    const names = page.includes('/3/') ? ['儿子（7 岁）'] : ['儿子（12 岁）', '儿子（7 岁）']
    const text = textIn((await one.get(`/zh/check/${page}${only}`)).text)
    for (const name of names) expect([page, text.includes(plain(name))]).toEqual([page, true])
  }
})
