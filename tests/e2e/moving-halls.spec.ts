import { expect, test } from '@playwright/test'
import { administratorOf, makeHall } from '#tests/support/accounts.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { applies, openHall, originOf } from '#tests/support/desk-screens.ts'
import { textOf } from '#tests/support/texts.ts'

const site = { dataDir: process.env.E2E_DATA_DIR ?? '', port: Number(process.env.E2E_PORT ?? 4173) }
const t = (key: string) => textOf('zh', key)

for (const [script, county, other] of [
  [true, '632724', '632726'],
  [false, '632802', '632803'],
] as const)
  test(`a hall is moved once it was read where its cases go, ${script ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    test.slow()
    const administrator = await administratorOf(site)
    const hall = await makeHall(administrator, county)
    await applies(browser, site, county)
    const { supervisor } = await openHall(browser, site, `${county.slice(0, 4)}00`, { javaScriptEnabled: script })
    const [url, viewport] = [originOf(site), { width: 360, height: 780 }]
    const context = await browser.newContext({ baseURL: url, viewport, javaScriptEnabled: script })
    await context.addCookies(Object.entries(administrator.cookies()).map(([name, value]) => ({ name, value, url })))
    const page = await context.newPage()
    await page.goto(`/zh/desk/halls/${hall}`)
    await expect(page.locator('.table-of-facts')).toContainText(t('colleagues:work.count').replace('{{count}}', '1'))
    await page.locator('#place').selectOption(other)
    await page.getByRole('button', { name: t('account:save') }).click()
    await expect(page.locator('#sure-error')).toBeVisible()
    await expect(page.locator('#move li')).toHaveCount(1)
    if (script) expect(await axeFindings(page)).toEqual([])
    await page.locator('#sure').check()
    await page.getByRole('button', { name: t('account:save') }).click()
    await expect(page.locator('.notice[role="status"]')).toContainText(t('account:changed'))
    // The hall of the prefecture has them by now, and its supervisor is told.
    await supervisor.goto('/zh/desk')
    await supervisor.locator(`#without-hall a[href*="${county}"]`).click()
    await expect(supervisor.locator('.queue tbody tr')).toHaveCount(1)
    if (!script) return
    await supervisor.goto('/zh-bo/desk')
    expect(await axeFindings(supervisor)).toEqual([])
  })
