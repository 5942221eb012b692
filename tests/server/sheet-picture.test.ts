import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modes } from '#app/domain/language.ts'
import { atClock } from '#tests/support/at-clock.ts'
import { type BuiltServer, send, startBuilt } from '#tests/support/built-server.ts'
import { type Resident, resident } from '#tests/support/resident.ts'
import { answerAll } from '#tests/support/self-check.ts'
import { textOf } from '#tests/support/texts.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

// The sheet for the window as one picture: drawn by the built site, an adult each.

const { request } = workedCase('J45')
let server: BuiltServer
let family: Resident

beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off', ...atClock(new Date(`${request.asOf}T04:00:00Z`)) })
  family = resident(server.port)
  await answerAll(family, 'zh', request)
}, 120_000)
afterAll(() => server.stop())

/** The adults a picture is offered of on the print page, by the values of its buttons. */
async function offered(mode: string): Promise<string[]> {
  const { text } = await family.get(`/${mode}/check/print`)
  return [...text.matchAll(/name="picture" value="(\w+)"/g)].map(([, id = '']) => id)
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const cookieOf = (one: Resident) => ({
  Cookie: Object.entries(one.cookies())
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
})
const asked = (mode: string, fields: [string, string][], one = family) =>
  send(server.port, 'POST', `/${mode}/check/picture`, { ...form, ...cookieOf(one) }, new URLSearchParams(fields).toString())

/** A picture, and how many of its pixels are ink. */
async function drawn(mode: string, fields: [string, string][]) {
  const { status, headers, bytes } = await asked(mode, fields)
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('image/png')
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, ink: data.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0), size: bytes.length }
}

test.each(modes)(
  'in %s there is one of each adult, with ink on it, and small enough to send',
  async (mode) => {
    const adults = await offered(mode)
    expect(adults).toHaveLength(3)
    for (const adult of adults) {
      const { width, height, ink, size } = await drawn(mode, [['picture', adult]])
      expect(width).toBe(1080)
      expect(height).toBeGreaterThan(400)
      expect(ink / (width * height)).toBeGreaterThan(0.01)
      expect(size).toBeLessThan(1_000_000)
    }
  },
  240_000,
)

test('both languages take more room than one, and what is sensitive is on it only where it is ticked', async () => {
  const [adult = ''] = await offered('zh')
  const heights = [await drawn('zh', [['picture', adult]]), await drawn('zh-bo', [['picture', adult]])].map(({ height }) => height)
  expect(heights[1]).toBeGreaterThan((heights[0] ?? 0) * 1.5)
  const ticked = await drawn('zh', [
    ['show', 'hardship'],
    ['picture', adult],
  ])
  expect(ticked.height).toBeGreaterThan(heights[0] ?? 0)
}, 120_000)

test('before the questions are answered one is led to them', async () => {
  const { status, headers } = await asked('zh', [['picture', '1']], resident(server.port))
  expect([status, headers.location]).toEqual([303, '/zh/check'])
})

test.each([
  ['of an adult who was removed in another tab', 'gone', () => asked('zh', [['picture', 'nobody']])],
  ['without saying of whom', 'again', () => asked('zh', [])],
  ['by the second request of a browser inside another app', 'again', () => send(server.port, 'GET', '/zh/check/picture', cookieOf(family))],
])('asked for %s there is none, and the page of the sheets says why', async (_, why, ask) => {
  const { status, headers } = await ask()
  expect([status, headers.location]).toEqual([303, `/zh/check/print?why=${why}`])
  expect((await family.get(`/zh/check/print?why=${why}`)).text).toContain(textOf('zh', `result:sheet.${why}`))
})

test('where too many wait, the page says so, and the sheet can still be printed', async () => {
  const adult = (await offered('zh')).at(-1) ?? ''
  const answers = await Promise.all(Array.from({ length: 11 }, () => asked('zh', [['picture', adult]])))
  const statuses = new Set(answers.map(({ status }) => status))
  expect(statuses).toEqual(new Set([200, 303]))
  const where = String(answers.find(({ status }) => status === 303)?.headers.location)
  const { text } = await family.get(where)
  expect(text).toContain(textOf('zh', 'result:sheet.busy'))
  expect(await offered('zh')).toHaveLength(3)
}, 120_000)
