import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daysLater } from '#app/domain/day.ts'
import { modes } from '#app/domain/language.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import { setKeys } from '#app/security/keys.server.ts'
import { loadKeys } from '#app/security/load-keys.server.ts'
import { beside } from '#tests/support/child-process.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, pin, type Resident, resident, savedCheckCode } from '#tests/support/resident.ts'
import { type OwnSite, ownSite } from '#tests/support/separate-site.ts'
import { type HandedIn, handedIn } from '#tests/support/submitted-application.ts'

let site: OwnSite
let database: Database.Database
let [clerk, supervisor, administrator]: Resident[] = []
let whole: HandedIn
let broken: HandedIn
const id = (code: string) => `n${code}`

/** Changes one byte of the encrypted column of a row. */
function flip(table: string, id: string, column = 'sealed', key = 'id'): void {
  const sealed = database.prepare(`select ${column} from ${table} where ${key} = ?`).pluck().get(id) as Buffer
  const changed = Buffer.from(sealed)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  database.prepare(`update ${table} set ${column} = ? where ${key} = ?`).run(changed, id)
}
const put = (table: string, id: string, sealed: Buffer) => database.prepare(`update ${table} set sealed = ? where id = ?`).run(sealed, id)
const folderOf = (application: string) =>
  String(database.prepare('select folder_id from applications where id = ?').pluck().get(application))

beforeAll(async () => {
  site = await ownSite()
  const people = (['clerk', 'reviewer', 'supervisor', 'administrator'] as const).map((role) => ({ id: role, name: `${role}·测试`, role }))
  const staff = await openDesk(site.dataDir, '630104', [...people, { id: id('broken'), name: '坏了·测试', role: 'clerk' }])
  ;[clerk, supervisor, administrator] = [staff.clerk, staff.supervisor, staff.administrator].map((one) => resident(site.port, one))
  whole = await handedIn(clerk as Resident, site.port)
  broken = await handedIn(clerk as Resident, site.port)
  database = new Database(join(site.dataDir, 'settle.sqlite'))
  // Whoever keeps accounts has chosen a password: without one nobody else may be turned off.
  database.prepare(`update staff set password_hash = 'chosen' where role = 'administrator'`).run()
  setKeys(loadKeys(site.dataDir, {}, false))
}, 120_000)
afterAll(async () => {
  database.close()
  await site.stop()
})

const seen = async (one: Resident | undefined, path: string, status = 200) => {
  const answer = await (one as Resident).get(path)
  expect([path, answer.status]).toEqual([path, status])
  return answer.text
}

test('a damaged folder: the queue, its export and the figures go on and name it; its resident reads what to do', async () => {
  const folder = folderOf(broken.id)
  const before = database.prepare('select sealed from folders where id = ?').pluck().get(folder) as Buffer
  flip('folders', folder)
  for (const mode of modes) {
    const queue = await seen(clerk, `/${mode}/desk/cases?status=all`)
    expect(queue).toContain(`${folder}/1`)
    expect(queue).toContain(whole.code.replace(/\s/g, ''))
    expect(await seen(clerk, `/${mode}/desk/cases/${broken.id}`, 422)).toContain(`folders/${folder}`)
    for (const path of ['apply/folder', 'applications', 'applications/1', 'applications/data'])
      expect(await seen(broken.one, `/${mode}/${path}`, 422)).toContain(`folders/${folder}`)
  }
  const list = await (clerk as Resident).post('/zh/desk/cases/list?status=all', { format: 'csv' })
  expect([list.status, list.text.includes(`${folder}/1`), list.text.includes('/1')]).toEqual([200, true, true])
  await seen(supervisor, '/zh/desk/figures')
  await seen(clerk, `/zh/desk/cases/${whole.id}`)
  await seen(broken.one, '/zh')
  expect((await resident(site.port).post('/zh/applications/open', { code: broken.code, pin })).status).toBe(303)
  put('folders', folder, encryptText('{"code":', `folder ${folder}`))
  expect(await seen(clerk, '/zh/desk/cases?status=all')).toContain(`${folder}/1`)
  put('folders', folder, encryptText('{"code":"X","members":7}', `folder ${folder}`))
  expect(await seen(broken.one, '/zh/apply/folder', 422)).toContain(folder)
  put('folders', folder, before)
  await seen(broken.one, '/zh/applications/1')
})

test('a damaged submission or event: the case says so, the others go on', async () => {
  const event = String(database.prepare(`select id from events where application_id = ? and type = 'submit'`).pluck().get(broken.id))
  flip('events', event)
  await seen(clerk, `/zh/desk/cases/${broken.id}`)
  await seen(broken.one, '/zh/applications/1')
  await seen(broken.one, '/zh/applications/data')
  flip('events', event)
  flip('applications', broken.id)
  expect(await seen(clerk, `/bo/desk/cases/${broken.id}`, 422)).toContain(`applications/${broken.id}`)
  expect(await seen(broken.one, '/bo/applications/1', 422)).toContain(`applications/${broken.id}`)
  await seen(broken.one, '/zh/applications')
  await seen(broken.one, '/zh/applications/data')
  await seen(clerk, '/zh/desk/cases?status=all')
  flip('applications', broken.id)
  database.prepare(`update applications set status = 'nowhere' where id = ?`).run(broken.id)
  await seen(broken.one, '/zh/applications')
  expect(await seen(broken.one, '/zh/applications/1', 422)).toContain(`applications/${broken.id}`)
  await seen(clerk, '/zh/desk/cases?status=all')
  await seen(supervisor, '/zh/desk/figures')
  database.prepare(`update applications set status = 'submitted' where id = ?`).run(broken.id)
})

test('a damaged staff member: listed with the id, can be disabled; no one else is affected', async () => {
  const one = id('broken')
  database.prepare('update applications set assignee = ? where id = ?').run(one, whole.id)
  flip('staff', one)
  expect(await seen(administrator, '/zh/desk/staff')).toContain(one)
  expect(await seen(administrator, `/bo/desk/staff/${one}`)).toContain(one)
  await seen(supervisor, '/zh/desk/cases?status=all')
  await seen(supervisor, `/zh/desk/cases/${whole.id}`)
  database.prepare(`update staff set role = 'nobody' where id = ?`).run(one)
  expect(await seen(administrator, '/zh/desk/staff')).toContain(one)
  database.prepare(`update staff set role = 'clerk' where id = ?`).run(one)
  expect((await (administrator as Resident).post(`/zh/desk/staff/${one}`, { do: 'off', cases: 'nobody' })).status).toBe(303)
  expect(database.prepare('select state from staff where id = ?').pluck().get(one)).toBe('off')
  expect((await resident(site.port).post('/zh/desk/sign-in', { login: one, password: 'something long enough' })).status).toBe(422)
})

test('a signed-in staff member with damaged names goes on, and may sign out', async () => {
  flip('staff', 'clerk')
  await seen(clerk, '/zh/desk/cases')
  await seen(clerk, '/zh/desk')
  flip('staff', 'clerk')
})

test('a damaged draft does not stop retention: the others expire, and its files and messages are deleted with the case', async () => {
  const drafts = await Promise.all(
    [0, 1, 2].map(async () => {
      const one = resident(site.port)
      await fillIn(one, ['skills-training'], { 'f-trade': '做饭' })
      return one
    }),
  )
  expect(drafts).toHaveLength(3)
  const rows = database.prepare(`select id, folder_id folder from applications where status = 'draft'`).all() as {
    id: string
    folder: string
  }[]
  flip('folders', rows[0]?.folder ?? '')
  const later = daysLater(new Date(), 40).toISOString()
  await beside('desk', { dataDir: site.dataDir, retention: later })
  for (const { id } of rows) expect(database.prepare('select status from applications where id = ?').pluck().get(id)).toBe('expired')
})

test('a damaged saved check is reported when opened', async () => {
  const one = resident(site.port)
  await one.post('/zh/check/hukou-place', { answer: 'qh-other' })
  const code = await savedCheckCode(one)
  const hash = String(database.prepare('select code_hash from saved_checks order by created_at desc limit 1').pluck().get())
  flip('saved_checks', hash, 'sealed', 'code_hash')
  const answer = await resident(site.port).post('/bo/check/open', { do: 'open', code, pin })
  expect([answer.status, answer.text.includes(`saved_checks/${hash}`)]).toEqual([422, true])
})

test('a damaged file is named, and is no server error', async () => {
  const path = join(site.dataDir, 'papers', broken.file.slice(0, 2), broken.file)
  const isNamed = async () => {
    expect(await seen(clerk, `/zh/desk/cases/${broken.id}/files/${broken.file}`, 422)).toContain(broken.file)
    await seen(clerk, `/zh/desk/cases/${broken.id}`)
  }
  writeFileSync(path, 'damaged')
  await isNamed()
  rmSync(path)
  mkdirSync(path)
  await isNamed()
  // A file in the place of the folder it lies in.
  rmSync(dirname(path), { recursive: true })
  writeFileSync(dirname(path), '')
  await isNamed()
})
