import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type BuiltServer, startBuilt, unansweredGateway } from '#tests/support/built-server.ts'
import { agree, fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
afterEach(() => server.stop())

const wants = { 'f-phone': '13800000000', 'f-messages': 'sms' }
const submitted = async (): Promise<Resident> => {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', wants)
  await one.post('/zh/apply/submit', await submitForm(one))
  return one
}
const says = async (one: Resident, path: string, key: string) => (await one.get(path)).text.includes(textOf('zh', key))
const waits = (one: Resident) => says(one, '/zh/applications/1', 'application:sms.waiting')
const isOffered = async (one: Resident) => {
  await one.post('/zh/apply', { pick: 'job-services:1', agree })
  return says(one, '/zh/apply/step/contact/home', 'forms:fields.contact.messages.label')
}

test('short messages are offered where something delivers them; where nothing does, none is written, and none said to wait', {
  timeout: 240_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-messages-'))
  server = await startBuilt({ RATE_LIMIT: 'off', ...unansweredGateway }, dataDir)
  const one = await submitted()
  expect([await waits(one), await isOffered(one)]).toEqual([true, true])
  await server.stop()
  // The gateway is taken away: what waited before is not said to wait any more.
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  const before = resident(server.port, one.cookies())
  expect([await waits(before), await isOffered(before)]).toEqual([false, false])
  const other = await submitted()
  expect([await waits(other), await isOffered(other)]).toEqual([false, false])
  await server.stop()
  // And given back: what was handed in without is not told late.
  server = await startBuilt({ RATE_LIMIT: 'off', ...unansweredGateway }, dataDir)
  expect(await waits(resident(server.port, other.cookies()))).toBe(false)
})
