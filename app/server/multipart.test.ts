import { createServer, type Server } from 'node:http'
import { type AddressInfo, createConnection, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Uploads } from '#app/forms/form-values.ts'
import { largestFile } from '#app/uploads/sanitize-image.server.ts'
import { send } from '#tests/support/built-server.ts'
import { filesLimit, formLimit, pieceLimit } from './body.ts'
import { createListener } from './listener.ts'
import { readMultipart } from './multipart.ts'

type Seen = { path: string; cookie: string | null; type: string | null; uploads?: Uploads | undefined; bytes?: Buffer }
let [seen, lines]: [Seen[], string[]] = [[], []]
let answering: (request: Request) => Promise<Response>
let server: Server
let port: number

/** Stands for the pages: reads a form with files, or any other body. */
async function readForm(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const type = request.headers.get('Content-Type')
  const common = { path: pathname + search, cookie: request.headers.get('Cookie'), type }
  if (type?.startsWith('multipart/')) {
    const uploads = await readMultipart(request)
    seen.push({ ...common, uploads })
    return new Response('a page', { status: uploads ? 200 : 422 })
  }
  seen.push({ ...common, bytes: Buffer.from(await request.arrayBuffer()) })
  return new Response('a page')
}

beforeEach(async () => {
  seen = []
  lines = []
  answering = readForm
  const pages = async (request: Request) =>
    request.method === 'GET' ? new Response('error page', { status: Number(request.url.split('/').at(-1)) }) : answering(request)
  const listener = createListener({
    ...{ pages, files: new Map(), isReady: () => true, rateLimit: true, trustProxy: 0, publicOrigin: undefined },
    log: (line) => lines.push(line),
  })
  server = createServer({ requestTimeout: 0 }, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(async () => {
  vi.useRealTimers()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const place = '/zh/apply/papers/id-card~m1'
const multipart = { 'Content-Type': 'multipart/form-data; boundary=cut' }
const file = (name: string, bytes: Buffer) => [
  Buffer.from(`--cut\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: image/jpeg\r\n\r\n`),
  bytes,
  Buffer.from('\r\n'),
]
const field = (name: string, value: string) => [Buffer.from(`--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)]
const form = (...parts: Buffer[][]) => Buffer.concat([...parts.flat(), Buffer.from('--cut--\r\n')])
const noise = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 7919) % 256))

test('a form has several files and its fields; an unused file input has none', async () => {
  const [one, two] = [noise(300_000), Buffer.from('\r\n--cu\r\n\r\n--')]
  const body = form(
    field('do', 'add'),
    field('words', '身份证 གཞི'),
    file('正面.jpg', one),
    file('b.pdf', two),
    file('', Buffer.alloc(0)),
    file('empty.jpg', Buffer.alloc(0)),
  )
  const answer = await send(port, 'POST', `${place}?x=1`, { ...multipart, Cookie: 'folder=abc' }, body)
  expect(answer.status).toBe(200)
  expect(seen).toMatchObject([{ path: `${place}?x=1`, cookie: 'folder=abc' }])
  const uploads = seen[0]?.uploads
  expect(uploads?.files).toEqual([
    { name: '正面.jpg', bytes: one },
    { name: 'b.pdf', bytes: two },
    { name: 'empty.jpg', bytes: Buffer.alloc(0) },
  ])
  expect([...(uploads?.fields ?? [])]).toEqual([
    ['do', 'add'],
    ['words', '身份证 གཞི'],
  ])
})

test.each(['身份证;正面.png', 'a=b.png', "it's.png", 'a b, c.png', '百分之%百.png'])(
  'a file is called as it was sent: %s',
  async (name) => {
    expect((await send(port, 'POST', place, multipart, form(file(name, noise(9))))).status).toBe(200)
    expect(seen[0]?.uploads?.files).toEqual([{ name, bytes: noise(9) }])
  },
)

test('what browsers escape in a name is read back', async () => {
  await send(port, 'POST', place, multipart, form(file('%22正面%22.jpg', noise(9))))
  expect(seen[0]?.uploads?.files.map(({ name }) => name)).toEqual(['"正面".jpg'])
})

test('a file too large is named, the others are stored', async () => {
  const body = form(
    file('large.jpg', Buffer.alloc(largestFile + 1)),
    file('small.jpg', noise(9)),
    file('just.jpg', Buffer.alloc(largestFile)),
  )
  await send(port, 'POST', place, multipart, body)
  expect(seen[0]?.uploads?.tooLarge).toEqual(['large.jpg'])
  expect(seen[0]?.uploads?.files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
    ['small.jpg', 9],
    ['just.jpg', largestFile],
  ])
})

test.each([
  ['nonsense', multipart, Buffer.from('nonsense')],
  ['no end', multipart, Buffer.concat(file('a.jpg', noise(99)))],
  ['no boundary', { 'Content-Type': 'multipart/form-data' }, Buffer.from('x')],
  ['broken headers', multipart, Buffer.from('--cut\r\nnonsense\r\n\r\nx\r\n--cut--\r\n')],
  ['too many parts', multipart, form(...Array.from({ length: 300 }, () => field('a', 'b')))],
  ['fields without end', multipart, form(field('a', 'b'.repeat(70_000)))],
  ['a NUL in a field', multipart, form(field('a', '\0'))],
])('a broken form counts for nothing: %s', async (_name, headers, body) => {
  expect((await send(port, 'POST', place, headers, body)).status).toBe(422)
  expect(seen[0]?.uploads).toBeUndefined()
})

test('a piece of a file is read as its bytes', async () => {
  const piece = noise(pieceLimit)
  await send(port, 'POST', `${place}/pieces/1?offset=0`, { 'Content-Type': 'application/octet-stream' }, piece)
  expect(seen).toMatchObject([{ path: `${place}/pieces/1?offset=0`, type: 'application/octet-stream' }])
  expect(seen[0]?.bytes?.equals(piece)).toBe(true)
  expect((await send(port, 'POST', `${place}/pieces?start`, { 'Content-Type': 'application/octet-stream' })).status).toBe(200)
})

const octets = { 'Content-Type': 'application/octet-stream' }
test.each([
  ['a piece too large', place, octets, pieceLimit + 1, 413],
  ['a url-encoded form too large', place, { 'Content-Type': 'application/x-www-form-urlencoded' }, formLimit + 1, 413],
  ['JSON', place, { 'Content-Type': 'application/json' }, 2, 415],
  ['a type named like what every object has', place, { 'Content-Type': 'constructor' }, 2, 415],
  ['no type', place, {}, 2, 415],
  ['a compressed piece', place, { ...octets, 'Content-Encoding': 'gzip' }, 2, 415],
  ['another site', place, { ...octets, Origin: 'https://evil.example' }, 2, 403],
  ['bytes elsewhere', '/zh/apply/folder', octets, 2, 415],
  ['a large form elsewhere', '/zh/check/save', multipart, formLimit + 1, 413],
  ['a large form that only begins here', '/zh/apply/papers/../../check/save', multipart, formLimit + 1, 413],
  ['the same, escaped', '/zh/apply/papers/%2e%2E/.%2e/check/save', multipart, formLimit + 1, 413],
])('%s is refused', async (_name, path, headers, size, status) => {
  const answer = await send(port, 'POST', path, headers as Record<string, string>, Buffer.alloc(size))
  expect([answer.status, answer.text, seen.length]).toEqual([status, 'error page', 0])
})

/** A connection on which one writes as one likes, and all that came back on it. */
/** A connection on which the server has read the head of a request: `taken` is its end of it. */
async function connected(head: string): Promise<{ socket: Socket; taken: Socket; all(): string }> {
  const chunks: Buffer[] = []
  const socket = createConnection(port, '127.0.0.1')
  socket.on('data', (chunk) => chunks.push(chunk)).on('error', () => {})
  const taken = new Promise<Socket>((resolve) => {
    server.on('request', (request) => request.socket.remotePort === socket.localPort && resolve(request.socket))
  })
  socket.write(head)
  return { socket, taken: await taken, all: () => Buffer.concat(chunks).toString() }
}
const head = (more: string) => `POST ${place} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=cut\r\n${more}\r\n\r\n`

test('a form that says it is too large is refused before it is sent', async () => {
  const { socket, all } = await connected(head(`Content-Length: ${filesLimit + 1}`))
  await vi.waitFor(() => expect(all()).toContain('413'))
  await vi.waitFor(() => expect(socket.readyState).not.toBe('open'))
})

test('a form that turns out too large is refused', { timeout: 30_000 }, async () => {
  const { socket, all } = await connected(head('Transfer-Encoding: chunked'))
  const start = Buffer.concat(file('a.jpg', noise(9)).slice(0, 2))
  socket.write(`${start.length.toString(16)}\r\n`)
  socket.write(start)
  const million = Buffer.concat([Buffer.from('\r\nf4240\r\n'), Buffer.alloc(1_000_000)])
  for (let at = 0; at < 70 && !all(); at++)
    if (!socket.write(million)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), setTimeout(500)])
  await vi.waitFor(() => expect(all()).toContain('HTTP/1.1 413'), 5000)
  expect(seen[0]?.uploads).toBeUndefined()
})

test('a form whose connection breaks is discarded, and is no server error', async () => {
  const { socket } = await connected(head('Content-Length: 5000'))
  socket.write(Buffer.concat(file('a.jpg', noise(900))))
  socket.destroySoon()
  await vi.waitFor(() => expect(seen.length).toBe(1))
  expect(seen[0]?.uploads).toBeUndefined()
  await vi.waitFor(() => expect(lines).toHaveLength(1))
  expect(lines.filter((line) => line.includes('error'))).toEqual([])
})

test('an action that reads nothing of a large form answers all the same, and the connection stays usable', async () => {
  answering = async () => new Response(null, { status: 303, headers: { Location: '/zh' } })
  const { socket, all } = await connected(head('Content-Length: 3000000'))
  for (let at = 0; at < 3; at++) socket.write(Buffer.alloc(1_000_000))
  await vi.waitFor(() => expect(all()).toContain('303'))
  socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
  await vi.waitFor(() => expect(all()).toContain('ok'))
})

test('so does an action that stops reading in the middle', async () => {
  answering = async (request) => {
    const reader = request.body?.getReader()
    await reader?.read()
    reader?.releaseLock()
    return new Response(null, { status: 303, headers: { Location: '/zh' } })
  }
  const { socket, all } = await connected(head('Content-Length: 3000000'))
  for (let at = 0; at < 3; at++) socket.write(Buffer.alloc(1_000_000))
  await vi.waitFor(() => expect(all()).toContain('303'))
  socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
  await vi.waitFor(() => expect(all()).toContain('ok'))
})

test('the number of forms with files received from one address at once is limited', async () => {
  const slow = await Promise.all(Array.from({ length: 6 }, () => connected(head('Content-Length: 5000'))))
  const body = form(file('a.jpg', noise(9)))
  const answer = await send(port, 'POST', place, multipart, body)
  expect([answer.status, answer.headers['retry-after']]).toEqual([429, '30'])
  for (const { socket } of slow) socket.destroy()
  await vi.waitFor(async () => expect((await send(port, 'POST', place, multipart, body)).status).toBe(200))
})

test('a body has thirty seconds to arrive; one with files longer as long as data arrive', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const elsewhere = await connected(
    'POST /zh/check/save HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na',
  )
  const reading = await connected('GET /zh/check HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na')
  const patient = await connected(head('Content-Length: 500000'))
  const stuck = await connected(head('Content-Length: 500000'))
  vi.advanceTimersByTime(31_000)
  await vi.waitFor(() => expect(elsewhere.all()).toContain('HTTP/1.1 408'))
  await vi.waitFor(() => expect(reading.socket.readyState).not.toBe('open'))
  for (let minute = 0; minute < 10; minute++) {
    const before = patient.taken.bytesRead
    patient.socket.write(Buffer.alloc(20_000))
    await vi.waitFor(() => expect(patient.taken.bytesRead).toBe(before + 20_000))
    vi.advanceTimersByTime(59_000)
  }
  await vi.waitFor(() => expect(stuck.all()).toContain('HTTP/1.1 408'))
  expect([patient.socket.readyState, patient.all()]).toEqual(['open', ''])
})

test('the rate limit on guessing holds however the path is written', async () => {
  const ways = ['/zh/check/open', '/zh/check/open/', '/ZH/check/Open', '/zh/check/x/../open', '/zh/check/%6fpen', '/zh//check/open']
  const statuses: number[] = []
  for (let at = 0; at < 36; at++)
    statuses.push(
      (await send(port, 'POST', ways[at % ways.length] ?? '', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'a=b')).status,
    )
  expect(statuses.slice(30)).toEqual([429, 429, 429, 429, 429, 429])
})
