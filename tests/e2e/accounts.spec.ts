import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Mode, modes } from '#app/domain/language.ts'
import { shortcomings } from '#tests/support/accessibility.ts'
import {
  administratorOf,
  codeOf,
  invite,
  lockScreen,
  makeHall,
  makeStaff,
  type StaffMember,
  staffPassword,
} from '#tests/support/accounts.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { deskWidths } from '#tests/support/desk-widths.ts'
import { textOf } from '#tests/support/texts.ts'

const dataDir = process.env.E2E_DATA_DIR ?? ''
const port = Number(process.env.E2E_PORT ?? 4173)
const says = (key: string) => textOf('zh', `account:${key}`)

let administrator: StaffMember
let hall: string
test.beforeAll(async () => {
  administrator = await administratorOf({ port, dataDir })
  hall = await makeHall(administrator, '632621')
})

/** A window of somebody who is signed in. */
async function windowOf(browser: Browser, baseURL: string | undefined, member: Pick<StaffMember, 'cookies'>): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: { width: 1280, height: 900 } })
  const url = `http://127.0.0.1:${port}`
  await context.addCookies(Object.entries(member.cookies()).map(([name, value]) => ({ name, value, url })))
  return context.newPage()
}

/** Nothing to find for axe, every word in its language, targets large, nothing wider than the screen. */
async function isSound(page: Page, mode: Mode, name: string): Promise<void> {
  for (const width of deskWidths(mode)) {
    await page.setViewportSize({ width, height: 900 })
    expect(await axeFindings(page), `${name} ${width}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} ${width}`).toBeLessThanOrEqual(width)
    expect(
      (await page.evaluate(shortcomings)).filter((one) => !/^\d+(\.\d+)? px: /.test(one)),
      `${name} ${width}`,
    ).toEqual([])
  }
}

for (const mode of modes) {
  test(`axe finds nothing on the pages of accounts in ${mode}, and they fit`, async ({ browser, baseURL }) => {
    test.setTimeout(300_000)
    const [clerk, invited] = [
      await makeStaff(administrator, { role: 'clerk', hall }),
      await invite(administrator, { role: 'reviewer', hall }),
    ]
    const page = await windowOf(browser, baseURL, administrator)
    const pages = ['', '/account', '/account/second-factor', '/staff', `/staff/${clerk.id}`, '/halls', `/halls/${hall}`]
    for (const path of pages) {
      await page.goto(`/${mode}/desk${path}`)
      await isSound(page, mode, path)
    }
    await page.goto(`/${mode}/desk/staff/${clerk.id}`)
    await page.locator('button[value="link"]').click()
    // Whole, as it has to be to be passed on: with the address of the site as this browser has it.
    await expect(page.locator('.secret a')).toHaveText(new RegExp(`^${baseURL}/${mode}/desk/invitation/`))
    await isSound(page, mode, 'a link handed over')
    await page.goto(`/${mode}/desk/halls`)
    await page.locator('#edit .actions .button').click()
    await expect(page.locator('.error-summary')).toBeFocused()
    await isSound(page, mode, 'errors')

    const nobody = await windowOf(browser, baseURL, { cookies: () => ({}) })
    for (const path of [`/${mode}/desk/sign-in?why=out`, invited.link.replace('/zh/', `/${mode}/`), `/${mode}/desk/invitation/gone`]) {
      await nobody.goto(path)
      await isSound(nobody, mode, path)
    }
    const practising = await makeStaff(administrator, { role: 'supervisor', hall, practice: true })
    const other = await windowOf(browser, baseURL, practising)
    await other.goto(`/${mode}/desk`)
    await isSound(other, mode, 'practice')
    lockScreen(dataDir, practising)
    await other.goto(`/${mode}/desk/account`)
    await expect(other).toHaveURL(/unlock/)
    await isSound(other, mode, 'locked')
  })
}

test('by keyboard alone: a link, a password, signing in; the language switch keeps what was typed', async ({ browser, baseURL }) => {
  const { link, login } = await invite(administrator, { role: 'clerk', hall, name: '卓玛·测试' })
  const page = await windowOf(browser, baseURL, { cookies: () => ({}) })
  await page.goto(link)
  await expect(page.locator('main')).toContainText('卓玛·测试')
  await page.locator('#password').focus()
  await page.keyboard.type(staffPassword)
  await page.keyboard.press('Tab')
  await page.keyboard.type(staffPassword)
  await page.keyboard.press('Enter')
  await expect(page.locator('[role="status"]')).toHaveText(says('sign-in.chosen'))
  await page.locator('#login').fill(login)
  await page.locator('#practice').check()
  await page.locator('.modes button[value="bo"]').click()
  await expect(page).toHaveURL(/\/bo\/desk\/sign-in/)
  await expect(page.locator('#login')).toHaveValue(login)
  await expect(page.locator('#practice')).toBeChecked()
  await page.locator('#practice').uncheck()
  await page.locator('#password').focus()
  await page.keyboard.type(staffPassword)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/bo\/desk$/)
  await expect(page.locator('.desk-who')).toContainText('卓玛·测试')
  await expect(page.locator('main a.tile')).toHaveCount(4)
})

test('a form posted from a locked screen is sent after unlocking, without a script', async ({ browser, baseURL }) => {
  const member = await makeStaff(administrator, { role: 'administrator' })
  const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false })
  await context.addCookies(Object.entries(member.cookies()).map(([name, value]) => ({ name, value, url: `http://127.0.0.1:${port}` })))
  const page = await context.newPage()
  await page.goto('/zh/desk/halls')
  await page.locator('#place').selectOption('632700')
  await page.locator('#zh').fill('玉树测试大厅')
  await page.locator('#bo').fill('ཡུལ་ཤུལ་ཚོད་ལྟའི་ཚོམས་ཆེན')
  lockScreen(dataDir, member)
  await page.locator('#edit .actions .button').click()
  await expect(page.locator('h1')).toHaveText(says('unlock.title'))
  await expect(page.locator('.notice')).toHaveText(says('unlock.carried'))
  expect(await page.content()).not.toContain('玉树测试大厅')
  await page.locator('#unlock-password').fill('a wrong password')
  await page.keyboard.press('Enter')
  await expect(page.locator('.error-summary')).toContainText(says('errors.password-wrong'))
  await page.locator('.modes button[value="zh-bo"]').click()
  await page.locator('#unlock-password').fill(staffPassword)
  await page.keyboard.press('Enter')
  await page.locator('main form button.button').click()
  await expect(page).toHaveURL(/\/zh-bo\/desk\/halls\?changed/)
  await expect(page.locator('.desk-table')).toContainText('玉树测试大厅')
})

test('a second factor: the code is set up beside the QR and asked for afterwards', async ({ browser, baseURL }) => {
  const member = await makeStaff(administrator, { role: 'reviewer', hall })
  const page = await windowOf(browser, baseURL, member)
  await page.goto('/zh/desk/account/second-factor')
  const secret = (await page.locator('code').textContent()) ?? ''
  await page.locator('.modes button[value="bo"]').click()
  await expect(page.locator('code')).toHaveText(secret)
  await page.locator('#code').fill(codeOf(secret, -1))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/bo\/desk\/account\?changed/)
  await page.locator('.desk-header form button').click()
  await page.locator('#login').fill(member.login)
  await page.locator('#password').fill(staffPassword)
  await page.locator('#code').fill(codeOf(secret))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/bo\/desk$/)
})
