import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type APIRequestContext, type Browser, expect, type Page, type Request, test } from '@playwright/test'
import Database from 'better-sqlite3'
import sharp from 'sharp'
import { languages, languagesOf, modes } from '#app/domain/language.ts'
import { agree } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

const dataDir = process.env.E2E_DATA_DIR ?? ''
const pin = '481592'

/** A photograph with so much in it that it cannot be made small: noise. */
const noise = (width: number, height: number, sigma: number, quality: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma } } })
    .jpeg({ quality })
    .toBuffer()

/** A small picture, and where it was taken. */
const withPlace = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a8' } })
    .withExif({
      IFD0: { Make: 'Phone of a test' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 37/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '101/1 46/1 0/1' },
    })
    .jpeg()
    .toBuffer()

const small = () =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#a87' } })
    .png()
    .toBuffer()
const asFile = (name: string, buffer: Buffer, mimeType = 'image/jpeg') => ({ name, mimeType, buffer })

/** Starts a folder for services; resolves with the address of the paper everybody has. */
async function startFolder(request: APIRequestContext, mode: string, services: readonly string[] = ['skills-training']): Promise<string> {
  const agreed = agree.map((kind): [string, string] => ['agree', kind])
  const picked = services.map((service): [string, string] => ['pick', service])
  const form = new URLSearchParams([...picked, ...agreed, ['for', 'myself'], ['pin', pin], ['again', pin]])
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  expect((await request.post(`/${mode}/apply`, { headers, data: form.toString() })).ok()).toBe(true)
  return `/${mode}/apply/papers/id-card~1`
}

async function openPaper(page: Page, mode: string, services?: readonly string[]): Promise<string> {
  const path = await startFolder(page.context().request, mode, services)
  await page.goto(path)
  return path
}

const thumbs = (page: Page) => page.locator('.thumbs li')

/** The address of the first picture of a paper. */
async function addressOfFirst(page: Page): Promise<string> {
  return (await thumbs(page).first().locator('img').getAttribute('src')) ?? ''
}

/** The line of a page: so slow (kilobits a second), cut, or as it was. What is on its way when it is cut is lost. */
async function lineOf(page: Page) {
  const session = await page.context().newCDPSession(page)
  const set = (offline: boolean, throughput: number) =>
    session.send('Network.emulateNetworkConditions', {
      ...{ offline, latency: offline || throughput < 0 ? 0 : 100 },
      ...{ downloadThroughput: throughput, uploadThroughput: throughput },
    })
  return { slow: (kbits: number) => set(false, (kbits * 1000) / 8), cut: () => set(true, -1), mend: () => set(false, -1) }
}

const [begins, piece] = [/\/pieces\?start&size=(\d+)/, /\/pieces\/[^?]+\?offset=(\d+)/]
const numberIn = (pattern: RegExp, request: Request) => Number(pattern.exec(request.url())?.[1] ?? Number.NaN)

/** What is sent of files, as it is asked and answered. */
function watchSending(page: Page) {
  const sending = { sizes: [] as number[], asked: [] as number[], taken: [] as number[] }
  page.on('request', (request) => {
    if (piece.test(request.url())) sending.asked.push(numberIn(piece, request))
  })
  page.on('response', (response) => {
    const request = response.request()
    if (begins.test(request.url()) && response.status() === 201) sending.sizes.push(numberIn(begins, request))
    if (piece.test(request.url()) && response.status() === 200) sending.taken.push(numberIn(piece, request))
  })
  return sending
}

test('a photograph of 3 to 5 MB is reduced on the phone and arrives over 400 kbit/s', async ({ page }) => {
  test.slow()
  await openPaper(page, 'bo')
  const photo = await noise(3600, 2700, 20, 88)
  expect(photo.length).toBeGreaterThan(3e6)
  expect(photo.length).toBeLessThan(5e6)
  const sending = watchSending(page)
  await (await lineOf(page)).slow(400)
  await page.locator('#files').setInputFiles([asFile('པར.jpg', photo)])
  await expect(page.locator('.sending li')).toHaveAttribute('data-state', 'sending')
  await expect(page.locator('.sending [role="status"]')).toHaveText(textOf('bo', 'apply:paper.sending'))
  await expect.soft(page.locator('#upload button[type="submit"]')).toBeHidden()
  await expect(thumbs(page)).toHaveCount(1, { timeout: 90_000 })
  expect(sending.sizes).toHaveLength(1)
  expect(sending.sizes[0]).toBeLessThan(photo.length / 3)
  const stored = await page.context().request.get(await addressOfFirst(page))
  expect(await sharp(await stored.body()).metadata()).toMatchObject({ format: 'jpeg', width: 2000, height: 1500 })
})

test('a broken connection: the upload resumes by itself, and the photograph arrives once', async ({ page }) => {
  test.slow()
  const path = await openPaper(page, 'zh')
  const sending = watchSending(page)
  const line = await lineOf(page)
  await line.slow(3000)
  await page.locator('#files').setInputFiles([asFile('照片.jpg', await noise(2000, 1500, 60, 70))])
  await expect.poll(() => sending.taken.length, { timeout: 30_000, intervals: [50] }).toBeGreaterThanOrEqual(2)
  await line.cut()
  await expect(page.locator('.sending li')).toHaveAttribute('data-state', 'retry')
  await expect(page.locator('.sending [role="status"]')).toHaveText(textOf('zh', 'apply:paper.failed'))
  const [before, asked] = [sending.taken.length, sending.asked.length]
  await line.mend()
  await expect(thumbs(page)).toHaveCount(1, { timeout: 60_000 })

  expect(sending.sizes).toHaveLength(1)
  expect(sending.taken.length).toBeGreaterThan(before)
  // Not a piece that was acknowledged is sent again.
  expect(Math.min(...sending.asked.slice(asked))).toBeGreaterThan(sending.taken[before - 1] ?? 0)
  expect(new Set(sending.taken).size).toBe(sending.taken.length)
  await page.goto(path)
  await expect(thumbs(page)).toHaveCount(1)
})

/** A day goes by since a folder was opened, as its session sees it. Found by what only this folder applies for. */
function ageSession(services: readonly string[], leftMs: number): void {
  const database = new Database(join(dataDir, 'settle.sqlite'))
  const marks = services.map(() => '?').join()
  const { changes } = database
    .prepare(
      `update sessions set expires_at = ? where folder_id in
        (select folder_id from applications where service in (${marks}) group by folder_id having count(*) = ${services.length})`,
    )
    .run(new Date(Date.now() + leftMs).toISOString(), ...services)
  database.close()
  expect(changes).toBe(1)
}

test('a page left open still sends within the 24 hours of its session, and says what to do after them', async ({ page }) => {
  const services = ['job-services', 'exam-local', 'wage-protection', 'vocational-school']
  await openPaper(page, 'bo', services)
  const hours = 3_600_000
  const database = new Database(join(dataDir, 'settle.sqlite'), { readonly: true })
  const { latest } = database.prepare('select max(expires_at) as latest from sessions').get() as { latest: string }
  database.close()
  expect(new Date(latest).getTime() - Date.now()).toBeGreaterThan(23.9 * hours)

  ageSession(services, 60_000)
  await page.locator('#files').setInputFiles([asFile('1.png', await small(), 'image/png')])
  await expect(thumbs(page)).toHaveCount(1, { timeout: 20_000 })

  ageSession(services, -1000)
  await page.locator('#files').setInputFiles([asFile('2.png', await small(), 'image/png')])
  await expect(page).toHaveURL(/\/bo\/applications\/open\?why=photos$/)
})

for (const mode of languages) {
  test.describe(`without JavaScript in ${mode}`, () => {
    test.use({ javaScriptEnabled: false })

    test('of several files the usable ones are stored, the others are named with their reasons beside the field', async ({ page }) => {
      const path = await openPaper(page, mode)
      await page
        .locator('#files')
        .setInputFiles([
          asFile('one.png', await small(), 'image/png'),
          asFile('list.jpg', Buffer.from('not a picture at all\n'.repeat(40))),
          asFile('large.jpg', Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), randomBytes(11 * 1024 * 1024)])),
          asFile('two.jpg', await withPlace()),
        ])
      const [answer] = await Promise.all([page.waitForResponse((one) => one.url().endsWith(path)), page.locator('#upload button').click()])
      expect(answer.status()).toBe(422)
      await expect(thumbs(page)).toHaveCount(2)
      const reasons = [
        ['list.jpg', textOf(mode, 'errors:file.file-type')],
        ['large.jpg', textOf(mode, 'errors:file.file-too-large')],
      ] as const
      // The summary leads to the field; beside it stand the same sentences.
      for (const place of ['.error-summary li', '#upload .field-error']) {
        const told = await page.locator(place).allInnerTexts()
        const untold = reasons.filter(([name, reason]) => !told.some((text) => text.includes(name) && text.includes(reason)))
        expect.soft(untold, `${place} says: ${told.join(' / ')}`).toEqual([])
      }
      expect(await page.locator('#files').getAttribute('aria-describedby')).toContain('files-error')
    })

    test('a form without a file is an error', async ({ page }) => {
      await openPaper(page, mode)
      await page.locator('#upload button').click()
      await expect(page.locator('#upload .field-error')).toContainText(textOf(mode, 'errors:file.none'))
    })
  })
}

test('a picture that looks blurred or dark is stored, with a hint; a sharp one without', async ({ page }) => {
  await openPaper(page, 'zh')
  const dark = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#111' } })
    .jpeg()
    .toBuffer()
  const files = [
    asFile('dark.jpg', dark),
    asFile('blurred.png', await small(), 'image/png'),
    asFile('sharp.jpg', await noise(640, 480, 60, 90)),
  ]
  await page.locator('#files').setInputFiles(files)
  await expect(thumbs(page)).toHaveCount(3, { timeout: 20_000 })
  for (const kind of ['dark', 'blurred'])
    await expect(page.locator('.sending li').filter({ hasText: `${kind}.` })).toContainText(textOf('zh', `apply:paper.${kind}`))
  await expect(page.locator('.sending')).not.toContainText('sharp.jpg')
})

/** What somebody else gets, who has a folder of their own open. */
async function asStranger<T>(browser: Browser, ask: (request: APIRequestContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL })
  await startFolder(context.request, 'zh')
  const answer = await ask(context.request)
  await context.close()
  return answer
}

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script })

    test('the place of a photograph is not stored; only an open folder shows it, and none once it is removed', async ({
      page,
      browser,
    }) => {
      const photo = await withPlace()
      expect((await sharp(photo).metadata()).exif?.length).toBeGreaterThan(100)
      const path = await openPaper(page, 'zh')
      await page.locator('#files').setInputFiles([asFile('1.jpg', photo)])
      if (!script) await page.locator('#upload button').click()
      await expect(thumbs(page)).toHaveCount(1, { timeout: 20_000 })

      const address = await addressOfFirst(page)
      const stored = await page.context().request.get(address)
      expect(stored.headers()).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'no-store' })
      const bytes = await stored.body()
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
      for (const trace of ['Exif', 'GPS', 'Phone of a test']) expect(bytes.includes(trace), trace).toBe(false)
      await expect(thumbs(page).locator('img')).toHaveJSProperty('complete', true)
      expect(
        await thumbs(page)
          .locator('img')
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      ).toBe(640)

      // It is part of the copy of everything kept.
      await page.goto('/zh/applications/data')
      await expect(page.locator(`main a[href="${new URL(address, page.url()).pathname}"]`)).toBeVisible()

      expect(await asStranger(browser, async (request) => (await request.get(address)).status())).toBe(404)
      await asStranger(browser, (request) => request.post(address, { form: { do: 'remove' } }))
      await page.goto(path)
      await expect(thumbs(page)).toHaveCount(1)
      // It is asked once.
      await expect(thumbs(page).locator('button')).toBeHidden()
      await thumbs(page).locator('summary').click()
      await thumbs(page).locator('button').click()
      await expect(thumbs(page)).toHaveCount(0)
      await expect(page).toHaveURL(path)
      await expect(page.locator('main')).toContainText(textOf('zh', 'apply:paper.none'))
      expect((await page.context().request.get(address)).status()).toBe(404)
    })
  })
}

for (const mode of modes) {
  test(`each picture and its button are named in the languages of ${mode}`, async ({ page }) => {
    await openPaper(page, mode)
    await page.locator('#files').setInputFiles([asFile('1.png', await small(), 'image/png'), asFile('2.jpg', await withPlace())])
    await expect(thumbs(page)).toHaveCount(2, { timeout: 20_000 })
    for (const number of ['1', '2']) {
      const name = languagesOf(mode)
        .map((language) => textOf(language, 'apply:paper.file').replace('{{number}}', number))
        .join(' · ')
      await expect(page.getByRole('img', { name, exact: true })).toBeVisible()
      const named = (key: string) =>
        `${languagesOf(mode)
          .map((language) => textOf(language, key))
          .join(' · ')} ${name}`
      await page
        .locator('.thumbs summary')
        .and(page.getByLabel(named('apply:paper.remove'), { exact: true }))
        .click()
      await expect(page.getByRole('button', { name: named('apply:paper.remove-sure'), exact: true })).toBeVisible()
    }
  })
}
