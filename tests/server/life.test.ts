import { once } from 'node:events'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { send, startBuilt } from '#tests/support/built-server.ts'
import { fillIn, pin, resident, savedCheckCode, submitForm } from '#tests/support/resident.ts'

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

test('SIGTERM: the request in flight finishes, the process ends with 0', { timeout: 60_000 }, async () => {
  const server = await startBuilt()
  // The server has the head of the request, and asked for its body, when it is told to stop, and takes no other.
  const body = 'answer=qh-other'
  const headers = { ...form, 'Content-Length': body.length, Expect: '100-continue' }
  const asked = request({ port: server.port, method: 'POST', path: '/zh/check/hukou-place', headers, agent: false })
  asked.flushHeaders()
  await once(asked, 'continue')
  const code = server.stop()
  while (await send(server.port, 'GET', '/healthz').then(Boolean, () => false));
  const answered = once(asked, 'response')
  asked.end(body)
  const [answer] = await answered
  expect(answer.statusCode).toBe(303)
  answer.resume()
  expect(await code).toBe(0)
})

test('what was acknowledged is there after kill -9; keys are kept and readable by the owner only', { timeout: 60_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-kill-'))
  const first = await startBuilt({}, dataDir)
  const one = resident(first.port)
  await one.post('/zh/check/hukou-place', { answer: 'qh-other' })
  const code = await savedCheckCode(one)
  first.process.removeAllListeners('exit')
  first.process.kill('SIGKILL')
  await new Promise((resolve) => first.process.once('exit', resolve))
  expect(statSync(join(dataDir, 'keys.json')).mode & 0o077).toBe(0)
  expect(readFileSync(join(dataDir, 'settle.sqlite')).includes('qh-other')).toBe(false)

  const second = await startBuilt({}, dataDir)
  const opened = await send(second.port, 'POST', '/zh/check/open', form, `do=open&code=${code}&pin=481592`)
  expect(opened.status).toBe(303)
  expect(
    (await send(second.port, 'GET', '/zh/check/live-place', { Cookie: String(opened.headers['set-cookie']).split(';')[0] ?? '' })).status,
  ).toBe(200)
  await second.stop()
})

test('many guesses at once get no more than five tries, and a code that does not exist answers the same', { timeout: 60_000 }, async () => {
  const server = await startBuilt({ RATE_LIMIT: 'off' })
  const one = resident(server.port)
  await one.post('/zh/check/hukou-place', { answer: 'qh-other' })
  const code = await savedCheckCode(one)
  const tries = await Promise.all(
    Array.from({ length: 12 }, () => send(server.port, 'POST', '/zh/check/open', form, `code=${code}&pin=000000`)),
  )
  expect(tries.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(5)
  expect((await send(server.port, 'POST', '/zh/check/open', form, `code=${code}&pin=481592`)).status).toBe(429)
  await server.stop()
})

test('one address cannot try codes without end', { timeout: 60_000 }, async () => {
  const server = await startBuilt()
  const statuses: number[] = []
  for (let at = 0; at < 35; at++) statuses.push((await send(server.port, 'POST', '/bo/check/open', form, 'code=x&pin=1')).status)
  expect(statuses.slice(0, 30).every((status) => status === 422)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
  await server.stop()
})

test('a new data key: everything is reencrypted while the site works, then the old one may be dropped', { timeout: 120_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-key-'))
  const [first, second, index] = [
    'first data key of thirty-two characters',
    'second data key of thirty-two characters',
    'index key of at least thirty-two characters',
  ]
  const common = { RATE_LIMIT: 'off', SESSION_SECRET: 'session secret, thirty-two characters', INDEX_KEY: index }
  let server = await startBuilt({ ...common, DATA_KEY: first }, dataDir)
  const one = resident(server.port)
  const code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' })
  await one.post('/zh/apply/submit', await submitForm(one))
  const ended = async () => {
    server.process.kill('SIGTERM')
    await new Promise((resolve) => server.process.once('exit', resolve))
  }
  await ended()
  server = await startBuilt({ ...common, DATA_KEY: second, DATA_KEYS_OLD: first }, dataDir)
  while (!/"reencrypted":\d/.test(server.output())) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(/"reencrypted":(\d+),"unreadable":0/.exec(server.output())?.[1]).toBe('3')
  await ended()
  server = await startBuilt({ ...common, DATA_KEY: second }, dataDir)
  const back = resident(server.port)
  expect((await back.post('/zh/applications/open', { code, pin })).status).toBe(303)
  expect((await back.get('/zh/applications/1')).text).toContain('做饭')
  await server.stop()
})
