import { type Browser, expect, test } from '@playwright/test'
import { administratorOf, makeHall, makeStaff, type StaffMember } from '#tests/support/accounts.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { applies, find, originOf, press } from '#tests/support/desk-screens.ts'
import { textOf } from '#tests/support/texts.ts'

const site = { dataDir: process.env.E2E_DATA_DIR ?? '', port: Number(process.env.E2E_PORT ?? 4173) }
const t = (key: string) => textOf('zh', key)

async function pageOf(browser: Browser, one: StaffMember, javaScriptEnabled: boolean) {
  const [url, viewport] = [originOf(site), { width: 1280, height: 800 }]
  const context = await browser.newContext({ baseURL: url, viewport, javaScriptEnabled })
  await context.addCookies(Object.entries(one.cookies()).map(([name, value]) => ({ name, value, url })))
  return context.newPage()
}

for (const [script, county] of [
  [true, '632622'],
  [false, '632623'],
] as const)
  test(`a colleague who leaves: their cases are given to another by the administrator, and on by the supervisor, ${script ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.slow()
    const administrator = await administratorOf(site)
    const hall = await makeHall(administrator, county)
    const [leaver, heir, boss] = [
      await makeStaff(administrator, { role: 'clerk', hall, name: '要走·测试' }),
      await makeStaff(administrator, { role: 'reviewer', hall, name: '留下·测试' }),
      await makeStaff(administrator, { role: 'supervisor', hall, name: '负责·测试' }),
    ]
    const { code } = await applies(browser, site, county)
    const clerk = await pageOf(browser, leaver, script)
    await find(clerk, code)
    await press(clerk, t('desk:queue.assign-me'))
    const url = clerk.url()

    const admin = await pageOf(browser, administrator, script)
    await admin.goto(`/zh/desk/staff/${leaver.id}`)
    await expect(admin.locator('.table-of-facts')).toContainText(t('colleagues:work.count').replace('{{count}}', '1'))
    await press(admin, t('account:acts.off.button'))
    await expect(admin.locator('#cases-off-error')).toContainText(t('colleagues:errors.not-chosen'))
    if (script) expect(await axeFindings(admin)).toEqual([])
    await admin.locator('#cases-off').selectOption(heir.id)
    await press(admin, t('account:acts.off.button'))
    await expect(admin.locator('.table-of-facts')).toContainText(t('account:standings.off'))

    const supervisor = await pageOf(browser, boss, script)
    await supervisor.goto('/zh-bo/desk/colleagues')
    if (script) expect(await axeFindings(supervisor)).toEqual([])
    await supervisor.goto('/zh/desk/colleagues')
    await supervisor.getByRole('link', { name: '留下·测试' }).click()
    await expect(supervisor.locator('.queue tbody tr')).toHaveCount(1)
    if (script) expect(await axeFindings(supervisor)).toEqual([])
    await supervisor.locator('#to').selectOption({ label: t('colleagues:give.nobody') })
    await press(supervisor, t('colleagues:give.button'))
    await expect(supervisor.locator('[role="status"]')).toContainText(t('colleagues:done'))
    await supervisor.goto(url)
    await expect(supervisor.locator('.case-head')).toContainText(t('desk:queue.nobody'))
  })
