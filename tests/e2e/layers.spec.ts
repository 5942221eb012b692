import { expect, type Locator, type Page, test } from '@playwright/test'
import { languagesOf, modes } from '#app/domain/language.ts'
import { matters } from '#app/services/before-settling.ts'
import { services } from '#app/services/index.ts'
import { shortcomings } from '#tests/support/accessibility.ts'
import { textOf } from '#tests/support/texts.ts'

// Pages in layers: what one gets and what to do now, then the rest, closed; opened without script, found, led to and printed.

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

const screen = 740
/** The most screens a page may take, closed. Before layers the policy page took 40, 67 and 93, the one before one settles 10, 16 and 23. */
const most = {
  zh: { policy: 10, service: 4.5, topic: 5.5, 'before-settling': 4 },
  bo: { policy: 16, service: 6.5, topic: 9, 'before-settling': 6 },
  'zh-bo': { policy: 21, service: 9, topic: 12, 'before-settling': 8 },
} as const

const screens = (page: Page) => page.evaluate(() => document.fonts.ready.then(() => document.documentElement.scrollHeight / 740))

for (const mode of modes) {
  test(`the pages that explain are short until one opens what one wants, in ${mode}`, async ({ page }) => {
    const pages = [
      ['policy', 'policy'],
      ...['settle-household', 'school-compulsory', 'resident-medical'].map((id) => ['service', `services/${id}`] as const),
      ...['settlement', 'insurance', 'schooling'].map((id) => ['topic', `topics/${id}`] as const),
      ['before-settling', 'before-settling'],
    ] as const
    for (const [kind, path] of pages) {
      await page.goto(`/${mode}/${path}`)
      expect(await page.locator('main details[open]').count(), path).toBe(0)
      expect(await screens(page), path).toBeLessThanOrEqual(most[mode][kind])
    }
  })

  test(`a service says first what one gets and what to do now, in ${mode}`, async ({ page }) => {
    await page.goto(`/${mode}/services/resident-medical`)
    const [language] = languagesOf(mode)
    const heads = await page.locator('main > .columns h2').allTextContents()
    for (const [at, key] of ['service:gives', 'service:now', 'service:for-whom'].entries())
      expect(heads[at]).toContain(textOf(language, key))
    const next = page.getByText(textOf(language, 'services/resident-medical:next'))
    // Both languages, one below the other, take more room.
    expect((await next.boundingBox())?.y).toBeLessThan((languagesOf(mode).length > 1 ? 2.5 : 2) * screen)
    const conditions = page.locator('.layer', { has: page.locator('.conditions') })
    await expect(conditions.locator('.conditions')).toBeHidden()
    await conditions.locator('summary').click()
    await expect(conditions.locator('.conditions')).toBeVisible()
  })

  test(`opened, every word of a layered page has its language, and targets are large, in ${mode}`, async ({ page }) => {
    for (const path of ['policy', 'services/settle-household', 'topics/assistance', 'explanations/id-card', 'before-settling']) {
      await page.goto(`/${mode}/${path}`)
      await page.locator('main details').evaluateAll((all) => {
        for (const one of all as HTMLDetailsElement[]) one.open = true
      })
      expect(await page.evaluate(shortcomings), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
    }
  })
}

test('an address that names a promise opens it, with the line that names it in sight', async ({ page }) => {
  for (const id of ['small-schools', 'nearby', 'high-altitude-counties']) {
    // Another promise of the page that is open would leave the first open too.
    await page.goto('about:blank')
    await page.goto(`/bo/policy#${id}`)
    const open = page.locator('details[open]')
    await expect(open).toHaveCount(1)
    await expect(open.locator(`#${id}`)).toHaveCount(1)
    await expect(open.locator('summary')).toBeInViewport()
  }
})

test('words that are searched for are found in a layer that is closed, and open it', async ({ page }) => {
  const text = textOf('zh', 'services/resident-medical:timeAndCost.waiting').slice(0, 12)
  await page.goto(`/zh/services/resident-medical#:~:text=${encodeURIComponent(text)}`)
  await expect(page.locator('main details[open]')).toHaveCount(1)
  await expect(page.locator('main details[open]')).toContainText(text)
})

test('on paper every layer stands open', async ({ page }) => {
  await page.goto('/zh/services/resident-medical')
  const text = page.getByText(textOf('zh', 'services/resident-medical:timeAndCost.waiting'))
  await expect(text).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(text).toBeVisible()
  expect(await page.locator('main details[open]').count()).toBe(0)
})

test('before one settles: the answer of each matter is in sight, pasture first; the three ways stand one under the other, no table', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 })
  for (const mode of modes) {
    await page.goto(`/${mode}/before-settling`)
    await expect(page.locator('main table')).toHaveCount(0)
    const [first] = await page.locator('main h2').all()
    for (const language of languagesOf(mode)) {
      await expect(first as Locator).toContainText(textOf(language, 'before-settling:matters.grassland.name'))
      for (const { id, answer } of matters)
        for (const line of answer)
          await expect(page.getByText(textOf(language, `before-settling:matters.${id}.answer.${line.id}`)).first()).toBeVisible()
    }
    const lists = page.locator('main .ways')
    await expect(lists).toHaveCount(1 + 5)
    await expect(page.locator('main :is(.ways, cite):visible')).toHaveCount(0)
    for (const layer of await page.locator('main > .layer > summary').all()) await layer.click()
    for (const list of await lists.all()) {
      await expect(list.locator('dt')).toHaveCount(3)
      const lefts = await list.locator('dt').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left))
      expect(new Set(lefts).size).toBe(1)
    }
    await expect(page.locator('main cite:visible')).toHaveCount(0)
    const pasture = page.locator('.layer', { has: page.locator('> #grassland') })
    await pasture.locator('.layer > summary').click()
    await expect(pasture.locator('cite').first()).toBeVisible()
    for (const language of languagesOf(mode))
      await expect(pasture.locator('.ways')).toContainText(textOf(language, 'before-settling:matters.grassland.settle-household.subsidies'))
  }
})

test('the page to read before one settles is one tap from the front page, help, the services it compares, and their topic', async ({
  page,
}) => {
  for (const path of ['', '/help', '/services/settle-household', '/services/residence-permit', '/topics/settlement']) {
    await page.goto(`/bo${path}`)
    await page.locator('main a[href="/bo/before-settling"]').click()
    await expect(page.locator('h1')).toHaveText(textOf('bo', 'before-settling:title'))
  }
})

test('each service shows the pictogram of its own beside its name', async ({ page }) => {
  await page.goto('/zh/services')
  const drawn = await page.locator('.tile path').evaluateAll((all) => all.map((one) => one.getAttribute('d')))
  expect(new Set(drawn).size).toBe(drawn.length)
  expect(drawn.length).toBeGreaterThanOrEqual(services.length)
})
