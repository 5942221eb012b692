import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { message } from '#app/cases/notification.server.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { deliverDue, type Gateway, startDelivery } from '#app/jobs/outbox.server.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { setUnreadableLog } from '#app/security/stored-value.server.ts'
import { readConfig } from '#app/server/config.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { claimDue, claimedFor, giveUp, insertMessages, markFailed, markSent, messagesOf } from '#db/outbox.server.ts'
import { applications, folders, outbox } from '#db/schema.server.ts'

type Posted = { readonly headers: IncomingHttpHeaders; readonly raw: string; readonly body: { id: string; to: string; text: string } }

const [phone, text] = ['13897001234', '安家青海：尾号 7Q4K 的申请已收到。གསལ་བཤད།']
const at = new Date('2026-11-24T08:00:00Z')
const minute = 60_000
const [day, longest] = [1440 * minute, 3 * 1440 * minute]
const afterAt = (ms: number) => new Date(at.getTime() + ms)
/** Tries last a little; what is due after a pause is due within this. */
const slack = 5000

let folder: string
let opened: OpenDatabase
let server: Server
let gateway: Gateway
let posted: Posted[]
let answers: ((response: ServerResponse) => void)[]

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(code, headers).end('{}')
  }

beforeEach(async () => {
  setKeys(keysFrom({ sessionSecret: 'session', dataKey: 'data' }, false))
  folder = mkdtempSync(join(tmpdir(), 'settle-outbox-'))
  opened = openDatabase(join(folder, 'settle.sqlite'), 'db/migrations')
  setDatabase(opened.db)
  const iso = at.toISOString()
  const times = { createdAt: iso, savedAt: iso, expiresAt: iso }
  opened.db
    .insert(folders)
    .values({ id: 'f', codeHash: 'h', pinHash: 'p', sealed: Buffer.alloc(1), version: 1, submissionToken: 'r', ...times })
    .run()
  opened.db
    .insert(applications)
    .values({ id: 'a', folderId: 'f', number: 1, service: 's', status: 'submitted', createdAt: iso, changedAt: iso })
    .run()
  posted = []
  answers = []
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const raw = Buffer.concat(chunks).toString()
    posted.push({ headers: request.headers, raw, body: JSON.parse(raw) })
    const answer = answers.shift() ?? status(200)
    answer(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  gateway = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, secret: 'sixteen characters' }
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
  opened.close()
  rmSync(folder, { recursive: true })
})

/** Writes messages with the event they tell of; returns their ids. */
function written(count = 1, created = at): string[] {
  const messages = Array.from({ length: count }, () => message('a', phone, text, created)).filter((one) => one !== undefined)
  opened.db.transaction((tx) => insertMessages(tx, messages))
  return messages.map(({ id }) => id)
}

const deliver = (now: Date, to = gateway) => deliverDue(to, now)
const trace = async () => (await messagesOf('a'))[0]
/** How long after `from` the next try is due, to the second. */
const waits = async (from: Date) => Math.floor(((await trace())?.at.getTime() ?? 0) / 1000 - from.getTime() / 1000)

test("requests to the gateway are signed over time and body, and carry the message's idempotency key", async () => {
  const [id = ''] = written()
  expect(await deliver(at)).toEqual([{ id, state: 'sent', attempt: 1, why: '200' }])
  const [{ headers, raw, body }] = posted as [Posted]
  expect(body).toEqual({ id, to: phone, text })
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-timestamp': at.toISOString(), 'idempotency-key': id })
  const signature = createHmac('sha256', gateway.secret).update(`${at.toISOString()}.`).update(Buffer.from(raw)).digest('hex')
  expect(headers['x-signature']).toBe(`sha256=${signature}`)
})

test('a sent message is not sent again, and number and text are deleted', async () => {
  written()
  await deliver(at)
  expect(await deliver(afterAt(day))).toEqual([])
  expect(posted).toHaveLength(1)
  expect(await trace()).toMatchObject({ state: 'sent', attempts: 1, createdAt: at })
  expect(opened.db.select().from(outbox).get()?.sealed).toHaveLength(0)
})

test('after a 500 it is tried again when the minute is over, not before, under the same key', async () => {
  written()
  answers = [status(500)]
  expect(await deliver(at)).toMatchObject([{ state: 'waiting', attempt: 1, why: '500' }])
  expect(await deliver(afterAt(minute - 1))).toEqual([])
  expect(await deliver(afterAt(minute + slack))).toMatchObject([{ state: 'sent', attempt: 2 }])
  const [first, second] = posted as [Posted, Posted]
  expect(second.headers['idempotency-key']).toBe(first.headers['idempotency-key'])
  expect(second.headers['x-timestamp']).not.toBe(first.headers['x-timestamp'])
  expect(second.raw).toBe(first.raw)
})

test('the pauses are 1, 5 and 25 minutes, 2 and 10 hours; after the sixth try it is given up', async () => {
  written()
  answers = Array.from({ length: 6 }, () => status(503))
  let now = at
  for (const minutes of [1, 5, 25, 120, 600]) {
    await deliver(now)
    const wait = await waits(now)
    expect(wait).toBeGreaterThanOrEqual(minutes * 60)
    expect(wait).toBeLessThan(minutes * 60 + slack / 1000)
    now = new Date(now.getTime() + minutes * minute + slack)
  }
  expect(await deliver(now)).toMatchObject([{ state: 'given-up', attempt: 6, why: '503' }])
  expect(await deliver(new Date(now.getTime() + day))).toEqual([])
  expect(await trace()).toMatchObject({ state: 'given-up', attempts: 6 })
  expect(new Set(posted.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  expect(posted).toHaveLength(6)
})

test.each([
  ['seconds, longer than ours', 429, '600', 600],
  ['seconds, shorter than ours', 429, '5', 60],
  ['a date', 503, afterAt(10 * minute).toUTCString(), 600],
  ['a date that is over', 503, afterAt(-minute).toUTCString(), 60],
  ['more than a day', 503, '99999999', 86_400],
  ['nonsense', 429, 'soon', 60],
])('Retry-After: %s', async (_, code, retryAfter, seconds) => {
  written()
  answers = [status(code, { 'Retry-After': retryAfter })]
  expect(await deliver(at)).toMatchObject([{ state: 'waiting', why: String(code) }])
  const wait = await waits(at)
  expect(wait).toBeGreaterThanOrEqual(seconds)
  expect(wait).toBeLessThan(seconds + slack / 1000)
})

test.each([
  [400, 'given-up'],
  [401, 'given-up'],
  [410, 'given-up'],
  [408, 'waiting'],
  [425, 'waiting'],
  [429, 'waiting'],
  [500, 'waiting'],
  [202, 'sent'],
  [204, 'sent'],
])('%i → %s', async (code, state) => {
  written()
  answers = [(response) => response.writeHead(code).end()]
  expect(await deliver(at)).toMatchObject([{ state, why: String(code) }])
  expect(await trace()).toMatchObject({ state, attempts: 1 })
})

test.each<[string, (response: ServerResponse) => void, string]>([
  ['cuts the connection before it answers', (response) => response.destroy(), 'UND_ERR_SOCKET'],
  [
    'cuts the connection within its answer',
    (response) => {
      response.writeHead(200, { 'Content-Length': '100' })
      response.write('{"half":')
      setTimeout(() => response.destroy(), 20)
    },
    'UND_ERR_SOCKET',
  ],
  ['never answers', () => {}, 'timeout'],
  ['never ends its answer', (response) => response.writeHead(200).write('…'), 'timeout'],
  ['sends elsewhere', status(307, { Location: '/other' }), 'unreachable'],
])('a gateway that %s gets it again', async (_, answer, why) => {
  written()
  answers = [answer]
  const impatient = { ...gateway, timeout: 300 }
  expect(await deliver(at, impatient)).toMatchObject([{ state: 'waiting', attempt: 1, why }])
  expect(await deliver(afterAt(minute - 1))).toEqual([])
  expect(await deliver(afterAt(minute + slack))).toMatchObject([{ state: 'sent', attempt: 2 }])
  expect(posted).toHaveLength(2)
})

test('a closed port is tried again', async () => {
  written()
  const closed = createServer().listen(0, '127.0.0.1')
  await once(closed, 'listening')
  const { port } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  const nobody = { ...gateway, url: `http://127.0.0.1:${port}/` }
  expect(await deliver(at, nobody)).toMatchObject([{ state: 'waiting', why: 'ECONNREFUSED' }])
  expect(await deliver(afterAt(minute + slack))).toMatchObject([{ state: 'sent' }])
})

test('deliveries at once send each message once', async () => {
  const ids = written(35)
  const rounds = await Promise.all([1, 2, 3, 4, 5].map(() => deliver(at)))
  expect(
    rounds
      .flat()
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...ids].sort())
  expect(posted.map(({ body }) => body.id).sort()).toEqual([...ids].sort())
})

test('a message one process has claimed, another on the same file does not get', async () => {
  const ids = written(3)
  const other = openDatabase(join(folder, 'settle.sqlite'), 'db/migrations')
  expect((await claimDue(at, 2)).map(({ attempts }) => attempts)).toEqual([1, 1])
  setDatabase(other.db)
  const [rest, ...more] = await claimDue(at, 10)
  expect(ids).toContain(rest?.id)
  expect(more).toEqual([])
  other.close()
})

test('a process that dies between sending and noting it sends again, later and under the same key', async () => {
  const [id = ''] = written()
  await claimDue(at, 10)
  expect(await deliver(afterAt(claimedFor - 1))).toEqual([])
  expect(await deliver(afterAt(claimedFor))).toEqual([{ id, state: 'sent', attempt: 2, why: '200' }])
  expect(posted[0]?.headers['idempotency-key']).toBe(id)
})

test('one message whose result cannot be saved does not keep the others from being saved', async () => {
  const [stuck = '', other = ''] = written(2)
  opened.db.run(
    `create trigger refuse before update on outbox when new.state = 'sent' and new.id = '${stuck}' begin select raise(abort, 'full'); end`,
  )
  const outcomes = await deliver(at)
  expect(outcomes).toContainEqual({ id: stuck, state: 'waiting', attempt: 1, why: 'database' })
  expect(outcomes).toContainEqual({ id: other, state: 'sent', attempt: 1, why: '200' })
})

test('a message sent or given up stays so', async () => {
  const [sent = '', left = ''] = written(2)
  expect(await markSent(sent, at)).toBe(true)
  expect(await giveUp(left, at)).toBe(true)
  for (const id of [sent, left, 'unknown'])
    expect([await markSent(id, at), await markFailed(id, at), await giveUp(id, at)]).toEqual([false, false, false])
  expect((await messagesOf('a')).map(({ state }) => state)).toEqual(['sent', 'given-up'])
  expect(await messagesOf('b')).toEqual([])
})

test('a message older than three days is given up unsent, and so is one no key decrypts', async () => {
  written()
  expect(await deliver(afterAt(longest + 1))).toMatchObject([{ state: 'given-up', why: 'too-old' }])
  const [id = ''] = written()
  opened.db
    .update(outbox)
    .set({ sealed: Buffer.alloc(60) })
    .where(eq(outbox.id, id))
    .run()
  expect(await deliver(at)).toEqual([{ id, state: 'given-up', attempt: 1, why: 'unreadable' }])
  expect(posted).toEqual([])
})

test('a message that is none inside is given up and logged once with its id; the others go', async () => {
  const [broken = '', other = ''] = written(2)
  const put = (content: string) =>
    opened.db
      .update(outbox)
      .set({ sealed: encryptText(content, purposes.message(broken)), state: 'waiting', attempts: 0, nextAt: at.toISOString() })
      .where(eq(outbox.id, broken))
      .run()
  const lines: string[] = []
  setUnreadableLog((line) => lines.push(line))
  for (const [index, content] of ['["138', '{"to":1}', '"words"', '[1,2]'].entries()) {
    put(content)
    const outcomes = await deliver(at)
    expect(outcomes).toContainEqual({ id: broken, state: 'given-up', attempt: 1, why: 'unreadable' })
    if (index === 0) expect(outcomes).toContainEqual({ id: other, state: 'sent', attempt: 1, why: '200' })
  }
  expect(lines).toEqual([expect.stringContaining(`"table":"outbox","id":"${broken}"`)])
  setUnreadableLog(console.error)
})

test('a landline gets no message', () => expect(message('a', '0971-6123456', text, at)).toBeUndefined())

test('a text encrypted for one message cannot be decrypted as another', async () => {
  const [first = '', second = ''] = written(2)
  const { sealed } = opened.db.select().from(outbox).where(eq(outbox.id, first)).get() ?? {}
  opened.db.update(outbox).set({ sealed }).where(eq(outbox.id, second)).run()
  expect(await deliver(at)).toContainEqual({ id: second, state: 'given-up', attempt: 1, why: 'unreadable' })
})

test('messages are deleted with their application, and are not written where its event is not', async () => {
  written()
  opened.db.delete(applications).run()
  expect(opened.db.select().from(outbox).all()).toEqual([])
  expect(() => written()).toThrow(/FOREIGN KEY/)
})

test('neither the database files nor the log contain number or text', async () => {
  // By the clock of today: delivery that was started has no other, and what is older than three days is sent no more.
  const ids = written(3, new Date())
  answers = [status(400), status(500)]
  const lines: string[] = []
  const stop = startDelivery(gateway, (line) => lines.push(line))
  await expect.poll(() => lines.length).toBe(3)
  await stop()
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  expect(files.some((bytes) => bytes.includes(ids[0] ?? ''))).toBe(true)
  for (const secret of [phone, text, text.slice(0, 4), '7Q4K', gateway.secret]) {
    expect(files.some((bytes) => bytes.includes(secret))).toBe(false)
    expect(lines.join('\n')).not.toContain(secret)
  }
  expect(lines.map((line) => JSON.parse(line).why).sort()).toEqual(['200', '400', '500'])
  expect(lines.map((line) => JSON.parse(line)).find(({ state }) => state === 'given-up')).toMatchObject({ level: 'error', attempt: 1 })
})

test('delivery goes on until nothing is due, and stopping waits for the current run', async () => {
  written(23, new Date())
  const held: ServerResponse[] = []
  answers = [
    ...Array.from({ length: 20 }, () => status(200)),
    ...Array.from({ length: 3 }, () => (response: ServerResponse) => void held.push(response)),
  ]
  const lines: string[] = []
  const stop = startDelivery(gateway, (line) => lines.push(line))
  await expect.poll(() => held.length).toBe(3)
  let stopped = false
  const stopping = stop().then(() => {
    stopped = true
  })
  await pause(50)
  expect(stopped).toBe(false)
  for (const response of held) response.end()
  await stopping
  expect(lines).toHaveLength(23)
  expect((await messagesOf('a')).every(({ state }) => state === 'sent')).toBe(true)
})

test('a database error is logged', async () => {
  opened.db.run('drop table outbox')
  const lines: string[] = []
  const stop = startDelivery(gateway, (line) => lines.push(line))
  await expect.poll(() => lines).toEqual(['{"level":"error","error":"outbox"}'])
  await stop()
})

test('a gateway is configured whole or not at all', () => {
  const SMS_SECRET = 'x'.repeat(16)
  expect(readConfig({}).sms).toBeUndefined()
  expect(readConfig({ SMS_URL: '', SMS_SECRET: '' }).sms).toBeUndefined()
  expect(readConfig({ SMS_URL: 'http://localhost:9/sms', SMS_SECRET }).sms).toEqual({ url: 'http://localhost:9/sms', secret: SMS_SECRET })
})

test.each([
  [{ SMS_URL: 'https://sms.example/send' }, 'SMS_SECRET: is needed with SMS_URL'],
  [{ SMS_URL: 'https://sms.example/send', SMS_SECRET: 'hidden' }, 'SMS_SECRET: '],
  [{ SMS_URL: 'ftp://sms.example', SMS_SECRET: 'hidden'.repeat(3) }, 'SMS_URL: '],
  [{ SMS_URL: 'nonsense', SMS_SECRET: 'hidden'.repeat(3) }, 'SMS_URL: '],
  [{ SMS_URL: 'https://me:hidden@sms.example/', SMS_SECRET: 'hidden'.repeat(3) }, 'SMS_URL: no name or password'],
])('%o stops the start with a sentence that shows no secret', (env, says) => {
  expect(() => readConfig(env)).toThrow(says)
  expect(() => readConfig(env)).not.toThrow(/hidden/)
})
