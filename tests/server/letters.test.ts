import { PDFDocument } from 'pdf-lib'
import decode from 'qr/decode.js'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { dayOf } from '#app/domain/day.ts'
import { languages, modes } from '#app/domain/language.ts'
import { send } from '#tests/support/built-server.ts'
import { lifeOf } from '#tests/support/life.ts'
import { resident } from '#tests/support/resident.ts'
import { deskOfSecondReaders, harmless, type ReviewedCase } from '#tests/support/second-readers.ts'
import { textOf } from '#tests/support/texts.ts'

// The letter of a decision over HTTP: by its QR code anybody sees whether it holds, and nothing of whom or what it is about.

vi.setConfig({ testTimeout: 60_000 })
const desk = deskOfSecondReaders({ PUBLIC_ORIGIN: 'http://settle.example', RATE_LIMIT: 'on' })
const { as, act } = desk
const { inReview } = lifeOf(desk)

async function approved(): Promise<ReviewedCase> {
  const one = await inReview()
  await act('reviewer', one.url, { do: 'judge', condition: 'C3', truth: 'yes' })
  expect((await act('reviewer', one.url, { words: harmless }, `${one.url}/approve`)).status).toBe(303)
  return one
}

/** Where the QR code of a letter leads. */
async function addressOn(html: string): Promise<string> {
  const svg = /<svg class="qr"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? expect.fail()
  const named = svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"')
  const { data, info } = await sharp(Buffer.from(named))
    .flatten({ background: '#fff' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return decode({ width: info.width, height: info.height, data })
}

const numberOn = (html: string) => /\d{6}-\d{4}-\d{5}/.exec(html)?.[0] ?? ''
const checksumOn = (html: string) => /(?:[0-9a-f]{4} ){7}[0-9a-f]{4}/.exec(html)?.[0] ?? ''
const visitor = () => resident(desk.port())
const stateIn = (html: string) =>
  ['valid', 'replaced', 'annulled'].find((state) => html.includes(`>${textOf('zh', `letters:state.${state}`)}<`))

test('the code on a letter leads to its number, day, issuer and checksum, in every mode; a corrected letter is told as replaced', async () => {
  const one = await approved()
  const letter = (await as('supervisor').get(`${one.url}/letter`)).text
  expect(letter).not.toContain(textOf('zh', 'letters:altered'))
  const address = await addressOn(letter)
  const [, code = ''] = /^http:\/\/settle\.example\/zh-bo\/letters\/([0-9a-f]{32})$/.exec(address) ?? []
  for (const mode of modes) {
    const { status, text, headers } = await visitor().get(`/${mode}/letters/${code}`)
    expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
    expect(text).toContain('<meta name="robots" content="noindex, nofollow"/>')
    for (const said of [numberOn(letter), checksumOn(letter)]) expect(text).toContain(said)
    expect(checksumOn(letter)).not.toBe('')
    const told = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    for (const language of languages)
      for (const hidden of ['services/skills-training:name', 'application:status.approved.name', 'departments:hrss-bureau'])
        expect(told).not.toContain(textOf(language, hidden))
    for (const hidden of ['扎西', one.code, one.id]) expect(told).not.toContain(hidden)
  }
  expect(stateIn((await visitor().get(`/zh/letters/${code}`)).text)).toBe('valid')
  await act('reviewer', one.url, { was: '2026年·测试', is: '2027年·测试' }, `${one.url}/correct-decision`)
  expect(stateIn((await visitor().get(`/zh/letters/${code}`)).text)).toBe('replaced')
  const corrected = (await as('supervisor').get(`${one.url}/letter`)).text
  expect(numberOn(corrected)).not.toBe(numberOn(letter))
  expect(numberOn((await as('supervisor').get(`${one.url}/letter?decision=1`)).text)).toBe(numberOn(letter))
})

test('the resident and the desk download the same letter as a PDF; nobody else has it, and there is none before', async () => {
  const one = await inReview()
  expect((await one.one.get('/zh/applications/1')).text).not.toContain(textOf('zh', 'letters:mine.lead'))
  expect((await one.one.get('/zh/applications/1/letters/1')).status).toBe(404)
  await act('reviewer', one.url, { do: 'judge', condition: 'C3', truth: 'yes' })
  await act('reviewer', one.url, { words: harmless }, `${one.url}/approve`)
  const page = (await one.one.get('/zh/applications/1')).text
  expect(page).toContain('href="/zh/applications/1/letters/1"')
  const cookie = (of: ReturnType<typeof visitor>) => ({
    Cookie: Object.entries(of.cookies())
      .map((pair) => pair.join('='))
      .join('; '),
  })
  const mine = await send(desk.port(), 'GET', '/zh/applications/1/letters/1', cookie(one.one))
  const theirs = await send(desk.port(), 'GET', `${one.url}/letter.pdf`, cookie(as('supervisor')))
  const number = numberOn((await as('supervisor').get(`${one.url}/letter`)).text)
  for (const { status, headers, bytes } of [mine, theirs]) {
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      `attachment; filename="${number}.pdf"`,
    ])
    expect((await PDFDocument.load(bytes)).getTitle()).toContain(number)
  }
  expect(mine.bytes.equals(theirs.bytes)).toBe(true)
  expect((await visitor().get('/zh/applications/1/letters/1')).status).toBe(303)
  expect((await as('far').get(`${one.url}/letter.pdf`)).status).toBe(404)
  expect(dayOf(new Date())).toMatch(number.slice(7, 11))
})

test('a code nobody gave says so with 404, and whoever tries many is stopped', async () => {
  const unknown = await visitor().get(`/zh/letters/${'0'.repeat(32)}`)
  expect([unknown.status, unknown.text.includes(textOf('zh', 'letters:unknown'))]).toEqual([404, true])
  expect((await visitor().get('/bo/letters/x')).status).toBe(404)
  let last = 404
  for (let tries = 0; tries < 130 && last === 404; tries += 1)
    last = (await visitor().get(`/zh/letters/${'0'.repeat(31)}${tries % 10}`)).status
  expect(last).toBe(429)
})
