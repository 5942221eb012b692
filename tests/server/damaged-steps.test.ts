import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { decryptText, encryptText } from '#app/security/encryption.server.ts'
import { setKeys } from '#app/security/keys.server.ts'
import { loadKeys } from '#app/security/load-keys.server.ts'
import { answerBy } from '#tests/support/answer-by.ts'
import { type Damage, damageIn } from '#tests/support/damage.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { type Resident, resident } from '#tests/support/resident.ts'
import { type OwnSite, ownSite } from '#tests/support/separate-site.ts'
import { type HandedIn, handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

// A case of which something cannot be read: whoever takes the next step can take it, or is told what is damaged and what to do.
vi.setConfig({ testTimeout: 60_000 })
let site: OwnSite
let damage: Damage
let desk: Readonly<Record<string, Resident>>
beforeAll(async () => {
  site = await ownSite()
  const roles = ['clerk', 'reviewer', 'supervisor'] as const
  const cookies = await openDesk(
    site.dataDir,
    '630104',
    roles.map((role) => ({ id: role, name: `${role}·测试`, role })),
  )
  desk = Object.fromEntries(roles.map((role) => [role, resident(site.port, cookies[role])]))
  damage = damageIn(site.dataDir)
  setKeys(loadKeys(site.dataDir, {}, false))
}, 120_000)
afterAll(async () => {
  damage.database.close()
  await site.stop()
})

const as = (role: string) => desk[role] as Resident
const applied = () => handedIn(as('clerk'), site.port)
const urlOf = ({ id }: HandedIn) => `/zh/desk/cases/${id}`

/** Takes a step on the screen of a case as it looks now. */
async function does(who: string, of: HandedIn, fields: Record<string, string>, step = '') {
  const path = urlOf(of) + step
  const seen = /name="seen" value="(\d+)"/.exec((await as(who).get(path)).text)?.[1] ?? ''
  return as(who).post(path, { seen, ...fields })
}
const statusOf = ({ id }: HandedIn) => damage.database.prepare('select status from applications where id = ?').pluck().get(id)
const eventsOf = ({ id }: HandedIn) => damage.database.prepare('select type from events where application_id = ?').pluck().all(id)

const target = 'address/home/words'
const asking = { ...answerBy, [`ask-${target}`]: 'on', [`reason-${target}`]: 'does-not-match', [`words-${target}`]: '写到门牌' }
const declining = { condition: 'C3', words: '材料不符·测试' }

/** Damages the last event of a kind; resolves with its id. */
function lost(of: HandedIn, type: string): string {
  const id = damage.eventOf(of.id, type)
  damage.flip('events', id)
  return id
}

test('after a damaged event the next step is taken; hall and resident see which event cannot be read', async () => {
  const one = await applied()
  const ids = [lost(one, 'submit')]
  expect((await does('clerk', one, { do: 'accept' })).status).toBe(303)
  ids.push(lost(one, 'accept'))
  expect((await does('reviewer', one, { do: 'start-review' })).status).toBe(303)
  expect([statusOf(one), eventsOf(one).filter((type) => type !== 'look')]).toEqual(['in-review', ['submit', 'accept', 'start-review']])
  const screen = (await as('reviewer').get(urlOf(one))).text
  const own = (await one.one.get('/bo/applications/1')).text
  for (const id of ids) for (const page of [screen, own]) expect(page).toContain(`events/${id}`)
  expect(screen).toContain(textOf('zh', 'desk:event.accept'))
  expect(own).toContain(textOf('bo', 'application:event.accept'))
  const copy = JSON.parse((await one.one.get('/zh/applications/data.json')).text)
  expect(copy.applications[0].history.map(({ id }: { id?: string }) => id)).toEqual([...ids, undefined])
  const data = (await one.one.get('/zh/applications/data')).text
  for (const id of ids) expect(data).toContain(`events/${id}`)
})

test('a proposal that cannot be read is not confirmed: the sentence names it, and it can be given back', async () => {
  const one = await applied()
  await does('clerk', one, { do: 'accept' })
  await does('reviewer', one, { do: 'start-review' })
  expect((await does('reviewer', one, declining, '/decline')).status).toBe(303)
  const id = lost(one, 'propose-decline')
  const before = eventsOf(one)
  const refused = await does('supervisor', one, { do: 'decline' })
  expect([refused.status, refused.text.includes(`events/${id}`)]).toEqual([409, true])
  expect([statusOf(one), eventsOf(one)]).toEqual(['in-review', before])
  expect((await does('supervisor', one, { words: '请重新提出·测试' }, '/return')).status).toBe(303)
  expect((await does('reviewer', one, declining, '/decline')).status).toBe(303)
  expect((await does('supervisor', one, { do: 'decline' })).status).toBe(303)
  const decision = lost(one, 'decline')
  const letter = await as('supervisor').get(`${urlOf(one)}/letter`)
  expect([letter.status, letter.text.includes(`events/${decision}`)]).toEqual([422, true])
  expect((await one.one.get('/zh/applications/1')).text).toContain(`events/${decision}`)
})

test('corrections asked for that cannot be read: the resident reads so, everything opens, and it is handed in again', async () => {
  const one = await applied()
  await does('clerk', one, { do: 'accept' })
  expect((await does('reviewer', one, asking, '/corrections')).status).toBe(303)
  const id = lost(one, 'ask-correction')
  const page = await one.one.get('/bo/applications/1/correct')
  expect([page.status, page.text.includes(`events/${id}`)]).toEqual([200, true])
  expect(page.text).toContain('f-address-home-words')
  const form = Object.fromEntries(
    [...page.text.matchAll(/<(?:input(?![^>]*type="(?:checkbox|radio)")|textarea)[^>]*name="(f-[^"]+)"[^>]*value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
  const typed = { ...form, ...chosenIn(page.text), 'f-address-home-words': '测试街 1 号' }
  const wrong = await one.one.post('/bo/applications/1/correct', { ...typed, 'f-address-home-words': '' })
  expect([wrong.status, wrong.text.includes(`events/${id}`)]).toEqual([422, true])
  const sent = await one.one.post('/bo/applications/1/correct', typed)
  expect([sent.status, /error-summary[\s\S]{0,300}/.exec(sent.text)?.[0]]).toEqual([303, undefined])
  expect(statusOf(one)).toBe('resubmitted')
  expect((await as('reviewer').get(urlOf(one))).text).toContain('测试街 1 号')
})

/** What is chosen on a page: a radio, a box, an option. */
function chosenIn(html: string): Record<string, string> {
  const boxes = [...html.matchAll(/<input[^>]*name="(f-[^"]+)"[^>]*>/g)]
    .filter(([tag]) => /type="(radio|checkbox)"/.test(tag))
    .filter(([tag]) => / checked/.test(tag))
    .map(([tag, name = '']) => [name, /value="([^"]*)"/.exec(tag)?.[1] ?? 'on'])
  const lists = [...html.matchAll(/<select[^>]*name="(f-[^"]+)"[^>]*>([\s\S]*?)<\/select>/g)].map(([, name = '', options = '']) => [
    name,
    /value="([^"]*)"[^>]* selected/.exec(options)?.[1] ?? /selected[^>]*value="([^"]*)"/.exec(options)?.[1] ?? '',
  ])
  return Object.fromEntries([...boxes, ...lists])
}

test('“take the next case” goes past a folder that cannot be read, or that is not there', async () => {
  const folder = (of: HandedIn) => String(damage.database.prepare('select folder_id from applications where id = ?').pluck().get(of.id))
  const all = [await applied(), await applied(), await applied()] as const
  const [first, second, third] = all
  const older = all.map(({ id }) => `'${id}'`).join()
  damage.database.prepare(`update applications set assignee = 'supervisor' where id not in (${older})`).run()
  damage.flip('folders', folder(first))
  const gone = folder(second)
  damage.database.prepare(`update folders set id = 'elsewhere' where id = ?`).run(gone)
  const queue = await as('clerk').get('/zh/desk/cases?status=all')
  expect([queue.status, queue.text.includes(folder(first)), queue.text.includes(gone)]).toEqual([200, true, true])
  const list = await as('clerk').post('/zh/desk/cases/list?status=all', { format: 'csv' })
  expect([list.status, list.text.includes(gone)]).toEqual([200, true])
  for (const { id } of all) {
    const taken = await as('clerk').post('/zh/desk/cases', { do: 'take-next' })
    expect([taken.status, taken.headers.location]).toEqual([303, `/zh/desk/cases/${id}`])
  }
  for (const [one, row] of [[first, folder(first)] as const, [second, gone] as const]) {
    const screen = await as('clerk').get(urlOf(one))
    expect([screen.status, screen.text.includes(`folders/${row}`)]).toEqual([422, true])
  }
  expect((await as('clerk').get(urlOf(third))).status).toBe(200)
  damage.database.prepare(`update folders set id = ? where id = 'elsewhere'`).run(gone)
  damage.flip('folders', folder(first))
})

test('the copy says of a submission that it cannot be read, and which', async () => {
  const one = await applied()
  damage.flip('applications', one.id)
  const copy = JSON.parse((await one.one.get('/zh/applications/data.json')).text)
  expect(copy.applications[0].submitted).toEqual({ unreadable: { table: 'applications', id: one.id } })
  for (const mode of languages) {
    const page = (await one.one.get(`/${mode}/applications/data`)).text
    expect([page.includes(`applications/${one.id}`), page.includes(textOf(mode, 'errors:unreadable'))]).toEqual([true, true])
  }
  damage.flip('applications', one.id)
})

test('damaged form texts: those in force are known and kept anew, older ones are named where they are needed', async () => {
  const one = await applied()
  const inForce = damage.database.prepare('select id, content from wordings').get() as { id: string; content: string }
  damage.database.prepare(`update wordings set content = '{"names":' where id = ?`).run(inForce.id)
  expect((await as('clerk').get(urlOf(one))).status).toBe(200)
  const stored = damage.database.prepare('select sealed from applications where id = ?').pluck().get(one.id) as Buffer
  const text = decryptText(stored, purposes.submission(one.id)) ?? ''
  const older = encryptText(text.replace(inForce.id, 'older'), purposes.submission(one.id))
  damage.database.prepare(`insert into wordings (id, content) values ('older', '{"names":')`).run()
  damage.database.prepare('update applications set sealed = ? where id = ?').run(older, one.id)
  for (const [who, path] of [[as('clerk'), urlOf(one)] as const, [one.one, '/zh/applications/1'] as const]) {
    const page = await who.get(path)
    expect([page.status, page.text.includes('wordings/older')]).toEqual([422, true])
  }
  expect((await as('clerk').get('/zh/desk/cases?status=all')).status).toBe(200)
  expect((await one.one.get('/zh/applications/data')).status).toBe(200)
  damage.database.prepare('update applications set sealed = ? where id = ?').run(stored, one.id)
})

test('a damaged rating: the list goes on and names it, its page too', async () => {
  const one = await applied()
  await one.one.post('/zh/applications/1/withdraw', {})
  await one.one.post('/zh/applications/1/rate', { score: '1', words: '不满意·测试' })
  const id = lost(one, 'rate')
  const list = await as('supervisor').get('/zh/desk/ratings')
  expect([list.status, list.text.includes(`events/${id}`)]).toEqual([200, true])
  const page = await as('supervisor').get(`/zh/desk/ratings/${one.id}`)
  expect([page.status, page.text.includes(`events/${id}`)]).toEqual([422, true])
  expect((await one.one.get('/zh/applications/1')).text).toContain(`events/${id}`)
  expect((await as('supervisor').get('/zh/desk/figures')).status).toBe(200)
})

test('a date that is none: figures, queue, list and the resident’s overview go on and name the row', async () => {
  const one = await applied()
  damage.database.prepare(`update applications set submitted_at = 'once', changed_at = 'once', due_on = 'once' where id = ?`).run(one.id)
  const figures = await as('supervisor').get('/bo/desk/figures')
  expect([figures.status, figures.text.includes(`applications/${one.id}`)]).toEqual([200, true])
  const queue = await as('clerk').get('/bo/desk/cases?status=all')
  expect([queue.status, queue.text.includes(one.id)]).toEqual([200, true])
  const list = await as('clerk').post('/zh/desk/cases/list?status=all', { format: 'csv' })
  expect([list.status, list.text.includes(one.code)]).toEqual([200, true])
  expect((await one.one.get('/bo/applications')).status).toBe(200)
  for (const [who, path] of [[as('clerk'), urlOf(one)] as const, [one.one, '/zh/applications/1'] as const]) {
    const page = await who.get(path)
    expect([path, page.status, page.text.includes(`applications/${one.id}`)]).toEqual([path, 422, true])
  }
})
