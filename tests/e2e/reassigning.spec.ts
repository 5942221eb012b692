import { expect, test } from '@playwright/test'
import { axeFindings } from '#tests/support/axe.ts'
import { applies, find, openHall, press } from '#tests/support/desk-screens.ts'
import { textOf } from '#tests/support/texts.ts'

const site = { dataDir: process.env.E2E_DATA_DIR ?? '', port: Number(process.env.E2E_PORT ?? 4173) }
const t = (key: string) => textOf('zh', key)

for (const [script, county] of [
  [true, '632624'],
  [false, '632625'],
] as const)
  test(`a case is put back, and given with others to one colleague from the queue, ${script ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.slow()
    const { clerk, reviewer, supervisor } = await openHall(browser, site, county, { javaScriptEnabled: script })
    const [first] = [await applies(browser, site, county), await applies(browser, site, county)]
    await find(clerk, first.code)
    await press(clerk, t('desk:queue.assign-me'))
    await expect(clerk.locator('.case-head')).toContainText(t('desk:queue.me'))
    await press(clerk, t('desk:case.reassign-nobody'))
    await expect(clerk.locator('.case-head')).toContainText(t('desk:queue.nobody'))

    await supervisor.goto('/zh/desk/cases')
    const ticks = supervisor.locator('input[name="case"]')
    await expect(ticks).toHaveCount(2)
    await ticks.nth(0).check()
    await press(supervisor, t('colleagues:give.button'))
    await expect(supervisor.locator('#give-to-error')).toBeVisible()
    await expect(ticks.nth(0)).toBeChecked()
    if (script) expect(await axeFindings(supervisor)).toEqual([])
    await ticks.nth(1).check()
    await supervisor.locator('#give-to').selectOption({ index: 3 })
    await press(supervisor, t('colleagues:give.button'))
    await expect(supervisor.locator('.notice[role="status"]')).toContainText(t('colleagues:many.done').replace('{{count}}', '2'))

    // Whoever has them by now is a choice of the filter.
    const given = await supervisor.locator('#filter-who option').nth(3).getAttribute('value')
    await supervisor.goto(`/zh/desk/cases?who=${given}`)
    await expect(supervisor.locator('.queue tbody tr')).toHaveCount(2)
    await reviewer.goto(`/zh/desk/cases?who=${given}`)
    await expect(reviewer.locator('.queue tbody tr')).toHaveCount(2)
    await expect(reviewer.locator('input[name="case"]')).toHaveCount(0)
  })
