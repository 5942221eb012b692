import { expect, type Page, test } from '@playwright/test'
import { parallelMode } from '#app/domain/language.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { resident } from '#tests/support/resident.ts'
import { answerAll } from '#tests/support/self-check.ts'
import { walkThrough } from '#tests/support/walk.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

// By night, and where the device sets the colours: everything can be read, and what is chosen, current or focused is seen.

const contrastFaults = (page: Page) => axeFindings(page, ['color-contrast-enhanced', 'link-in-text-block'])

/** The background of a page, as light goes from 0 to 255. */
const ground = (page: Page) =>
  page.evaluate(() => Math.max(...(getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).slice(0, 3).map(Number)))

test.describe('by night', () => {
  test.use({ colorScheme: 'dark', viewport: { width: 360, height: 740 } })

  // Colours are the same in every mode, and by day they are looked at in each.
  test('every page can be read, with the letters of both languages', async ({ page }) => {
    const mode = parallelMode
    test.slow()
    await walkThrough(page, mode, workedCase('J06').request)
    for (const path of ['', '/policy', '/before-settling', '/services/settle-household', '/topics/schooling', '/help', '/search?q=草场']) {
      await page.goto(`/${mode}${path}`)
      expect(await ground(page)).toBeLessThan(64)
      await page.locator('main details').evaluateAll((all) => {
        for (const one of all as HTMLDetailsElement[]) one.open = true
      })
      expect(await contrastFaults(page), path).toEqual([])
    }
    for (const path of ['', '/hukou-place', '/summary', '/result', '/result/1/residence-permit', '/counterfactuals', '/save', '/print']) {
      await page.goto(`/${mode}/check${path}`)
      expect(await contrastFaults(page), path).toEqual([])
    }
  })

  test('what is chosen, wrong, hovered or focused can be read', async ({ page }) => {
    await page.goto('/zh/check/hukou-place')
    await page.locator('.option input').first().check()
    expect(await contrastFaults(page)).toEqual([])
    await page.locator('main .button').last().hover()
    expect(await contrastFaults(page)).toEqual([])
    await page.goto('/bo/help/feedback')
    await page.locator('button.button[type="submit"]').click()
    await expect(page.locator('.error-summary')).toBeVisible()
    expect(await contrastFaults(page)).toEqual([])
    await page.goto('/zh-bo/desk/sign-in')
    expect(await contrastFaults(page)).toEqual([])
  })

  test('paper is white', async ({ page }) => {
    await page.goto('/zh/services/land-rights')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.quiet') as Element).color)).toBe('rgb(69, 65, 58)')
  })
})

test.describe('where the device sets the colours', () => {
  test.use({ viewport: { width: 360, height: 740 } })
  test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }))

  const style = (page: Page, selector: string, names: readonly string[]) =>
    page
      .locator(selector)
      .first()
      .evaluate((one, all) => all.map((name) => getComputedStyle(one).getPropertyValue(name)), names)

  test('the current mode, what is chosen and how far one is are told by more than a background', async ({ page, baseURL }) => {
    await page.goto('/bo')
    expect(await style(page, '.modes > [aria-current]', ['border-top-width', 'text-decoration-line'])).toEqual(['3px', 'underline'])
    expect(await style(page, '.modes > a', ['border-top-width'])).toEqual(['1px'])
    await page.goto('/bo/check/hukou-place')
    await page.locator('.option input').first().check()
    expect(await style(page, '.option:has(:checked)', ['border-top-width'])).toEqual(['3px'])
    // A bar stands on the pages after the family is listed, while something behind them is open.
    const { port } = new URL(baseURL ?? '')
    const one = resident(Number(port))
    await answerAll(one, 'zh', workedCase('J06').request)
    await one.post('/zh/check/1/work', { answer: 'employed-contract' })
    await page.context().addCookies(Object.entries(one.cookies()).map(([name, value]) => ({ name, value, url: baseURL ?? '' })))
    await page.goto('/bo/check/1/work')
    expect(await style(page, 'progress', ['forced-color-adjust', 'border-top-width'])).toEqual(['none', '1px'])
    await expect(page.locator('progress')).toBeVisible()
  })

  test('the focus is seen', async ({ page }) => {
    await page.goto('/zh/check/hukou-place')
    await page.keyboard.press('Tab')
    expect(await style(page, ':focus-visible', ['outline-style', 'outline-width'])).toEqual(['solid', '3px'])
  })
})
