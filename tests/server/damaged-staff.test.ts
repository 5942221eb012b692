import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { encryptText } from '#app/security/encryption.server.ts'
import { setKeys } from '#app/security/keys.server.ts'
import { loadKeys } from '#app/security/load-keys.server.ts'
import { hashPassword } from '#app/security/password.server.ts'
import { newClient } from '#tests/support/clerk.ts'
import { type Damage, damageIn } from '#tests/support/damage.ts'
import { conflictIn, hiddenIn } from '#tests/support/lost-updates.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, pin, type Resident, resident } from '#tests/support/resident.ts'
import { type OwnSite, ownSite } from '#tests/support/separate-site.ts'
import { textOf } from '#tests/support/texts.ts'

// Rows of halls and staff that cannot be read: nobody else is kept from their work, and there is a way to mend what can be mended.
vi.setConfig({ testTimeout: 60_000 })
let site: OwnSite
let damage: Damage
let cookies: Record<string, { staff: string }>
const password = '测试·很长的一句话·481'
beforeAll(async () => {
  site = await ownSite()
  const roles = ['clerk', 'reviewer', 'supervisor', 'administrator'] as const
  cookies = await openDesk(
    site.dataDir,
    '630104',
    roles.map((role) => ({ id: role, name: `${role}·测试`, role })),
  )
  damage = damageIn(site.dataDir)
  setKeys(loadKeys(site.dataDir, {}, false))
  damage.database.prepare('update staff set password_hash = ?').run(await hashPassword(password))
}, 120_000)
afterAll(async () => {
  damage.database.close()
  await site.stop()
})

const as = (role: string): Resident => resident(site.port, cookies[role])
const signIn = (login: string) => resident(site.port).post('/zh/desk/sign-in', { login, password, code: '123456' })

test('a hall whose place or name cannot be read: named in the list, mended there, and its staff sign in', async () => {
  const id = String(damage.database.prepare('select hall_id from staff where id = ?').pluck().get('clerk'))
  const before = damage.database.prepare('select place, name_zh, name_bo from halls where id = ?').get(id) as Record<string, string>
  for (const place of ['6301', 'x:y.z', '']) {
    damage.database.prepare(`update halls set place = ?, name_zh = '', name_bo = '' where id = ?`).run(place, id)
    for (const path of ['/zh/desk/halls', `/bo/desk/halls/${id}`, '/zh/desk/staff', '/zh/desk/staff/clerk', '/zh/desk']) {
      const page = await as('administrator').get(path)
      expect([place, path, page.status]).toEqual([place, path, 200])
    }
    const list = (await as('administrator').get('/bo/desk/halls')).text
    expect([place, list.includes(`>${id}<`), list.includes('places:')]).toEqual([place, true, false])
    for (const path of ['/zh/desk', '/zh/desk/account', '/zh/desk/cases', '/zh/desk/counter'])
      expect([place, path, (await as('clerk').get(path)).status]).toEqual([place, path, 200])
    expect((await as('supervisor').get('/zh/desk/figures')).status).toBe(200)
    expect((await signIn('clerk')).status).toBe(303)
  }
  const mended = { place: before.place ?? '', zh: before.name_zh ?? '', bo: before.name_bo ?? '' }
  expect((await as('administrator').post(`/zh/desk/halls/${id}`, mended)).status).toBe(303)
  expect(damage.database.prepare('select place, name_zh, name_bo from halls where id = ?').get(id)).toEqual(before)
})

test('a second factor that cannot be read lets nobody in, stops no page, and is taken off by an administrator', async () => {
  damage.database
    .prepare('update staff set second_factor = ? where id = ?')
    .run(encryptText('SECRET', 'second-factor reviewer'), 'reviewer')
  damage.flip('staff', 'reviewer', 'second_factor')
  expect((await signIn('reviewer')).status).toBe(422)
  expect((await signIn('clerk')).status).toBe(303)
  for (const path of ['/zh/desk', '/zh/desk/account', '/zh/desk/account/second-factor'])
    expect([path, (await as('reviewer').get(path)).status]).toEqual([path, 200])
  const member = await as('administrator').get('/zh/desk/staff/reviewer')
  expect([member.status, member.text.includes('value="second-factor"')]).toEqual([200, true])
  expect(site.errors().split('"table":"staff","id":"reviewer"')).toHaveLength(2)
  expect((await as('administrator').post('/zh/desk/staff/reviewer', { do: 'second-factor' })).status).toBe(303)
  expect((await signIn('reviewer')).status).toBe(303)
})

/** What an account or a hall can be damaged by, and what an administrator does about it then. */
const mends: [string, string, Record<string, string>][] = [
  ["update staff set hall_id = 'gone-hall' where id = 'supervisor'", 'staff/supervisor', { do: 'off' }],
  [
    "update staff set hall_id = 'gone-hall', state = 'active' where id = 'supervisor'",
    'staff/supervisor',
    { do: 'change', role: 'supervisor' },
  ],
  ["update staff set state = 'ill' where id = 'supervisor'", 'staff/supervisor', { do: 'change', role: 'supervisor' }],
  ["update staff set role = 'nobody', state = 'active' where id = 'supervisor'", 'staff/supervisor', { do: 'change', role: 'supervisor' }],
  ["update staff set second_factor = 'junk' where id = 'supervisor'", 'staff/supervisor', { do: 'second-factor' }],
  ['update halls set second_factor = 7', 'halls/hall', {}],
]

test.each(mends)('%s: the administrator mends it, and is answered', async (damaging, path, fields) => {
  const { id, place, name_zh: zh, name_bo: bo } = damage.database.prepare('select * from halls').get() as Record<string, string>
  damage.database.prepare(damaging).run()
  const at = `/zh/desk/${path.replace('halls/hall', `halls/${id}`)}`
  const hall: Record<string, string> = path.startsWith('halls') ? { place: place ?? '', zh: zh ?? '', bo: bo ?? '' } : { hall: id ?? '' }
  const answer = await as('administrator').post(at, { ...fields, ...hall })
  expect([answer.status, answer.headers.location]).toEqual([303, expect.stringMatching(/\?changed$/)])
  damage.database
    .prepare("update staff set hall_id = ?, state = 'active', role = 'supervisor', second_factor = null where id = 'supervisor'")
    .run(id)
  damage.database.prepare('update halls set second_factor = 0').run()
})

test('what residents are told of a hall cannot be read: named on its pages, logged once, and never overwritten without a word', async () => {
  const id = String(damage.database.prepare('select id from halls').pluck().get())
  const stored = () => damage.database.prepare('select details from halls').pluck().get()
  const page = `/zh/desk/halls/${id}/details`
  const before = hiddenIn((await as('administrator').get(page)).text)
  damage.database.prepare(`update halls set details = '{"phone":1}'`).run()
  for (const path of ['/zh/desk/halls', `/zh/desk/halls/${id}`, page])
    expect([path, (await as('administrator').get(path)).text.includes(`halls/${id}</span>`)]).toEqual([path, true])
  const opened = await as('administrator').get(page)
  expect(opened.text).toContain(textOf('zh', 'halls:damaged'))
  expect(site.errors().split(`"table":"halls","id":"${id}"`)).toHaveLength(2)
  const typings: Record<string, string>[] = [{ 'f-phone': '0971-8000000' }, {}]
  for (const typed of typings) {
    const late = await as('administrator').post(page, { ...before, ...typed })
    expect([late.status, conflictIn(late.text).includes(textOf('zh', 'errors:unreadable')), stored()]).toEqual([409, true, '{"phone":1}'])
  }
  expect((await as('administrator').post(page, { ...hiddenIn(opened.text), 'f-phone': '0971-8000000' })).status).toBe(303)
  expect(stored()).toBe('{"phone":"0971-8000000"}')
})

test('feedback in a state nobody knows waits, named with its id and logged once, and is answered', async () => {
  const message = { kind: 'wrong', message: '测试：这一句不对', county: '630104' }
  expect((await resident(site.port).post('/zh/help/feedback', message)).status).toBe(303)
  const id = String(damage.database.prepare('select id from feedback').pluck().get())
  damage.database.prepare(`update feedback set state = 'nowhere'`).run()
  const one = `/zh/desk/feedback/${id}`
  for (const path of ['/zh/desk/feedback', one]) expect((await as('administrator').get(path)).text).toContain(`feedback/${id}<`)
  const named = site.errors().split(`"table":"feedback","id":"${id}"`)
  expect(named).toHaveLength(2)
  const posted = { ...hiddenIn((await as('administrator').get(one)).text), do: 'answer', answer: '测试：改好了' }
  expect((await as('administrator').post(one, posted)).status).toBe(303)
  expect(damage.database.prepare('select state, answer from feedback').get()).toEqual({ state: 'answered', answer: '测试：改好了' })
})

test('an assisted session whose ground cannot be read ends: the clerk begins anew, the folder is closed, its screen too', async () => {
  const clerk = as('clerk')
  expect((await clerk.post('/zh/desk/counter', newClient)).status).toBe(303)
  const code = await fillIn(clerk, ['skills-training'], { 'f-trade': '做饭' })
  const id = String(damage.database.prepare('select id from client_sessions where ended_at is null').pluck().get())
  damage.flip('client_sessions', id)
  expect((await clerk.get('/zh/desk')).status).toBe(200)
  expect((await clerk.get('/zh/desk/counter')).status).toBe(200)
  expect(damage.database.prepare('select ended_at is null from client_sessions where id = ?').pluck().get(id)).toBe(0)
  expect((await clerk.get('/zh/apply/folder')).status).toBe(303)
  expect(site.errors().split(`"table":"client_sessions","id":"${id}"`)).toHaveLength(2)
  expect((await clerk.post('/zh/desk/counter', newClient)).status).toBe(303)
  expect((await resident(site.port).post('/zh/applications/open', { code, pin })).status).toBe(303)
})
