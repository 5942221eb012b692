import { type Browser, expect, type Page, test } from '@playwright/test'
import { axeFindings } from '#tests/support/axe.ts'
import { browserWithCamera } from '#tests/support/camera.ts'
import { apply, begin } from '#tests/support/counter-screens.ts'
import { applies, openHall } from '#tests/support/desk-screens.ts'
import { pin } from '#tests/support/resident.ts'
import { type OwnSite, ownSite } from '#tests/support/separate-site.ts'
import { textOf } from '#tests/support/texts.ts'

const county = '630104'
const says = (what: string) => textOf('zh', `desk:scan.${what}`)

let site: OwnSite
test.beforeAll(async () => {
  site = await ownSite()
})
test.afterAll(() => site.stop())

const scan = (page: Page) => page.getByRole('button', { name: says('button'), exact: true }).click()

/** A slip, printed at the counter: its code, and a picture of what is to be scanned. */
async function slip(browser: Browser): Promise<{ code: string; picture: Buffer }> {
  const { clerk } = await openHall(browser, site, county)
  await begin(clerk)
  const code = await apply(clerk)
  const picture = await clerk.locator('.qr').screenshot()
  await clerk.context().close()
  return { code, picture }
}

test('the camera reads a slip: at the counter its code is filled in, and is in no address and no log', async ({ browser }) => {
  const { code, picture } = await slip(browser)
  const own = await browserWithCamera(picture)
  const { clerk } = await openHall(own, site, county)
  const asked: string[] = []
  clerk.on('request', (request) => asked.push(request.url()))
  await clerk.goto('/zh/desk/counter')
  await scan(clerk)
  await expect(clerk.locator('#code')).toHaveValue(code)
  await expect(clerk.locator('[name="who"][value="existing"]')).toBeChecked()
  await expect(clerk.locator('#pin')).toHaveValue('')
  for (const [name, value] of [
    ['ground', 'present'],
    ['seen', 'id-card'],
  ] as const)
    await clerk.locator(`[name="${name}"][value="${value}"]`).check()
  await clerk.locator('#pin').fill(pin)
  await clerk.locator('#begin .actions .button').click()
  await expect(clerk.locator('.client')).toContainText(code)
  for (const line of [...asked, site.output()]) for (const secret of [code, code.replace('-', ''), pin]) expect(line).not.toContain(secret)
  await own.close()
})

test('the camera reads a slip: in the queue its case opens', async ({ browser }) => {
  const { code } = await applies(browser, site, county)
  const address = `http://127.0.0.1:${site.port}/zh-bo/applications/open#${code}`
  const { default: encode } = await import('qr')
  const sharp = (await import('sharp')).default
  const own = await browserWithCamera(
    await sharp(Buffer.from(encode(address, 'svg', { ecc: 'medium', border: 4 })))
      .png()
      .toBuffer(),
  )
  const { reviewer } = await openHall(own, site, county)
  await reviewer.goto('/zh/desk/cases')
  await scan(reviewer)
  await expect(reviewer).toHaveURL(/\/desk\/cases\/[\w-]{36}$/)
  await expect(reviewer.locator('main')).toContainText(code)

  await own.close()
})

/** What a hand scanner types: character after character, so many milliseconds apart by the clock of the page, and Enter. */
async function handScanner(page: Page, code: string, milliseconds: number): Promise<void> {
  for (const character of code) {
    await page.keyboard.type(character)
    if (milliseconds > 0) await page.clock.runFor(milliseconds)
  }
  await page.keyboard.press('Enter')
}

for (const [pace, milliseconds] of [
  ['all at once', 0],
  ['one character a second', 1000],
] as const)
  test(`a hand scanner, ${pace}: wherever the focus is, the case of the slip opens, and nothing is done to any case`, async ({
    browser,
  }) => {
    test.slow()
    const { code } = await applies(browser, site, county)
    const { clerk } = await openHall(browser, site, county)
    await clerk.clock.install()
    const posts: string[] = []
    clerk.on('request', (request) => request.method() === 'POST' && posts.push(request.postData() ?? ''))
    const address = `https://anjia.example/zh-bo/applications/open?taken=jok#${code}`
    for (const [focused, scanned] of [
      ['body', address],
      ['#take-next', address],
      ['[data-row-key="assign"]', code],
      ['[data-open]', address],
      ['select', address],
      ['#code', address],
    ] as const) {
      await clerk.goto('/zh/desk/cases')
      if (focused !== 'body') await clerk.locator(focused).first().focus()
      await handScanner(clerk, scanned, milliseconds)
      await expect(clerk, focused).toHaveURL(/\/desk\/cases\/[\w-]{36}$/)
      await expect(clerk.locator('main')).toContainText(code)
      expect(posts.splice(0), focused).toEqual([expect.stringContaining(`code=${encodeURIComponent(scanned)}`)])
    }

    // On the page of a case there is no field for codes: what was focused is not pressed.
    await clerk.locator('[data-key="assign"]').focus()
    await handScanner(clerk, address, milliseconds)
    await expect(clerk.locator('[data-key="assign"]')).not.toBeFocused()
    // Whoever turned keys off moves no focus, and presses nothing either.
    await clerk.goto('/zh/desk/cases')
    await clerk.locator('[data-keys]').click()
    await clerk.locator('#keys-on').uncheck()
    await clerk.keyboard.press('Escape')
    await clerk.locator('#take-next').focus()
    await handScanner(clerk, address, milliseconds)
    await expect(clerk.locator('#code')).toHaveValue('')
    await expect(clerk).toHaveURL(/\/desk\/cases$/)
    expect(posts).toEqual([])

    await clerk.goto('/zh/desk/counter')
    await clerk.locator('[name="who"]').first().focus()
    await handScanner(clerk, address, milliseconds)
    await expect(clerk.locator('[name="who"][value="existing"]')).toBeChecked()
    await expect(clerk.locator('#code')).toHaveValue(code)
  })

test('the camera stops when its dialog is closed', async () => {
  const own = await browserWithCamera(null)
  const { clerk } = await openHall(own, site, county)
  await clerk.goto('/zh/desk/counter')
  await scan(clerk)
  await expect(clerk.locator('#scan-dialog')).toContainText(says('looking'))
  const isLive = () =>
    clerk.evaluate(() => {
      const video = document.querySelector('#scan-dialog video') as HTMLVideoElement
      const track = (video.srcObject as MediaStream | null)?.getVideoTracks()[0]
      if (track) Object.assign(window, { track })
      return (window as unknown as { track?: MediaStreamTrack }).track?.readyState === 'live'
    })
  await expect.poll(isLive).toBe(true)
  expect(await axeFindings(clerk)).toEqual([])
  await clerk.keyboard.press('Escape')
  await expect(clerk.locator('#scan-dialog')).toBeHidden()
  await expect.poll(isLive).toBe(false)
  await own.close()
})

test('where the camera is refused, or there is none, a message says so; the field works as before', async ({ browser }) => {
  const own = await browserWithCamera(null, false)
  const refusing = (await openHall(own, site, county)).clerk
  const lacking = (await openHall(browser, site, county)).clerk
  for (const [page, what] of [
    [refusing, 'refused'],
    [lacking, 'none'],
  ] as const) {
    await page.goto('/zh/desk/counter')
    await scan(page)
    await expect(page.locator('#scan-dialog [role="status"]')).toHaveText(says(what), { useInnerText: true })
    await page.locator('#scan-dialog [data-close]').click()
    await page.locator('#scan').fill('/zh/desk/counter?paper=skills-training')
    await page.keyboard.press('Enter')
    await expect(page.locator('[name="service"]')).toHaveValue('skills-training')
  }
  await own.close()
})

test('without JavaScript no button for it is shown', async ({ browser }) => {
  const { clerk } = await openHall(browser, site, county, { javaScriptEnabled: false })
  await clerk.goto('/zh/desk/counter')
  await expect(clerk.locator('[data-scan]')).toBeHidden()
})
