import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { shortcomings } from '#tests/support/accessibility.ts'
import { fillIn, resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

/** A browser that has a folder open, filled in by requests, and its code. */
async function withFolder(context: BrowserContext, baseURL = ''): Promise<string> {
  const one = resident(Number(new URL(baseURL).port))
  const code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' })
  await context.addCookies(Object.entries(one.cookies()).map(([name, value]) => ({ name, value, url: baseURL })))
  return code
}

/** Good to read and to touch at 360 px. */
async function isSound(page: Page): Promise<void> {
  expect(await page.evaluate(shortcomings)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
}

/** What each tab types; in the language of the page. */
const typedIn = (mode: string) => (mode === 'bo' ? (['ལམ་ཀ ཨང་1', 'ལམ་ཁ ཨང་2'] as const) : (['甲街 1 号', '乙街 2 号'] as const))

const save = (page: Page) => page.locator('#step .actions .button').click()

for (const [mode, script] of [
  ['zh', true],
  ['bo', true],
  ['zh-bo', true],
  ['zh-bo', false],
] as const)
  test.describe(`${mode}, ${script ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: script })
    const [saved, typed] = typedIn(mode)

    test('a step open in two tabs: the second is shown both, and saves what it typed', async ({ context, page, baseURL }) => {
      await withFolder(context, baseURL)
      const second = await context.newPage()
      for (const tab of [page, second]) await tab.goto(`/${mode}/apply/step/address/home`)
      await page.locator('[name="f-words"]').fill(saved)
      await save(page)
      await second.locator('[name="f-words"]').fill(typed)
      await save(second)
      const conflict = second.locator('#conflict')
      for (const words of [saved, typed, textOf(mode === 'bo' ? 'bo' : 'zh', 'conflict:title')]) await expect(conflict).toContainText(words)
      await expect(second.locator('[name="f-words"]')).toHaveValue(typed)
      if (script) await isSound(second)
      if (script) await expect(conflict).toBeFocused()
      await conflict.locator('button').click()
      await expect(second).not.toHaveURL(/address/)
      await page.goto(`/${mode}/apply/step/address/home`)
      await expect(page.locator('[name="f-words"]')).toHaveValue(typed)
    })

    test('or leaves what is saved', async ({ context, page, baseURL }) => {
      await withFolder(context, baseURL)
      const second = await context.newPage()
      for (const tab of [page, second]) await tab.goto(`/${mode}/apply/step/address/home`)
      for (const [tab, words] of [
        [page, saved],
        [second, typed],
      ] as const) {
        await tab.locator('[name="f-words"]').fill(words)
        await save(tab)
      }
      await second.locator('#conflict a').click()
      await expect(second.locator('[name="f-words"]')).toHaveValue(saved)
      await expect(second.locator('#conflict')).toHaveCount(0)
    })
  })
