import { expect, type Page, test } from '@playwright/test'
import { modes } from '#app/domain/language.ts'
import { shortcomings } from '#tests/support/accessibility.ts'
import { walkThrough } from '#tests/support/walk.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

const pages = [
  '',
  '/policy',
  '/before-settling',
  '/services',
  '/services/settle-household',
  '/help',
  '/check',
  '/check/hukou-place',
  '/search?q=草场',
  '/help/feedback',
]

const afterCheck = [
  '',
  '/members',
  '/1/birth-date',
  '/summary',
  '/result',
  '/print',
  '/save',
  '/counterfactuals',
  '/result/1/residence-permit',
].map((path) => `/check${path}`)

/** What stands beyond a screen of 360 px in type twice as large. */
async function inLargeType(page: Page, mode: string, path: string): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/${mode}${path}`)
  return page.evaluate(async () => {
    // In the font of the device words are wider.
    await document.fonts.ready
    const root = document.documentElement
    root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`
    if (document.documentElement.scrollWidth <= 360) return []
    const beyond = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > 360.5)
    return [
      `${document.documentElement.scrollWidth} px`,
      ...beyond.map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 20)}`),
    ]
  })
}

for (const mode of modes) {
  test(`every word has its language, type is generous and targets are large in ${mode}`, async ({ page }) => {
    for (const path of pages) {
      await page.goto(`/${mode}${path}`)
      expect(await page.evaluate(shortcomings), path).toEqual([])
    }
  })

  test(`every word has its language, type is generous and targets are large in a result in ${mode}`, async ({ page }) => {
    test.slow()
    await walkThrough(page, mode, workedCase('J06').request)
    for (const path of ['/check/summary', '/check/result', '/check/result/1/residence-permit', '/check/counterfactuals', '/check/save']) {
      await page.goto(`/${mode}${path}`)
      expect(await page.evaluate(shortcomings), path).toEqual([])
    }
  })

  test(`in a flow the header is one line with back, name and the other languages in ${mode}`, async ({ page }) => {
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 })
      await page.goto(`/${mode}/check/live-place`)
      const parts = page.locator('.site-header').locator('.back, .brand, .modes > :not([aria-current])')
      await expect(parts).toHaveCount(modes.length + 1)
      const boxes = await parts.evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
      )
      expect(Math.max(...boxes.map(({ top }) => top)), 'none stands below another').toBeLessThan(
        Math.min(...boxes.map(({ bottom }) => bottom)),
      )
      await expect(page.locator('.site-header [aria-current]')).toHaveCount(1)
      await page.locator('.back').click()
      await expect(page).toHaveURL(new RegExp(`/${mode}/check/hukou-place$`))
    }
  })

  test(`in type twice as large no page is wider than a phone in ${mode}`, async ({ page }) => {
    test.slow()
    const beyond: Record<string, string[]> = {}
    for (const path of [...pages, '/apply', '/applications/open', '/check/open']) beyond[path] = await inLargeType(page, mode, path)
    await walkThrough(page, mode, workedCase('J06').request)
    for (const path of afterCheck) beyond[path] = await inLargeType(page, mode, path)
    expect(Object.entries(beyond).filter(([, found]) => found.length > 0)).toEqual([])
  })

  test(`the menu shows all its entries at 320 px in ${mode}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(`/${mode}/services`)
    await page.locator('.to-menu').click()
    await expect(page.locator('.site-nav a').first()).toBeInViewport()
    const ends = await page
      .locator('.site-nav a')
      .evaluateAll((all) => all.map((one) => [one.clientWidth, one.scrollWidth, one.getBoundingClientRect().right]))
    expect(ends.length).toBeGreaterThan(4)
    for (const [wide = 0, needed = 0, right = 0] of ends) {
      expect(needed).toBeLessThanOrEqual(wide)
      expect(right).toBeLessThanOrEqual(320)
    }
  })
}

test('a Chinese page shows the Tibetan switch as it is written, also where the device has no Tibetan font', async ({ page }) => {
  /** Pictures of the Tibetan words of the switch, drawn alike on every page but for the font. */
  const pictures = async (font?: string) => {
    const texts = page.locator('.modes [lang="bo"]')
    await texts.evaluateAll((all, family) => {
      for (const one of all as HTMLElement[]) {
        one.style.cssText =
          'display: none; position: fixed; inset: 0 auto auto 0; z-index: 9; padding: 0; font-size: 40px; line-height: 80px'
        Object.assign(one.style, { color: '#000', background: '#fff', width: '200px' }, family ? { fontFamily: family } : {})
      }
    }, font)
    const taken: string[] = []
    for (const one of await texts.all()) {
      await one.evaluate((shown: HTMLElement) => shown.style.setProperty('display', 'block'))
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      taken.push((await one.screenshot()).toString('base64'))
      await one.evaluate((shown: HTMLElement) => shown.style.setProperty('display', 'none'))
    }
    return taken
  }
  await page.goto('/bo')
  const written = await pictures()
  expect(written).toHaveLength(2)
  await page.goto('/zh')
  expect(await pictures()).toEqual(written)
  const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect(fetched.filter((name) => /tibetan-(core|full)/.test(name))).toEqual([])
  // Without our font the device draws something else: boxes, where it has none.
  if (fetched.some((name) => name.includes('tibetan-modes'))) expect(await pictures('serif')).not.toEqual(written)
})
