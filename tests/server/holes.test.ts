import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltServer, outputWith, send, sendRaw, startBuilt } from '#tests/support/built-server.ts'

let server: BuiltServer
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
}, 180_000)
afterAll(async () => {
  await server.stop()
})

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const json = { 'Content-Type': 'application/json' }

test('/healthz and /readyz', async () => {
  expect((await send(server.port, 'GET', '/healthz')).status).toBe(200)
  expect((await send(server.port, 'GET', '/readyz')).status).toBe(200)
})

test.each(['GET', 'POST'])('an address of before leads on, %s too', async (method) => {
  const answer = await send(server.port, method, '/bo/together?join=x')
  expect(answer).toMatchObject({ status: 308, headers: { location: '/bo/shared-session?join=x' } })
})

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is answered 405 with a page', async (method) => {
  const answer = await send(server.port, method, '/bo/services')
  expect(answer.status).toBe(405)
  expect(answer.headers.allow).toBe('GET, HEAD, POST')
  expect(answer.text).toContain('lang="bo"')
})

test.each([
  ['/zh/%', 400],
  ['/zh/%00', 400],
  ['/zh/%ff', 400],
  ['//evil.example/x', 400],
  ['/\\evil.example', 400],
  [`/zh/${'a'.repeat(5000)}`, 400],
  ['/zh/../../etc/passwd', 404],
  ['/assets/..%2f..%2fpackage.json', 404],
  ['/zh/services/__proto__', 404],
  ['/zh/check/constructor', 404],
  ['/zh/check/1/toString', 404],
  ['/zh/check?only=nothing', 404],
])('%s is answered %s', async (path, status) => expect((await send(server.port, 'GET', path)).status).toBe(status))

test('the small request that blocks a server with lazy route discovery is answered 404 at once', async () => {
  expect((await send(server.port, 'GET', `/__manifest?p=${'/a'.repeat(1800)}&version=x`)).status).toBe(404)
})

test('single fetch is off', async () => expect((await send(server.port, 'GET', '/zh/services.data')).status).toBe(404))

describe('request bodies', () => {
  test.each([
    ['broken JSON', '/api/v1/check', json, '{', 400],
    ['bytes that are no UTF-8', '/api/v1/check', json, Buffer.from([0x22, 0xff, 0x22]), 400],
    ['a form sent to the interface', '/api/v1/check', form, 'a=b', 415],
    ['JSON sent to a page', '/zh/help/feedback', json, '{}', 415],
    ['no type', '/zh/help/feedback', {}, 'a=b', 415],
    ['another charset', '/zh/help/feedback', { 'Content-Type': 'application/x-www-form-urlencoded; charset=gbk' }, 'a=b', 415],
    ['a compressed body', '/zh/help/feedback', { ...form, 'Content-Encoding': 'gzip' }, 'a=b', 415],
    ['multipart without a boundary', '/zh/help/feedback', { 'Content-Type': 'multipart/form-data' }, 'x', 400],
    ['broken multipart', '/zh/help/feedback', { 'Content-Type': 'multipart/form-data; boundary=x' }, '--x\r\nnonsense', 400],
    ['a NUL', '/zh/help/feedback', form, 'kind=wrong&message=%00', 400],
    ['70 KiB for the interface', '/api/v1/check', json, JSON.stringify({ x: 'y'.repeat(70_000) }), 413],
    ['two megabytes for a page', '/zh/help/feedback', form, `message=${'y'.repeat(2_000_000)}`, 413],
    ['a lone surrogate', '/api/v1/check', json, '{"members":[{"id":"\\ud800"}]}', 422],
    ['a deep nest', '/api/v1/check', json, '['.repeat(5000) + ']'.repeat(5000), 422],
    ['a prototype', '/api/v1/check', json, '{"__proto__":{},"members":[{"id":"a","__proto__":{"work":"platform"}}]}', 422],
  ])('%s', async (_name, path, headers, body, status) => {
    const answer = await send(server.port, 'POST', path, headers, body)
    expect(answer.status).toBe(status)
    if (path.startsWith('/api')) expect(JSON.parse(answer.text)).toMatchObject({ status, errors: expect.any(Array) })
    else expect(answer.text).toContain('<h1')
  })

  test('a post to every page without an action is never a 5xx', async () => {
    for (const path of [
      '/',
      '/zh',
      '/zh/policy',
      '/zh/services/land-rights',
      '/zh/check/result',
      '/zh/nothing',
      '/healthz',
      '/api/v1/services',
    ])
      expect(
        (await send(server.port, 'POST', path, path.startsWith('/api') ? json : form, path.startsWith('/api') ? '{}' : 'a=b')).status,
        path,
      ).toBeLessThan(500)
  })

  test('malformed HTTP is refused', async () => {
    expect(await sendRaw(server.port, 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n')).toContain('400')
    expect(await sendRaw(server.port, 'NONSENSE\r\n\r\n')).toContain('400')
  })
})

describe('where a request comes from', () => {
  test.each([
    ['another origin', { Origin: 'https://evil.example' }, 403],
    ['an opaque origin', { Origin: 'null' }, 403],
    ['another site, by fetch metadata', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['our own', { Origin: 'http://settle.test', Host: 'settle.test', 'Sec-Fetch-Site': 'same-origin' }, 422],
    ['no browser', {}, 422],
  ])('a form from %s', async (_name, headers, status) => {
    expect(
      (await send(server.port, 'POST', '/zh/help/feedback', { ...form, ...(headers as Record<string, string>) }, 'kind=x')).status,
    ).toBe(status)
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/zh/../..//evil.example',
    '/%2e%2e/x',
    '/zh\t',
    'javascript:alert(1)',
    '/zh/./x',
  ])('the language choice never leads to %s', async (to) => {
    const answer = await send(server.port, 'GET', `/?mode=bo&to=${encodeURIComponent(to)}`, {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
    })
    expect([answer.status, answer.headers.location]).toEqual(to.includes('\t') ? [400, undefined] : [303, '/bo'])
  })
})

test('the security headers stand on pages, files and errors', async () => {
  for (const path of ['/zh', '/zh/check', '/zh/nothing', '/icon.svg', '/']) {
    const { headers } = await send(server.port, 'GET', path)
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
  }
  expect((await send(server.port, 'GET', '/zh')).headers['content-security-policy']).toContain("script-src 'none'")
  expect((await send(server.port, 'GET', '/zh/check')).headers['cache-control']).toBe('no-store')
})

test('a static page is compressed, has a strong ETag, and is answered 304 when it is cached', async () => {
  const plain = await send(server.port, 'GET', '/zh/policy')
  const asked = await fetch(`${server.url}/zh/policy`, { headers: { 'Accept-Encoding': 'br' } })
  expect(asked.headers.get('Content-Encoding')).toBe('br')
  expect(await asked.text()).toBe(plain.text)
  expect(brotliDecompressSync(readFileSync('build/pages/zh/policy/index.html.br')).toString()).toBe(plain.text)
  expect(asked.headers.get('ETag')).not.toBe(plain.headers.etag)
  expect((await send(server.port, 'GET', '/zh/policy', { 'If-None-Match': String(plain.headers.etag) })).status).toBe(304)
  expect((await send(server.port, 'HEAD', '/zh/policy')).text).toBe('')
})

test('the log says nothing personal', async () => {
  const from = server.output().length
  await send(server.port, 'GET', '/zh/search?q=%E5%BC%A0%E4%B8%89')
  await send(server.port, 'GET', '/zh/my-name-is-zhangsan')
  await send(server.port, 'POST', '/zh/check/members', form, `do=add&name=${encodeURIComponent('张三')}`)
  const output = await outputWith(server, '"/zh/check/members"', from)
  expect(output).not.toMatch(/张三|%E5%BC%A0|zhangsan/)
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    // What a start says of the calendar's end is no request, and comes only near that end.
    .filter((line) => !('calendar' in line))
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) expect(line).toMatchObject({ time: expect.any(String), status: expect.any(Number) })
})
