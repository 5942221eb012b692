import { expect, test } from '@playwright/test'
import { modes } from '#app/domain/language.ts'
import { shortcomings } from '#tests/support/accessibility.ts'
import { walkThrough } from '#tests/support/walk.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

const pages = [
  '',
  '/policy',
  '/services',
  '/services/settle-household',
  '/help',
  '/check',
  '/check/hukou-place',
  '/search?q=草场',
  '/help/feedback',
]

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
    for (const path of ['/check/summary', '/check/result', '/check/what-if', '/check/save']) {
      await page.goto(`/${mode}${path}`)
      expect(await page.evaluate(shortcomings), path).toEqual([])
    }
  })
}
