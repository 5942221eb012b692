import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { sendFile } from '#tests/support/paper.ts'
import { agree, beginning, fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// Taking something back, without script: an application that was withdrawn says what can be done now, and photographs are asked about
// before they go with a draft.

vi.setConfig({ testTimeout: 30_000 })
let server: BuiltServer
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
}, 60_000)
afterAll(() => server.stop())

const own = { 'f-trade': '做饭', 'f-matter': 'guidance' }
const says = (key: string, count = '') => textOf('zh', key).replace('{{count}}', count)

async function withdrawn(services: readonly string[] = ['skills-training']): Promise<Resident> {
  const one = resident(server.port)
  await fillIn(one, services, own)
  await one.post('/zh/apply/submit', await submitForm(one))
  await one.post('/zh/applications/1/withdraw', {})
  return one
}

/** The form that applies for the same again. */
const againOn = (html: string) => {
  const form = /<form id="again"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  return Object.fromEntries([...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
}

describe('after a withdrawal', () => {
  test('the same is applied for again with what was filled in, in one step; then it is not offered any more', async () => {
    const one = await withdrawn()
    for (const language of languages) {
      const { text } = await one.get(`/${language}/applications/1`)
      for (const key of ['after.again', 'after.filled-in']) expect(text).toContain(textOf(language, `application:${key}`))
    }
    // Who withdrew it themselves is not told to ask who did.
    expect((await one.get('/zh/applications/1')).text).not.toContain(says('application:withdraw.not-you'))
    const again = againOn((await one.get('/zh/applications/1')).text)
    expect((await one.post('/zh/apply', again)).headers.location).toBe('/zh/apply/folder')
    const step = await one.get('/zh/apply/step/own/n2')
    for (const text of ['value="做饭"', textOf('zh', 'forms:filled')]) expect(step.text).toContain(text)
    expect((await one.get('/zh/apply/step/person/1')).text).toContain('value="扎西·测试"')
    const after = (await one.get('/zh/applications/1')).text
    expect(againOn(after)).toEqual({})
    expect(after).toContain(says('application:after.drafts', '1'))
    // What stands in the new one is its own.
    expect((await one.post('/zh/apply/step/own/n2', { 'f-trade': '开车' })).status).toBe(303)
    expect((await one.get('/zh/applications/1')).text).toContain('做饭')
  })

  test('what is picked and not handed in stays, and the others can be looked at', async () => {
    const one = await withdrawn(['skills-training', 'job-services'])
    await one.post('/zh/apply', { pick: 'resident-medical:1', agree })
    const { text } = await one.get('/zh/applications/1')
    expect(text).toContain(says('application:after.drafts', '1'))
    expect(text).toContain('href="/zh/apply/folder"')
    expect(text).toContain(says('application:after.others', '1'))
    expect((await one.get('/zh/apply/folder')).text).toContain(textOf('zh', 'services/resident-medical:name'))
    expect((await one.get('/zh/applications')).text).toContain('status-submitted')
  })

  test('photographs sent for it alone are told of; those it shared are there', async () => {
    const one = resident(server.port)
    await fillIn(one, ['skills-training'], own)
    for (const paper of ['id-card~1', 'skills-training.registration~n1'])
      expect((await sendFile(server.port, one.cookies(), `/zh/apply/papers/${paper}`)).status).toBe(303)
    await one.post('/zh/apply/submit', await submitForm(one))
    expect((await one.get('/zh/applications/1')).text).not.toContain('id="again"')
    await one.post('/zh/applications/1/withdraw', {})
    expect((await one.get('/zh/applications/1')).text).toContain(says('application:after.papers'))
    await one.post('/zh/apply', againOn((await one.get('/zh/applications/1')).text))
    expect((await one.get('/zh/apply/papers/id-card~1')).text).toContain('/zh/apply/papers/id-card~1/')
  })
})

describe('a draft with photographs', () => {
  const sent = async (one: Resident): Promise<number> => JSON.parse((await one.get('/zh/applications/data.json')).text).papers.length
  const services = async (one: Resident): Promise<number> =>
    JSON.parse((await one.get('/zh/applications/data.json')).text).applications.length

  async function withFiles(papers: readonly string[]): Promise<Resident> {
    const one = resident(server.port)
    await one.post('/zh/apply', { ...beginning, pick: ['job-services', 'skills-training'] })
    const names = (await one.get('/zh/apply/papers')).text
    for (const paper of papers) {
      expect(names).toContain(`/zh/apply/papers/${paper}"`)
      expect((await sendFile(server.port, one.cookies(), `/zh/apply/papers/${paper}`)).status).toBe(303)
    }
    return one
  }

  test.each(languages)('is asked about once, and nothing goes before the second page: %s', async (language) => {
    const one = await withFiles(['skills-training.registration~n2', 'skills-training.registration~n2'])
    const list = `/${language}/apply/folder`
    const asked = await one.post(list, { remove: '2' })
    expect([asked.status, await sent(one), await services(one)]).toEqual([200, 2, 2])
    for (const text of [textOf(language, 'apply:remove.title'), textOf(language, 'apply:remove.lead').replace('{{count}}', '2')])
      expect(asked.text).toContain(text)
    expect(asked.text).toContain(`class="button second" href="${list}"`)
    const carried = Object.fromEntries(
      [
        ...(/<form id="remove-2"[\s\S]*?<\/form>/.exec(asked.text)?.[0] ?? '').matchAll(
          /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
        ),
      ].map(([, name = '', value = '']) => [name, value]),
    )
    // A switch of the language asks there.
    const there = await one.post(list, { ...carried, 'switch-to': language })
    expect([there.status, there.text.includes(textOf(language, 'apply:remove.button')), await services(one)]).toEqual([200, true, 2])
    expect((await one.post(list, { ...carried, sure: 'yes' })).status).toBe(303)
    expect([await sent(one), await services(one)]).toEqual([0, 1])
  })

  test('is asked about where a paper others could share is of use to it alone; not where another one needs it', async () => {
    const one = await withFiles(['id-card~1'])
    expect((await one.post('/zh/apply/folder', { remove: '1' })).status).toBe(303)
    await one.post('/zh/apply', { pick: 'resident-medical:1', agree })
    await sendFile(server.port, one.cookies(), '/zh/apply/papers/residence-permit~home')
    const asked = await one.post('/zh/apply/folder', { remove: '3' })
    expect([asked.status, asked.text.includes(textOf('zh', 'forms:papers.residence-permit'))]).toEqual([200, true])
    expect(asked.text).not.toContain(textOf('zh', 'forms:papers.id-card'))
  })

  test('without photographs it goes at once', async () => {
    const one = await withFiles([])
    expect((await one.post('/zh/apply/folder', { remove: '2' })).status).toBe(303)
    expect(await services(one)).toBe(1)
  })
})
