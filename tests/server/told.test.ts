import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { newClient, signedInAs } from '#tests/support/clerk.ts'
import { fillIn, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'settle-told-'))
const texts: string[] = []
let gateway: Server
let server: BuiltServer
beforeAll(async () => {
  gateway = createServer(async (request, response) => {
    let raw = ''
    for await (const chunk of request) raw += chunk
    texts.push((JSON.parse(raw) as { text: string }).text)
    response.end('{}')
  }).listen(0, '127.0.0.1')
  await once(gateway, 'listening')
  const SMS_URL = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`
  server = await startBuilt({ RATE_LIMIT: 'off', SMS_URL, SMS_SECRET: 'sixteen characters' }, dataDir)
}, 120_000)
afterAll(async () => {
  await server.stop()
  gateway.close()
})

test('everything a clerk files for a resident has a message, a withdrawal included', { timeout: 60_000 }, async () => {
  const { session } = await signedInAs(dataDir, 'clerk')
  const clerk = resident(server.port, { staff: session })
  await clerk.post('/bo/desk/counter', newClient)
  const messages = { 'f-phone': '13800001234', 'f-messages': 'sms' }
  const code = await fillIn(clerk, ['skills-training'], { 'f-trade': 'ཟས་བཟོ་' }, 'bo', messages)
  const told = (what: string) => textOf('bo', `messages:helped.${what}`).replace('{{tail}}', code.slice(-4))
  await clerk.post('/bo/apply/submit', await submitForm(clerk, 'bo'))
  await vi.waitFor(() => expect(texts).toEqual([told('submit')]), { timeout: 20_000 })
  await clerk.post('/bo/applications/1/withdraw', {})
  await vi.waitFor(() => expect(texts).toEqual([told('submit'), told('withdraw')]), { timeout: 20_000 })
  expect(texts.join()).not.toContain(code)
})
