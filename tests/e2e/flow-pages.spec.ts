import { expect, type Page, test } from '@playwright/test'
import { modes, parallelMode } from '#app/domain/language.ts'
import { shortcomings } from '#tests/support/accessibility.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { type FlowPage, flowPages, seldomPages, type Viewer, type Viewers, viewers } from '#tests/support/flow-pages.ts'

// The pages of self-check and applications as whoever needs them finds them: their header, and the way they are read by day and by night.

test.use({ viewport: { width: 320, height: 740 } })

let all: Viewers
test.beforeAll(async () => {
  test.setTimeout(120_000)
  all = await viewers(Number(process.env.E2E_PORT ?? 4173), process.env.E2E_DATA_DIR ?? '')
})

/** Opens pages one after the other, each as whoever looks at it. */
async function openEach(page: Page, mode: string, pages: readonly FlowPage[], look: (at: string) => Promise<void>): Promise<void> {
  const url = test.info().project.use.baseURL ?? ''
  let now: Viewer | undefined
  for (const { as, path, reach, shows } of pages) {
    if (as !== now) {
      await page.context().clearCookies()
      await page.context().addCookies(Object.entries(all[as]).map(([name, value]) => ({ name, value, url })))
      now = as
    }
    const answer = await page.goto(`/${mode}${path}`)
    const at = `${as} ${path}`
    expect([at, answer?.status(), new URL(page.url()).pathname]).toEqual([at, 200, `/${mode}${path.split('?')[0]}`])
    await reach?.(page)
    if (shows) await expect(page.locator(shows), at).toBeAttached()
    await look(at)
  }
}

const contrast = ['color-contrast-enhanced', 'link-in-text-block']

/** What is wrong with the header of a flow: it is one line with the way back, the name of the site and the other languages. */
function headerFaults(): string[] {
  const parts = [...document.querySelectorAll('.site-header :is(.back, .brand, .modes > :not([aria-current]))')]
  const boxes = parts.map((one) => one.getBoundingClientRect())
  const [back] = document.querySelectorAll<HTMLAnchorElement>('.site-header.flow > .back')
  return [
    ...(parts.length === 4 ? [] : [`${parts.length} parts`]),
    ...(Math.max(...boxes.map(({ top }) => top)) < Math.min(...boxes.map(({ bottom }) => bottom)) ? [] : ['two lines']),
    ...(boxes.every(({ right }) => right <= innerWidth) ? [] : ['too wide']),
    ...(back && back.pathname !== location.pathname ? [] : ['no way back']),
    ...(back?.textContent?.trim() ? [] : ['a way back without a name']),
  ]
}

/** Colours are the same in every mode, and by day they are looked at in each: by night in the one that has the letters of both languages. */
const byNight = (page: Page, mode: (typeof modes)[number]) => (mode === parallelMode ? axeFindings(page, contrast) : [])

for (const mode of modes) {
  test(`every page of a flow has a header of one line with the way back, and can be read by night, in ${mode}`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme: 'dark' })
    const found: string[] = []
    await openEach(page, mode, flowPages, async (at) => {
      const faults = [...(await page.evaluate(headerFaults)), ...(await byNight(page, mode))]
      found.push(...faults.map((fault) => `${at}: ${fault}`))
      const back = await page.locator('.site-header .back').getAttribute('href')
      const status = back === null ? 'none' : (await page.request.get(back)).status()
      if (status !== 200) found.push(`${at}: the way back ${back} is ${status}`)
    })
    expect(found).toEqual([])
  })

  test(`axe finds nothing on pages that are seldom seen, by day and by night, and they fit 320 px, in ${mode}`, async ({ page }) => {
    test.slow()
    const found: string[] = []
    await openEach(page, mode, seldomPages(), async (at) => {
      const faults = [...(await axeFindings(page)), ...(await page.evaluate(shortcomings))]
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      await page.emulateMedia({ colorScheme: 'dark' })
      faults.push(...(wide > 320 ? [`${wide} px`] : []), ...(await byNight(page, mode)))
      await page.emulateMedia({ colorScheme: 'light' })
      found.push(...faults.map((fault) => `${at}: ${fault}`))
    })
    expect(found).toEqual([])
  })
}

test('the list of applications and the page of one can be read by night', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const found: string[] = []
  const pages = ['', '/1', '/2', '/data'].map((path): FlowPage => ({ as: 'applied', path: `/applications${path}` }))
  await openEach(page, parallelMode, pages, async (at) => {
    await page.locator('main details').evaluateAll((parts) => {
      for (const one of parts as HTMLDetailsElement[]) one.open = true
    })
    found.push(...(await axeFindings(page, contrast)).map((fault) => `${at}: ${fault}`))
  })
  expect(found).toEqual([])
})
