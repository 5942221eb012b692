import { expect, test } from '@playwright/test'
import { axeFindings } from '#tests/support/axe.ts'
import { applies, find, openHall, press } from '#tests/support/desk-screens.ts'
import { textOf } from '#tests/support/texts.ts'

const site = { dataDir: process.env.E2E_DATA_DIR ?? '', port: Number(process.env.E2E_PORT ?? 4173) }
const t = (key: string) => textOf('zh', key)

// How a case ends otherwise: each page fits a small phone, in both languages at once, and has no findings of axe.

test('the steps by which a case ends otherwise fit a small screen, for everybody who takes them', async ({ browser }) => {
  test.slow()
  const county = '630203'
  const { clerk, reviewer, supervisor } = await openHall(browser, site, county, { viewport: { width: 320, height: 720 } })
  const { code } = await applies(browser, site, county)
  const fits = async (page: typeof clerk, step: string) => {
    const url = page.url().replace('/zh/', '/zh-bo/')
    await page.goto(`${url}/${step}`)
    await expect(page.locator('form#step textarea, form#step input').first()).toBeAttached()
    expect([step, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([step, true])
    expect([step, await axeFindings(page)]).toEqual([step, []])
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${step}.png`, fullPage: true })
    await page.goto(url.replace('/zh-bo/', '/zh/'))
  }
  await find(supervisor, code)
  await find(clerk, code)
  await fits(supervisor, 'refuse-acceptance')
  await fits(clerk, 'send-on')
  await press(clerk, t('desk:do.accept'))
  await expect(clerk.locator('.status-accepted')).toBeVisible()
  await fits(clerk, 'take-back-acceptance')
  await find(reviewer, code)
  await fits(reviewer, 'close')
  await press(reviewer, t('desk:do.start-review'))
  await reviewer.goto(`${reviewer.url()}/approve`)
  await reviewer.locator('textarea').fill('材料都对得上·测试')
  await reviewer.locator('#send').click()
  await expect(reviewer.locator('.status-approved')).toBeVisible()
  for (const step of ['take-back-decision', 'correct-decision', 'issue']) await fits(reviewer, step)
  await supervisor.reload()
  await fits(supervisor, 'annul')
  if (process.env.PICTURES) await supervisor.screenshot({ path: `${process.env.PICTURES}/case.png`, fullPage: true })
  // Folded away, but there.
  await supervisor.locator('#moves summary').click()
  await expect(supervisor.getByRole('link', { name: t('steps:annul.title') })).toBeVisible()
})
