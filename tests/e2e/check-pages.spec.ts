import { expect, type Page, test } from '@playwright/test'
import { type Language, languages } from '#app/domain/language.ts'
import { questions } from '#app/services/household.ts'
import { resident } from '#tests/support/resident.ts'
import { answerAll } from '#tests/support/self-check.ts'
import { textOf } from '#tests/support/texts.ts'
import { walkThrough } from '#tests/support/walk.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

// How long the way to the result is for a family of five on a small phone, without script and with it, and what each page shows at once: on
// that way, and of every question there is.

const [width, height] = [360, 740]
test.use({ viewport: { width, height } })

const most = { pages: 28, taps: 65 }
const family = { father: 'myself', mother: 'wife', grandmother: 'mother', daughter: 'daughter', son: 'son' } as const

/** Where the first answer and the way on end, as the page comes; the answer must not be under the way on. */
async function seenOn(page: Page): Promise<{ answer: number; next: number }> {
  return page.evaluate(async () => {
    // Before its letters are there, each stack stands apart.
    await document.fonts.ready
    const bottom = (one: Element | null) => one?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY
    const next = document.querySelector('.actions.next')
    const top = next?.getBoundingClientRect().top ?? 0
    const answer = bottom(document.querySelector('#question .option, .birth-line input, .relatives .option'))
    return { answer: answer <= top ? answer : Number.POSITIVE_INFINITY, next: bottom(next?.querySelector('button') ?? null) }
  })
}

async function tooFarDown(page: Page, path: string): Promise<string[]> {
  const { answer, next } = await seenOn(page)
  return answer > height || next > 1.5 * height ? [`${path}: the first answer ends at ${answer}, the way on at ${next}`] : []
}

async function comesToItsResult(page: Page, mode: Language): Promise<void> {
  test.setTimeout(400_000)
  const wrong: string[] = []
  const { pages, taps, added } = await walkThrough(page, mode, workedCase('J45').request, {
    relatives: family,
    onPage: async (path) => void wrong.push(...(await tooFarDown(page, path))),
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

/** Cases that are asked every question between them. */
const asking = ['J45', 'J19', 'K27', 'J08', 'J17', 'K12']

for (const mode of languages)
  test.describe('one question after the other, without JavaScript', () => {
    test.use({ javaScriptEnabled: false })
    test(`every question shows its first answer and the way on at once, in turn and opened from the summary, in ${mode}`, async ({
      page,
      baseURL,
    }) => {
      const [url, seen, wrong] = [baseURL ?? '', new Set<string>(), [] as string[]]
      for (const name of asking) {
        const one = resident(Number(new URL(url).port))
        /** Looks at a page with what was answered so far, where one of its questions was not looked at like this. */
        const look = async (path: string) => {
          const [question = '', member] = path.split('?')[0]?.split('/').slice(3).toReversed() ?? []
          const kind = [question, member === undefined ? 'home' : 'member', path.includes('then=summary') ? 'summary' : 'turn'].join(' ')
          if (question === 'members' || seen.has(kind)) return
          seen.add(kind)
          await page.context().addCookies(Object.entries(one.cookies()).map(([name, value]) => ({ name, value, url })))
          await page.goto(path)
          expect(new URL(page.url()).pathname).toBe(path.split('?')[0])
          wrong.push(...(await tooFarDown(page, `${name} ${path}`)))
        }
        await answerAll(one, mode, workedCase(name).request, look)
        const { text } = await one.get(`/${mode}/check/summary`)
        for (const [, path = ''] of text.matchAll(/href="(\/[^"]+then=summary)"/g)) await look(path)
        await page.context().clearCookies()
      }
      expect(wrong).toEqual([])
      expect(Object.keys(questions).filter((id) => ![...seen].some((kind) => kind.startsWith(`${id} `)))).toEqual([])
    })
  })
