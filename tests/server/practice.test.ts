import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staffRoles } from '#app/domain/staff.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { newClient, signedInAs } from '#tests/support/clerk.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, pin, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { isOfCase, staffPages } from '#tests/support/staff-pages.ts'
import { textOf } from '#tests/support/texts.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'settle-practice-'))
let server: BuiltServer
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
}, 120_000)
afterAll(() => server.stop())

const marked = '<aside class="practice">'
const isMarked = async (one: Resident, path: string) => {
  const { status, text } = await one.get(path)
  expect(status, path).toBe(200)
  return text.includes(marked) && text.includes(textOf('zh', 'desk:practice'))
}
const ofClient = ['apply', 'apply/folder', 'apply/step/person/1', 'apply/papers', 'apply/answers', 'applications/slip', 'check/members']

test('practice is marked on every page: of the desk, of an assisted session, of a screen and of a case taken home', async () => {
  const cookies = await openDesk(
    dataDir,
    '630104',
    staffRoles.map((role) => ({ id: `${role}-1`, name: '测试', role })),
    true,
  )
  for (const [name, { path, of, gives }] of Object.entries(staffPages)) {
    if (gives !== 200 || of === null || isOfCase(name) || path({} as never).includes('undefined')) continue
    for (const role of of) {
      const one = resident(server.port, cookies[`${role}-1`])
      expect(await isMarked(one, `/zh/desk${path({} as never)}`), `${name} ${role}`).toBe(true)
    }
  }
  const clerk = resident(server.port, cookies['clerk-1'])
  expect(await isMarked(clerk, '/zh/desk/counter/paper/skills-training')).toBe(true)
  await clerk.post('/zh/desk/counter', newClient)
  const code = await fillIn(clerk, ['skills-training'], { 'f-trade': '做饭' })
  for (const path of ofClient) expect(await isMarked(clerk, `/zh/${path}`), path).toBe(true)

  const way = /href="(\/[a-z-]+\/shared-session\?join=[^"]+)"/.exec((await clerk.post('/zh/desk/counter/screen', {})).text)?.[1] ?? ''
  const screen = resident(server.port)
  await screen.post('/zh/shared-session', { join: new URL(way, server.url).searchParams.get('join') ?? '' })
  expect(await isMarked(screen, '/zh/shared-session')).toBe(true)

  await clerk.post('/zh/apply/submit', await submitForm(clerk))
  expect(await isMarked(clerk, '/zh/applications/1')).toBe(true)
  const reviewer = resident(server.port, cookies['reviewer-1'])
  const found = await reviewer.post('/zh/desk/cases', { do: 'find', code })
  for (const step of ['', '/corrections', '/approve', '/decline'])
    expect(await isMarked(reviewer, found.headers.location + step), step).toBe(true)
  await clerk.post('/zh/desk/counter/end', {})

  const home = resident(server.port)
  await home.post('/zh/applications/open', { code, pin })
  for (const path of ['applications', 'applications/1', 'applications/slip', 'applications/data'])
    expect(await isMarked(home, `/zh/${path}`), path).toBe(true)
  await home.post('/zh/applications/close', {})
  expect(await isMarked(home, '/zh/applications/open')).toBe(false)
})

test('a locked screen of practice says so too', async () => {
  const { session } = await signedInAs(dataDir, 'clerk', { practice: true, idleMinutes: 30 })
  expect(await isMarked(resident(server.port, { staff: session }), '/zh/desk/unlock')).toBe(true)
})

test('real cases are never marked', async () => {
  const { session } = await signedInAs(dataDir, 'clerk')
  const clerk = resident(server.port, { staff: session })
  await clerk.post('/zh/desk/counter', newClient)
  await fillIn(clerk, ['skills-training'], { 'f-trade': '做饭' })
  for (const path of ['desk', 'desk/cases', 'desk/counter', ...ofClient]) expect(await isMarked(clerk, `/zh/${path}`), path).toBe(false)
})
