import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type BuiltServer, send, startBuilt } from '#tests/support/built-server.ts'
import { auditOf, casesOf, newClient, signedInAs } from '#tests/support/clerk.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import { fillIn, pin, type Resident, resident, submitForm } from '#tests/support/resident.ts'

// Every look of staff at an identity number, a file or a copy is an event; what residents see of their own is none.

vi.setConfig({ testTimeout: 30_000 })
let server: BuiltServer
const dataDir = mkdtempSync(join(tmpdir(), 'settle-looks-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
}, 120_000)
afterAll(() => server.stop())

const number = '990001198601120019'
const identity = { 'f-identity-number': number, 'f-birth-date-age': '' }
const [field, paper] = ['person/1/identity-number', '/zh/apply/papers/id-card~1']

/** A resident who has filled in a form with an identity number and a photograph. */
async function withPhoto(): Promise<{ own: Resident; code: string; file: string }> {
  const own = resident(server.port)
  const code = await fillIn(own, ['skills-training'], { 'f-trade': '做饭' }, 'zh', identity)
  const photo = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#7a8' } })
    .png()
    .toBuffer()
  const headers = { 'Content-Type': 'application/octet-stream', Cookie: `folder=${own.cookies().folder}` }
  const { folder } = hiddenIn((await own.get(paper)).text)
  const start = `${paper}/pieces?start&size=${photo.length}&folder=${folder}`
  const { id } = JSON.parse((await send(server.port, 'POST', start, headers, '')).text)
  await send(server.port, 'POST', `${paper}/pieces/${id}?offset=0`, headers, photo)
  return { own, code, file: /src="[^"]*\/([\w-]+)"/.exec(/<img[^>]*>/.exec((await own.get(paper)).text)?.[0] ?? '')?.[1] ?? '' }
}

/** A clerk who helps whoever holds this code. */
async function assisting(code: string): Promise<{ at: Resident; id: string }> {
  const { id, session } = await signedInAs(dataDir, 'clerk')
  const at = resident(server.port, { staff: session })
  await at.post('/zh/desk/counter', { ...newClient, who: 'existing', code, pin })
  return { at, id }
}

const looksAt = async (code: string) =>
  ((await casesOf(dataDir, code))[0]?.events ?? []).flatMap((event) =>
    event.type === 'look' ? [`${event.actor.role} ${event.actor.id} ${event.what} ${event.target}`] : [],
  )

test('in an assisted session: numbers, files and copies are logged, each time', async () => {
  const { own, code, file } = await withPhoto()
  for (const path of ['apply/step/person/1', 'apply/answers', 'applications/data', 'applications/data.json'])
    expect((await own.get(`/zh/${path}`)).text, path).toContain(number)
  expect((await own.get(`${paper}/${file}`)).status).toBe(200)
  expect(await looksAt(code)).toEqual([])

  const { at, id } = await assisting(code)
  const opens = async (paths: readonly string[]) => {
    for (const path of paths) expect((await at.get(path)).status, path).toBe(200)
  }
  await opens(['/zh/apply/step/person/1', '/zh/apply/answers', `${paper}/${file}`, '/zh/applications/data'])
  for (const path of ['apply/folder', 'apply/step/address/home', 'apply/papers', 'applications', 'applications/slip'])
    expect((await at.get(`/zh/${path}`)).text, path).not.toContain(number)
  await opens(['/zh/applications/data.json', '/zh/applications/data.json'])
  await at.post('/zh/apply/submit', await submitForm(at))
  await opens(['/zh/applications/1'])
  await own.get('/zh/applications/1')
  const looks = [
    ...[`identity-number ${field}`, `identity-number ${field}`, `file ${file}`, 'export data'],
    ...['export data.json', 'export data.json', `identity-number ${field}`],
  ]
  expect(await looksAt(code)).toEqual(looks.map((look) => `clerk ${id} ${look}`))
  expect((await auditOf(dataDir)).broken).toBeNull()
})

test('the resident is not shown who looked', async () => {
  const { own, code } = await withPhoto()
  const { at } = await assisting(code)
  await at.get('/zh/applications/data.json')
  const copy = JSON.parse((await own.get('/zh/applications/data.json')).text) as { applications: { history: { type: string }[] }[] }
  expect(copy.applications[0]?.history.map(({ type }) => type)).toEqual(['help-begin'])
})
