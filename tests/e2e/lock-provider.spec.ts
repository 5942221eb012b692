import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { administratorOf, lockScreen, makeHall, makeStaff, type StaffMember } from '#tests/support/accounts.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { originOf } from '#tests/support/desk-screens.ts'
import { startProvider, type TestProvider } from '#tests/support/provider.ts'
import { type OwnSite, ownSite } from '#tests/support/separate-site.ts'
import { handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

const says = (key: string) => textOf('zh', `account:${key}`)
let provider: TestProvider
let site: OwnSite
let one: StaffMember
let another: StaffMember
let id: string

test.beforeAll(async () => {
  test.setTimeout(180_000)
  site = await ownSite(async (origin) => {
    provider = await startProvider(origin)
    return provider.env
  })
  const administrator = await administratorOf(site)
  const hall = await makeHall(administrator, '632525')
  one = await makeStaff(administrator, { role: 'clerk', hall })
  another = await makeStaff(administrator, { role: 'clerk', hall })
  id = (await handedIn(one.browser, site.port, '632525')).id
})
test.afterAll(async () => {
  await site.stop()
  provider.stop()
})

/** Signs in at the provider, on the page that opened there. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.locator('[name="login"]').fill(login)
  await page.locator('[name="password"]').fill('whatever')
  await page.locator('button[type="submit"]').click()
  const consent = page.locator('button', { hasText: 'Continue' })
  await expect(consent.or(page.locator('.desk-header'))).toBeVisible()
  if (await consent.isVisible()) await consent.click()
}

/** Presses what leads to the provider, which opens beside; comes back when it says that the screen is open. */
async function openBeside(context: BrowserContext, page: Page, login: string): Promise<void> {
  const [beside] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: says('sign-in.elsewhere') }).click()])
  await signInThere(beside, login)
  await expect(beside.getByText(says('unlock.opened-beside'))).toBeVisible()
  await beside.close()
}

const goOn = (page: Page) => page.getByRole('button', { name: says('unlock.go-on') }).click()

test('a covered page is uncovered through single sign-on with what was typed, for its owner and nobody else', async ({ browser }) => {
  test.slow()
  const context = await browser.newContext({ baseURL: originOf(site), viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto('/zh/desk/sign-in')
  await page.getByRole('link', { name: says('sign-in.elsewhere'), exact: true }).click()
  await signInThere(page, one.login)
  await expect(page.locator('.desk-who')).toBeVisible()
  await page.clock.install()
  await page.goto(`/zh/desk/cases/${id}`)
  await page.locator('#note').fill('还没写完·测试')
  await page.clock.fastForward('11:00')
  lockScreen(site.dataDir, one)
  const cover = page.locator('#lock')
  await expect(cover).toBeVisible()
  expect(await axeFindings(page)).toEqual([])

  await goOn(page)
  await expect(cover.getByText(says('errors.not-beside'))).toBeVisible()
  await expect(page.locator('#note')).toBeHidden()
  await openBeside(context, page, one.login)
  await goOn(page)
  await expect(cover).toBeHidden()
  await expect(page.locator('#note')).toHaveValue('还没写完·测试')

  // Somebody else comes back from there: they are in as themselves, and what lay covered is gone.
  await page.clock.fastForward('11:00')
  lockScreen(site.dataDir, one)
  await expect(cover).toBeVisible()
  await openBeside(context, page, another.login)
  await goOn(page)
  await expect(page).toHaveURL(/\/desk\/unlock/)
  await page.getByRole('link', { name: says('unlock.go-on') }).click()
  await expect(page.locator('#note')).toHaveValue('')
  await context.close()
})

test('without a script a form posted from a locked screen is sent after the provider', async ({ browser }) => {
  test.slow()
  const context = await browser.newContext({ baseURL: originOf(site), viewport: { width: 360, height: 780 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/zh/desk/sign-in')
  await page.getByRole('link', { name: says('sign-in.elsewhere'), exact: true }).click()
  await signInThere(page, one.login)
  await expect(page.locator('.desk-who')).toBeVisible()
  await page.goto(`/zh/desk/cases/${id}`)
  await page.locator('#note').fill('没有脚本·测试')
  lockScreen(site.dataDir, one)
  await page.getByRole('button', { name: textOf('zh', 'desk:case.note-button') }).click()
  await expect(page.locator('h1')).toHaveText(says('unlock.title'))
  await openBeside(context, page, one.login)
  await goOn(page)
  await page.getByRole('button', { name: says('unlock.send') }).click()
  await expect(page.getByText('没有脚本·测试')).toBeVisible()
  await context.close()
})
