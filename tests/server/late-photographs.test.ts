import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltServer, send, startBuilt } from '#tests/support/built-server.ts'
import { sendFile } from '#tests/support/paper.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// Photographs that arrive after their paper was handed in elsewhere: nothing is taken silently, and it is said what became of it.

let server: BuiltServer
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
}, 120_000)
afterAll(() => server.stop())

const late = '/zh/applications?why=late-photos'
const cookieOf = (one: Resident) =>
  Object.entries(one.cookies())
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')

async function filledIn(): Promise<{ one: Resident; paper: string }> {
  const one = resident(server.port)
  await fillIn(one, ['public-rental-housing'], { 'f-kind': 'home' })
  const paper = /href="(\/zh\/apply\/papers\/[^"/]+)"/.exec((await one.get('/zh/apply/papers')).text)?.[1]
  return { one, paper: paper ?? expect.fail('no paper is asked for') }
}

async function handIn(one: Resident): Promise<void> {
  expect((await one.post('/zh/apply/submit', await submitForm(one))).status).toBe(303)
}

test('a photograph sent once its paper was handed in leads to the page that says it was not taken', async () => {
  const { one, paper } = await filledIn()
  await handIn(one)
  const answer = await sendFile(server.port, one.cookies(), paper)
  expect([answer.status, answer.headers.location]).toEqual([303, late])
  expect((await one.get(late)).text).toContain(textOf('zh', 'application:list.late-photos'))
  expect((await one.get('/zh/applications')).text).not.toContain(textOf('zh', 'application:list.late-photos'))
})

test('so does a piece of one that was begun before', async () => {
  const { one, paper } = await filledIn()
  const folder = /name="folder" value="([^"]+)"/.exec((await one.get(paper)).text)?.[1] ?? expect.fail('no mark')
  const headers = { Cookie: cookieOf(one), Accept: 'application/json', 'Content-Type': 'application/octet-stream', 'Content-Length': '0' }
  const begun = await send(server.port, 'POST', `${paper}/pieces?start&size=600000&folder=${encodeURIComponent(folder)}`, headers)
  const { id } = JSON.parse(begun.text)
  await handIn(one)
  const piece = Buffer.alloc(1000, 1)
  const answer = await send(
    server.port,
    'POST',
    `${paper}/pieces/${id}?offset=0&folder=${encodeURIComponent(folder)}`,
    { ...headers, Cookie: cookieOf(one), 'Content-Length': `${piece.length}` },
    piece,
  )
  expect([answer.status, answer.headers.location]).toEqual([303, late])
})

test('one deleted from a page of before stays, and the same page says so', async () => {
  const { one, paper } = await filledIn()
  await handIn(one)
  const answer = await one.post(`${paper}/x`, { do: 'remove' })
  expect([answer.status, answer.headers.location]).toEqual([303, '/zh/applications?why=late-deletion'])
  expect((await one.get('/zh/applications?why=late-deletion')).text).toContain(textOf('zh', 'application:list.late-deletion'))
})

test('a paper there never was is a page there is not', async () => {
  const { one } = await filledIn()
  expect((await sendFile(server.port, one.cookies(), '/zh/apply/papers/nonsense~1')).status).toBe(404)
})
