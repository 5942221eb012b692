import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type BuiltServer, startBuilt, unansweredGateway } from '#tests/support/built-server.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { seenOn } from '#tests/support/second-readers.ts'
import { textOf } from '#tests/support/texts.ts'

// Deciding on the page of a case: stored at once, told ten seconds later; and whose it is to decide.

vi.setConfig({ testTimeout: 60_000 })
const dataDir = mkdtempSync(join(tmpdir(), 'settle-deciding-'))
let server: BuiltServer
let cookies: Record<string, { staff: string }> = {}
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off', ...unansweredGateway }, dataDir)
  cookies = await openDesk(
    dataDir,
    '630104',
    (['clerk', 'reviewer', 'colleague'] as const).map((id) => ({
      ...{ id, name: `${id}·测试`, role: id === 'clerk' ? ('clerk' as const) : ('reviewer' as const) },
    })),
  )
}, 120_000)
afterAll(() => server.stop())

const t = (key: string) => textOf('zh', key)
const as = (id: string): Resident => resident(server.port, cookies[id])
const act = async (who: string, url: string, fields: Record<string, string>, query = '') =>
  as(who).post(url + query, { seen: seenOn((await as(who).get(url)).text), ...fields })
const idOf = (location: unknown) => /cases\/([\w-]{36})/.exec(String(location))?.[1] ?? ''

async function inReview(who = 'reviewer'): Promise<{ one: Resident; url: string; id: string }> {
  const one = resident(server.port)
  const contact = { 'f-phone': '13900000000', 'f-messages': 'sms', 'f-county': '630104' }
  const code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', contact)
  await one.post('/zh/apply/submit', await submitForm(one))
  const id = idOf((await as(who).post('/zh/desk/cases', { do: 'find', code })).headers.location)
  const url = `/zh/desk/cases/${id}`
  for (const step of ['accept', 'start-review']) expect((await act(who, url, { do: step })).status).toBe(303)
  return { one, url, id }
}

const approval = { do: 'approve-next', phrase: 'approve.checked-at-window' }
/** The messages of a case that wait, with the moment each is due. */
function messages(id: string): { created_at: string; next_at: string }[] {
  const database = new Database(join(dataDir, 'settle.sqlite'), { readonly: true })
  const rows = database.prepare('select created_at, next_at from outbox where application_id = ? order by rowid').all(id)
  database.close()
  return rows as { created_at: string; next_at: string }[]
}

test('an approval is stored at once and outlives a killed server; nobody is told, and only who gave it takes it back', async () => {
  const { one, url, id } = await inReview()
  const before = messages(id).length
  const sent = await act('reviewer', url, approval)
  expect(sent.status).toBe(303)
  expect(String(sent.headers.location)).toContain(`done=${id}`)
  const last = messages(id).at(-1)
  expect(messages(id)).toHaveLength(before + 1)
  expect(Date.parse(last?.next_at ?? '') - Date.parse(last?.created_at ?? '')).toBeGreaterThanOrEqual(10_000)
  const told = async () => {
    const reader = resident(server.port, one.cookies())
    return [(await reader.get('/zh/applications/1')).text, (await reader.get('/zh/applications')).text].join()
  }
  expect(await told()).not.toContain(t('application:status.approved.name'))
  expect((await as('reviewer').get(`${url}/letter`)).status).toBe(404)
  expect((await as('colleague').get(`/zh/desk/cases?done=${id}`)).text).not.toContain('id="take-back"')
  expect((await act('colleague', url, { do: 'take-back' })).status).toBe(409)
  expect((await act('reviewer', url, { do: 'take-back' })).status).toBe(303)
  const page = (await as('reviewer').get(url)).text
  expect([page.includes('status-in-review'), page.includes(t('desk:event.take-back'))]).toEqual([true, true])
  expect(messages(id)).toHaveLength(before)
  expect(await told()).not.toContain(t('application:event.approve'))

  await act('reviewer', url, approval)
  const died = once(server.process, 'exit')
  server.process.kill('SIGKILL')
  await died
  server = await startBuilt({ RATE_LIMIT: 'off', ...unansweredGateway }, dataDir)
  expect((await as('reviewer').get(url)).text).toContain('status-approved')
  await expect.poll(told, { timeout: 30_000, interval: 500 }).toContain(t('application:status.approved.name'))
  // It stands: nobody takes it back any more, and the letter is there.
  expect((await act('reviewer', url, { do: 'take-back' })).status).toBe(409)
  expect((await as('reviewer').get(`${url}/letter`)).status).toBe(200)
})

test('what was sent twice is approved once and leads to the same case; without a reason nothing happens', async () => {
  const { url } = await inReview()
  await inReview('colleague')
  const seen = seenOn((await as('reviewer').get(url)).text)
  const lacking = await as('reviewer').post(url, { seen, do: 'approve-next', phrase: '' })
  expect([lacking.status, lacking.text.includes(t('desk:error.why'))]).toEqual([422, true])
  const both = [await as('reviewer').post(url, { seen, ...approval }), await as('reviewer').post(url, { seen, ...approval })]
  expect(both.map(({ status, headers }) => [status, headers.location])).toEqual([
    [303, both[0]?.headers.location],
    [303, both[0]?.headers.location],
  ])
})

test('a colleague decides nothing of a case somebody works on before taking it over from them, by name', async () => {
  const { url } = await inReview()
  const page = (await as('colleague').get(url)).text
  expect(page).toContain(t('desk:take-over.button').replace('{{name}}', 'reviewer·测试'))
  expect(page).not.toContain('data-judge')
  const steps: Record<string, string>[] = [{ do: 'judge', condition: 'C3', truth: 'yes' }, approval, { do: 'take-over', from: 'clerk' }]
  for (const fields of steps) expect((await act('colleague', url, fields)).status, fields.do).toBe(409)
  expect((await as('colleague').get(`${url}/approve`)).text).toContain(t('desk:error.colleagues'))
  expect((await act('colleague', url, { do: 'take-over', from: 'reviewer' })).status).toBe(303)
  expect((await act('colleague', url, { do: 'judge', condition: 'C3', truth: 'yes' })).headers.location).toBe(`${url}#condition-C3`)
  expect((await as('colleague').get(url)).text).toContain(t('desk:event.take-over'))
})

test('originals are noted by whoever saw them, and taken back where that was a mistake; the way back and the next case keep the filters', async () => {
  const { url, id } = await inReview()
  const from = `?from=${encodeURIComponent('county=630104')}`
  const paper = /name="original" value="([^"]+)"/.exec((await as('clerk').get(url)).text)?.[1] ?? ''
  const see = (seen: string) => act('clerk', url, { do: 'see-original', original: paper, 'original-seen': seen }, from)
  expect((await see('yes')).headers.location).toBe(`${url}${from}#originals`)
  const page = (await as('reviewer').get(url + from)).text
  expect([page.includes('clerk·测试'), page.includes('href="/zh/desk/cases?county=630104"')]).toEqual([true, true])
  await see('no')
  expect((await as('reviewer').get(url)).text).toContain(t('desk:event.see-original-not'))
  expect((await act('clerk', url, { do: 'see-original', original: 'nothing~1' })).status).toBe(400)
  const next = String((await act('reviewer', url, approval, from)).headers.location)
  expect([next.includes('county'), next.includes(id)]).toEqual([true, true])
})
