import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { browserWithCamera } from '#tests/support/camera.ts'
import { apply, begin } from '#tests/support/counter-screens.ts'
import { applies, openHall } from '#tests/support/desk-screens.ts'
import { type OwnSite, ownSite } from '#tests/support/own-site.ts'
import { pin } from '#tests/support/resident.ts'
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

test('the camera reads a slip: at the counter its code is filled in, and stands in no address and no log', async ({ browser }) => {
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
  const reader = await openHall(browser, site, county)
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

  // A hand scanner types the same address and Enter into the same field; anywhere else it presses nothing.
  await reader.reviewer.goto('/zh/desk/cases')
  await reader.reviewer.keyboard.type(address)
  await expect(reader.reviewer).toHaveURL(/\/desk\/cases$/)
  await reader.reviewer.locator('#code').focus()
  await reader.reviewer.keyboard.type(address)
  await reader.reviewer.keyboard.press('Enter')
  await expect(reader.reviewer).toHaveURL(/\/desk\/cases\/[\w-]{36}$/)
  await own.close()
})

test('the camera ends when its window is closed', async () => {
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
  const { violations } = await new AxeBuilder({ page: clerk }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await clerk.keyboard.press('Escape')
  await expect(clerk.locator('#scan-dialog')).toBeHidden()
  await expect.poll(isLive).toBe(false)
  await own.close()
})

test('where the camera is refused, or there is none, that is said; the field serves as before', async ({ browser }) => {
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
