import { expect, type Page, test } from '@playwright/test'
import { type Language, languages } from '#app/domain/language.ts'
import { textOf } from '#tests/support/texts.ts'
import { walkThrough } from '#tests/support/walk.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

// How long the way to the result is for a family of five on a small phone, without script and with it, and what each page of it shows at once.

const [width, height] = [360, 740]
test.use({ viewport: { width, height } })

const most = { pages: 28, taps: 65 }
const family = { father: 'myself', mother: 'wife', grandmother: 'mother', daughter: 'daughter', son: 'son' } as const

/** Where the first answer and the way on end, as the page comes; the answer must not be under the way on. */
async function seenOn(page: Page): Promise<{ answer: number; next: number }> {
  return page.evaluate(() => {
    const bottom = (one: Element | null) => one?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY
    const next = document.querySelector('.actions.next')
    const top = next?.getBoundingClientRect().top ?? 0
    const answer = bottom(document.querySelector('#question .option, .birth-line input, .relatives .option'))
    return { answer: answer <= top ? answer : Number.POSITIVE_INFINITY, next: bottom(next?.querySelector('button') ?? null) }
  })
}

async function comesToItsResult(page: Page, mode: Language): Promise<void> {
  test.setTimeout(400_000)
  const wrong: string[] = []
  const { pages, taps, added } = await walkThrough(page, mode, workedCase('J45').request, {
    relatives: family,
    onPage: async (path) => {
      const { answer, next } = await seenOn(page)
      if (answer > height || next > 1.5 * height) wrong.push(`${path}: the first answer ends at ${answer}, the way on at ${next}`)
    },
  })
  expect(wrong).toEqual([])
  await expect(page.locator('main')).toContainText(textOf(mode, 'check:members.relatives.wife'))
  await page.locator('main a.button').first().click()
  await expect(page).toHaveURL(/\/check\/result$/)
  test.info().annotations.push({ type: 'measured', description: `${pages.length} pages, ${taps + 1} taps` })
  // What was added since the case was counted is left out of what it may take.
  expect(pages.length - added.pages).toBeLessThanOrEqual(most.pages)
  // The way from the summary to the result is a tap as well.
  expect(taps + 1 - added.taps).toBeLessThanOrEqual(most.taps)
}

for (const isScripted of [false, true])
  test.describe(isScripted ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: isScripted })
    for (const mode of languages)
      test(`a family of five comes to its result within ${most.pages} pages and ${most.taps} taps; every page shows an answer and the way on, in ${mode} (J45)`, ({
        page,
      }) => comesToItsResult(page, mode))
  })
