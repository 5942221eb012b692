import { expect, type Page, test } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { languages, languagesOf, type Mode, modes } from '#app/domain/language.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { resident } from '#tests/support/resident.ts'
import { describeHalls, sampleDetails } from '#tests/support/sample-halls.ts'
import { answerAll } from '#tests/support/self-check.ts'
import { textOf } from '#tests/support/texts.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

// What a family takes to the window: a sheet an adult, in both languages a sheet and a half; nothing on it others need not know.

test.use({ javaScriptEnabled: false })

const { request } = workedCase('J45')
const adults = 3
const hidden = ['social-assistance', 'temporary-assistance', 'wage-protection', 'occupational-injury']

/** A county that no other test has halls in. */
const county = '630224'
// Several halls receive there, each with everything that can be said of one: with them the sheets are longest.
test.beforeAll(async () => {
  const dataDir = process.env.E2E_DATA_DIR ?? ''
  for (const id of ['one', 'two', 'three']) await openDesk(dataDir, county, [{ id: `sheet-${id}`, name: '窗口乙·测试', role: 'clerk' }])
  describeHalls(dataDir, county)
})

async function answered(page: Page, mode: string, baseURL = ''): Promise<void> {
  const family = resident(Number(new URL(baseURL).port))
  await answerAll(family, mode, request)
  await page.context().addCookies(Object.entries(family.cookies()).map(([name, value]) => ({ name, value, url: baseURL })))
}

const sheetsIn = async (page: Page) => (await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))).getPageCount()

/** Leads a family that lives in a county to its sheets, and counts their pages. */
async function printed(page: Page, mode: Mode, baseURL: string | undefined, county: string): Promise<void> {
  await answered(page, mode, baseURL)
  await page.goto(`/${mode}/check/live-place`)
  await page.locator('#question select').selectOption(county)
  await page.locator('#question button.button').click()
  await page.goto(`/${mode}/check/result`)
  await page.locator('nav.links a[href*="/check/print"]').click()
  await expect(page.locator('.window-sheet')).toHaveCount(adults)
  expect(await sheetsIn(page)).toBeLessThanOrEqual(languagesOf(mode).length > 1 ? adults * 1.5 : adults)
  for (const sheet of await page.locator('.window-sheet').all()) await expect(sheet).toContainText(sampleDetails.phone)
}

async function oneSheetAnAdult(page: Page, mode: Mode, baseURL: string | undefined): Promise<void> {
  test.slow()
  await printed(page, mode, baseURL, county)
  const names = hidden.flatMap((id) => languagesOf(mode).map((language) => textOf(language, `services/${id}:name`)))
  const said = () => page.locator('.window-sheet').allTextContents()
  for (const name of names) expect((await said()).join(' ')).not.toContain(name)

  // Ticked, each stands on it; why it is so follows only where it is asked for.
  await expect(page.locator('.result')).toHaveCount(0)
  for (const box of await page.locator('form#sheet [name="show"]').all()) await box.check()
  await page.locator('form#sheet [name="details"]').check()
  await page.locator('form#sheet button[type="submit"]:not([name])').click()
  await expect(page.locator('.result').first()).toBeVisible()
  for (const name of names) expect((await said()).join(' ')).toContain(name)
  expect(new URL(page.url()).search).toBe('')
}

for (const mode of modes)
  test(`the sheet for the window is one an adult, in ${mode} (J45)`, ({ page, baseURL }) => oneSheetAnAdult(page, mode, baseURL))

for (const [mode, only] of [
  ['bo', '630223'],
  ['zh-bo', '632323'],
] as const)
  test(`so it is with the whole record of the only hall, in ${mode} (J45)`, async ({ page, baseURL }) => {
    test.slow()
    const dataDir = process.env.E2E_DATA_DIR ?? ''
    await openDesk(dataDir, only, [{ id: `sheet-${only}`, name: '窗口丙·测试', role: 'clerk' }])
    describeHalls(dataDir, only)
    await printed(page, mode, baseURL, only)
    for (const language of languagesOf(mode))
      await expect(page.locator('.window-sheet .hall').first()).toContainText(sampleDetails[`note-${language}`])
  })

test.describe('with JavaScript', () => {
  test.use({ javaScriptEnabled: true })
  for (const mode of languages)
    test(`the sheet for the window is one an adult, in ${mode} (J45)`, ({ page, baseURL }) => oneSheetAnAdult(page, mode, baseURL))
})

test('a child’s and the household’s errands are some adult’s, and papers stand once', async ({ page, baseURL }) => {
  await answered(page, 'zh', baseURL)
  await page.goto('/zh/check/print')
  const said = (await page.locator('.window-sheet').allTextContents()).map((text) => text.replace(/\s+/g, ' '))
  expect(said.map((text) => text.includes(textOf('zh', 'services/settle-household:name')))).toEqual([true, false, false])
  expect(said.map((text) => text.includes(textOf('zh', 'services/school-compulsory:name')))).toEqual([false, true, false])
  const papers = await page.locator('.window-sheet').nth(1).locator('.sheet-papers li').allTextContents()
  expect(new Set(papers).size).toBe(papers.length)
  await expect(page.locator('.window-sheet h3').first()).toHaveText(textOf('zh', 'departments:police-station'))
})
