import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { modes } from '#app/domain/language.ts'
import { atClock } from '#tests/support/at-clock.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { builtChangedSite, changes } from '#tests/support/changed-site.ts'
import { originOf } from '#tests/support/desk-screens.ts'
import { oldData, oldManifest } from '#tests/support/old-data.ts'
import { textOf } from '#tests/support/texts.ts'

// A later release, in which things went, on data made before: what somebody sees who comes back to a draft or a self-check.

const manifest = oldManifest()
let [server, site]: [BuiltServer, string] = [undefined as never, '']

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(900_000)
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-old-'))
  cpSync(oldData, dataDir, { recursive: true })
  site = await builtChangedSite()
  server = await startBuilt({ RATE_LIMIT: 'off', PUBLIC_ORIGIN: 'http://settle.example', ...atClock(new Date(manifest.at)) }, dataDir, site)
})
test.afterAll(async () => {
  await server.stop()
  rmSync(site, { recursive: true, force: true })
})

/** The page of somebody with the browser of then. */
async function as(context: BrowserContext, name: string): Promise<Page> {
  const cookies = Object.entries(manifest.visitors[name]?.cookies ?? {})
  await context.addCookies(cookies.map(([cookie, value]) => ({ name: cookie, value, url: originOf(server) })))
  return context.newPage()
}

/** Nothing for axe to find, and nothing wider than the telephone. */
async function isGood(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
}

test('the draft of a service that went becomes one of its successor, another is removed, and the rest stays', async ({ context }) => {
  const [page, t] = [await as(context, 'draft-household'), (key: string) => textOf('zh', key)]
  await page.goto(`${originOf(server)}/zh/apply/folder`)
  const retired = page.locator('#retired')
  await expect(retired.locator('li')).toHaveCount(2)
  await expect(retired).toContainText(t('retired:draft.lead'))
  await isGood(page)
  await retired
    .locator('li')
    .first()
    .getByRole('button', { name: t('retired:draft.replace') })
    .click()
  await expect(retired.locator('li')).toHaveCount(1)
  await expect(page.locator('main')).toContainText(`${changes.service.added} (zh)`)
  const own = page.locator('.tasks a[href*="/step/own/"]', { hasText: `${changes.service.added} (zh)` })
  await own.click()
  // What had been filled in is there.
  await expect(page.locator('[name="f-trade"]')).toHaveValue('测试文字第14')
  await page.goBack()
  await retired.locator('button[name="remove"]').click()
  await expect(retired).toHaveCount(0)
  await expect(own).toBeVisible()
  expect(await page.locator('button[name="remove"]').count()).toBeGreaterThan(30)
})

for (const mode of modes)
  test(`who began an application too young is asked in ${mode} which adult applies, and for what is missing beside its field`, async ({
    context,
  }) => {
    const page = await as(context, 'draft-ready')
    await page.goto(`${originOf(server)}/${mode}/apply/folder`)
    await page.locator(`main a[href="/${mode}/apply/adult"]`).first().click()
    await isGood(page)
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `adult-${mode}.png`), fullPage: true })
    await page.locator('main form .actions button').first().click()
    await expect(page.locator('.error-summary a').first()).toBeVisible()
    await isGood(page)
    // Nothing was saved: the folder asks as before.
    await page.goto(`${originOf(server)}/${mode}/apply/folder`)
    await expect(page.locator(`main a[href="/${mode}/apply/adult"]`).first()).toBeVisible()
  })

for (const { code, mode } of manifest.checks)
  test(`who opens the self-check ${code} again in ${mode} reads what does not count any more, and goes on`, async ({ page }) => {
    const textIn = (key: string) => textOf(mode === 'bo' ? 'bo' : 'zh', key)
    await page.goto(`${originOf(server)}/${mode}/check/open`)
    await page.locator('#code').fill(code)
    await page.locator('#pin').fill(manifest.pin)
    await page.locator('main button[value="open"]').click()
    const told = page.locator('#outdated')
    await expect(told).toContainText(textIn('check:outdated.title'))
    expect(await told.locator('li').count()).toBeGreaterThan(0)
    await isGood(page)
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `check-${mode}-${code}.png`), fullPage: true })
    await page.locator('main .actions .button').first().click()
    await expect(page).toHaveURL(new RegExp(`/${mode}/check/.+`))
  })
