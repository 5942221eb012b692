import { expect, test } from '@playwright/test'
import { administratorOf, makeHall, makeStaff, staffPassword } from '#tests/support/accounts.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { handedIn } from '#tests/support/submitted-application.ts'

const dataDir = process.env.E2E_DATA_DIR ?? ''
const port = Number(process.env.E2E_PORT ?? 4173)

test('an unused page is covered after ten minutes, and uncovered by the password with what was typed', async ({ browser, baseURL }) => {
  test.slow()
  const administrator = await administratorOf({ port, dataDir })
  const hall = await makeHall(administrator, '632525')
  const member = await makeStaff(administrator, { role: 'clerk', hall })
  const { id } = await handedIn(member.browser, port, '632525')
  const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: { width: 1280, height: 800 } })
  await context.addCookies(Object.entries(member.cookies()).map(([name, value]) => ({ name, value, url: baseURL ?? '' })))
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`/zh-bo/desk/cases/${id}`)
  await page.locator('#note').fill('还没写完·测试')
  await page.clock.fastForward('09:00')
  await expect(page.locator('#lock')).toBeHidden()
  await page.keyboard.press('Shift')
  await page.clock.fastForward('09:00')
  await expect(page.locator('#lock')).toBeHidden()
  await page.clock.fastForward('02:00')
  await expect(page.locator('#lock')).toBeVisible()
  for (const hidden of ['h1', '#note', '.desk-who']) await expect(page.locator(hidden).first()).toBeHidden()
  expect(await axeFindings(page)).toEqual([])

  // Neither keys nor a wrong password open it.
  for (const key of ['Escape', 'Escape', '?', 'a', 'Alt+h', 'Alt+a']) await page.keyboard.press(key)
  await expect(page.locator('#lock')).toBeVisible()
  await page.locator('#lock-password').fill('not the password')
  await page.keyboard.press('Enter')
  await expect(page.locator('#lock [role="alert"]')).toBeVisible()
  await expect(page.locator('#note')).toBeHidden()
  await page.locator('#lock-password').fill(staffPassword)
  await page.keyboard.press('Enter')
  await expect(page.locator('#lock')).toBeHidden()
  await expect(page.locator('#note')).toHaveValue('还没写完·测试')

  // After signing out, the page redirects to sign-in and shows nothing before.
  await page.clock.fastForward('11:00')
  await expect(page.locator('#lock')).toBeVisible()
  await context.clearCookies()
  await page.locator('#lock-password').fill(staffPassword)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/desk\/sign-in/)
  await context.close()
})
