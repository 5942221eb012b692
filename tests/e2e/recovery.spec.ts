import { type Browser, expect, type Page, test } from '@playwright/test'
import { shortcomings } from '#tests/support/accessibility.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { applies, originOf, press } from '#tests/support/desk-screens.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { pin } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

const site = { dataDir: process.env.E2E_DATA_DIR ?? '', port: Number(process.env.E2E_PORT ?? 4173) }
const t = (key: string) => textOf('zh', key)
const [number, newPin] = ['990000198601010016', '729304']

/** Two clerks of a hall, each at a screen of their own. */
async function twoClerks(browser: Browser, county: string, javaScriptEnabled: boolean): Promise<[Page, Page]> {
  const ids = ['one', 'two'].map((name) => `${name}-${county}`)
  const cookies = await openDesk(
    site.dataDir,
    county,
    ids.map((id) => ({ id, name: `${id}·测试`, role: 'clerk' as const })),
  )
  const url = originOf(site)
  const pages = ids.map(async (id) => {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 }, javaScriptEnabled })
    await context.addCookies([{ name: 'staff', value: cookies[id]?.staff ?? '', url, httpOnly: true, sameSite: 'Strict' }])
    return context.newPage()
  })
  return (await Promise.all(pages)) as [Page, Page]
}

/** What is wrong with a page, wide and narrow. */
async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  const before = page.viewportSize()
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 800 })
    found.push(...(await axeFindings(page)).map((one) => `${width} ${one}`))
    const needed = await page.evaluate(() => document.documentElement.scrollWidth)
    if (needed > width) found.push(`${width} needs ${needed} px`)
  }
  if (before) await page.setViewportSize(before)
  return found
}

for (const [script, county] of [
  [true, '632726'],
  [false, '632725'],
] as const)
  test(`a clerk gives a grandmother her lost application back, ${script ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    test.slow()
    const { code, one } = await applies(browser, site, county, { 'f-identity-number': number })
    const [clerk, colleague] = await twoClerks(browser, county, script)
    const look = async (page: Page) => {
      if (script) expect(await faultsOf(page)).toEqual([])
    }

    // She has her card, and neither code nor PIN.
    await clerk.goto('/zh-bo/desk/people')
    await look(clerk)
    await clerk.goto('/zh/desk/people')
    await clerk.locator('[name="ground"][value="card"]').check()
    await clerk.locator('[name="kind"][value="identity-number"]').check()
    await clerk.locator('#number').fill(number)
    await clerk.locator('button[value="number"]').click()
    await expect(clerk.getByRole('heading', { level: 1 })).toHaveText(t('people:person.title'))
    await look(clerk)
    await clerk.getByRole('link', { name: t('people:person.recover') }).click()
    await look(clerk)
    await clerk.locator('[name="card"][value="id-card"]').check()
    await clerk.locator('#digits').fill('0016')
    await clerk.locator('#present').check()
    await press(clerk, t('recovery:ask.button'))
    await expect(clerk.getByRole('status').first()).toContainText(t('recovery:state.waiting-colleague').split('{{')[0] ?? '')
    await look(clerk)

    // The second one looks at her and her card.
    await colleague.goto('/zh/desk/recoveries')
    await look(colleague)
    await colleague.locator('.desk-table tbody a').first().click()
    await look(colleague)
    await press(colleague, t('recovery:confirm.button'))

    // She chooses on a screen of her own, in her language.
    await clerk.reload()
    await press(clerk, t('recovery:screen.button'))
    await look(clerk)
    const way = (await clerk.locator('#pin-screen a').getAttribute('href')) ?? ''
    const own = await browser.newContext({ baseURL: originOf(site), viewport: { width: 360, height: 780 }, javaScriptEnabled: script })
    const hers = await own.newPage()
    await hers.goto(way.replace('/zh/', '/bo/'))
    await look(hers)
    if (script) expect(await hers.evaluate(shortcomings)).toEqual([])
    await hers.locator('#pin').fill(newPin)
    await hers.locator('#again').fill(newPin)
    await hers.locator('#new-pin button[type="submit"]').click()
    await expect(hers.locator('.case-code')).toHaveText(code)
    await look(hers)
    await expect(clerk.locator('body')).not.toContainText(newPin)

    // The clerk prints the code; the PIN of before opens nothing, and nobody has it open any more.
    await clerk.goto(clerk.url())
    await expect(clerk.locator('.case-code')).toHaveText(code)
    await look(clerk)
    expect((await one.get('/bo/applications')).status).toBe(303)
    await hers.goto('/bo/applications/open')
    await hers.locator('#code').fill(code)
    await hers.locator('#pin').fill(pin)
    await hers.locator('#open .actions .button').click()
    await expect(hers.locator('#errors, .error-summary').first()).toBeVisible()
    await hers.locator('#code').fill(code)
    await hers.locator('#pin').fill(newPin)
    await hers.locator('#open .actions .button').click()
    await expect(hers).toHaveURL(/\/bo\/applications$/)
    await expect(hers.locator('main')).toContainText(textOf('bo', 'recovery:told').split('{{day}}')[1] ?? '')
  })
