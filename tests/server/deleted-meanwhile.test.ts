import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type BuiltServer, send as sendTo, startBuilt } from '#tests/support/built-server.ts'
import { hiddenIn, trade } from '#tests/support/lost-updates.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// A form of a folder that is deleted in another tab between the moment the form is read and the moment it is saved.

vi.setConfig({ testTimeout: 60_000 })
let server: BuiltServer
const dataDir = mkdtempSync(join(tmpdir(), 'settle-deleted-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
}, 60_000)
afterAll(() => server.stop())

/** Posts while something else is writing, which then has deleted every folder: the server has read the form by then, and waits to save it. */
async function postedWhileDeleting(one: Resident, path: string, fields: Readonly<Record<string, string | readonly string[]>>) {
  const db = new Database(join(dataDir, 'settle.sqlite'))
  db.pragma('foreign_keys = ON')
  db.exec('BEGIN IMMEDIATE')
  const answer = one.post(path, fields)
  let isAnswered = false
  answer.finally(() => {
    isAnswered = true
  })
  const isReading = () => Promise.race([sendTo(server.port, 'GET', '/healthz').then(() => true), setTimeout(500).then(() => false)])
  while (!isAnswered && (await isReading())) await setTimeout(20)
  db.exec('DELETE FROM folders')
  db.exec('COMMIT')
  db.close()
  return answer
}

const text = '丁街 4 号'

test.each([
  ['a step', '/zh/apply/step/address/home'],
  ['handing in', '/zh/apply/submit'],
  ['removing a draft', '/zh/apply/folder'],
])('%s is not acknowledged: the page that opens a folder says so, and what was typed is there', async (_, path) => {
  const one = resident(server.port)
  await fillIn(one, ['skills-training', 'medical-insurance'], trade)
  const hidden = hiddenIn((await one.get(path)).text)
  const forms = {
    '/zh/apply/step/address/home': async () => ({ ...hidden, 'f-county': '630104', 'f-words': text }),
    '/zh/apply/submit': async () => ({ ...hidden, ...(await submitForm(one)) }),
    '/zh/apply/folder': async () => ({ folder: hidden.folder ?? '', remove: '2' }),
  }
  const fields = (await forms[path as keyof typeof forms]()) as Record<string, string | readonly string[]>
  const answer = await postedWhileDeleting(one, path, fields)
  expect([answer.status, answer.headers.location]).toEqual([307, `/zh/applications/open?why=closed&to=${encodeURIComponent(path)}`])
  const openPage = await one.post(one.at(), fields)
  expect(openPage.status).toBe(200)
  expect(openPage.text).toContain(textOf('zh', 'application:open.deleted-elsewhere'))
  if (path.includes('step')) expect(openPage.text).toContain(text)
})
