import { expect, type Page, test } from '@playwright/test'
import { type Language, languages, languagesOf, type Mode, modes } from '#app/domain/language.ts'
import { services } from '#app/services/index.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { textOf } from '#tests/support/texts.ts'
import { walkThrough } from '#tests/support/walk.ts'
import { isCounted, workedCase } from '#tests/support/worked-cases.ts'

// What a family reads on a small phone, without script and with it: what they can do now comes first, all of it near.

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

/** The most screens all lines one can do now may take, and the whole page, everything folded. */
const most = { zh: { now: 2, page: 4 }, bo: { now: 3, page: 5 }, 'zh-bo': { now: 4, page: 7 } } as const
const names = {
  zh: { father: '爸爸', mother: '妈妈', grandmother: '奶奶', daughter: '女儿', son: '儿子' },
  bo: { father: 'ཨ་ཕ', mother: 'ཨ་མ', grandmother: 'ཨ་ཕྱི', daughter: 'བུ་མོ', son: 'བུ' },
}
const screen = 740

/** The fewest lines the first screen names. */
const fewest = { zh: 5, bo: 3, 'zh-bo': 1 } as const

/** Where each line one can do now ends. */
const ends = (page: Page) =>
  page.locator('.now .lines a').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom + window.scrollY))

const rows = (page: Page, within: string) => page.locator(`${within} .lines > li`).count()

/** How many rows there are of what can be done now, and of what is to be asked or lacks something, those marked among the former too. */
async function countedOn(page: Page): Promise<{ now: number; open: number; marked: number }> {
  const marked = await page.locator('.now .mark').count()
  return { now: (await rows(page, '.now')) - marked, open: marked + (await rows(page, '.below')), marked }
}

/** Leaves out the lines of services that were added since the numbers of the case were counted. */
async function withoutAdded(page: Page): Promise<void> {
  const added = services.filter((one) => !isCounted(one)).map(({ id }): string => id)
  await page.locator('.lines > li').evaluateAll((all, ids) => {
    const isAdded = (line: Element) => [...line.querySelectorAll('a')].some((link) => ids.includes(link.pathname.split('/').at(-1) ?? ''))
    for (const line of all) if (isAdded(line)) line.remove()
  }, added)
}

/** A county of a long name that no other test has halls in. */
const county = '630225'

// Several halls receive there: with them the page is longest.
test.beforeAll(async () => {
  for (const id of ['one', 'two', 'three']) {
    await openDesk(process.env.E2E_DATA_DIR ?? '', county, [{ id: `result-${id}`, name: '窗口甲·测试', role: 'clerk' }])
  }
})

/** Says in which county they live, so that the result names who receives what is applied for. */
async function nameCounty(page: Page, mode: string): Promise<void> {
  await page.goto(`/${mode}/check/live-place`)
  await page.locator('#question select').selectOption(county)
  await page.locator('#question button.button').click()
}

async function seesItFirst(page: Page, mode: Mode): Promise<void> {
  test.slow()
  await walkThrough(page, mode, workedCase('J45').request, { names: names[languagesOf(mode)[0]] })
  await nameCounty(page, mode)
  await page.goto(`/${mode}/check/result`)
  const said = (key: string) => languagesOf(mode).map((language) => textOf(language, key))
  for (const text of said('verdicts:eligible.group')) await expect(page.locator('h1')).toContainText(text)

  // The first screen: how many follow, somebody by name, the first things one can do and how.
  // The numbers are those of the rows.
  const first = page.locator('.how-many')
  const { now, open } = await countedOn(page)
  for (const language of languagesOf(mode)) {
    await expect(first).toContainText(counted(language, 'result:now-count', now))
    await expect(first).toContainText(counted(language, 'result:below', open))
  }
  // All of it is near, with what was added since the case was counted.
  expect(Math.max(...(await ends(page)))).toBeLessThanOrEqual(most[mode].now * screen)
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  expect(whole).toBeLessThanOrEqual(most[mode].page * screen)
  expect(await page.locator('details[open]').count()).toBe(0)
  await withoutAdded(page)
  expect(await countedOn(page)).toEqual({ now: 9, open: 15, marked: 2 })
  const settle = page.locator('.now .lines a').first()
  for (const key of ['services/settle-household:name', 'services/settle-household:act'])
    for (const text of said(key)) await expect(settle).toContainText(text)
  const bottoms = await ends(page)
  expect(bottoms.filter((bottom) => bottom <= screen).length).toBeGreaterThanOrEqual(fewest[mode])
  // Two more than can be done now, each marked: what the father could have instead, and the wages he is owed.
  expect(bottoms).toHaveLength(13 + 2)
  await expect(page.locator(`.now a[href="/${mode}/check/result/1/wage-protection"]`)).toBeVisible()

  // How many follow, and whose the first lines are, stand on the first screen too: in one language somebody by name.
  const named = new RegExp(Object.values(names[languagesOf(mode)[0]]).join('|'))
  const whose = page.locator('.now h2').filter(languagesOf(mode).length > 1 ? {} : { hasText: named })
  for (const one of [first, whose.first()])
    expect(await one.evaluate((it) => it.getBoundingClientRect().bottom + window.scrollY)).toBeLessThanOrEqual(screen)

  // What falls due is not folded, and on the first screen; what stays as it is comes last.
  await expect(page.locator('.due')).toBeVisible()
  expect(await page.locator('.due').evaluate((due) => due.getBoundingClientRect().bottom + window.scrollY)).toBeLessThanOrEqual(screen)
  for (const text of said('services/resident-pension:name')) await expect(page.locator('.due')).toContainText(text)
  expect(await page.locator('main details').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
    'hall',
    'already',
    'not-applicable',
    '',
  ])

  // Of what is to be asked or lacks something none is folded.
  for (const row of await page.locator('.below .lines > li').all()) await expect(row).toBeVisible()
  // Everything else one may want is one tap away.
  for (const path of ['apply?pick=now', 'check/counterfactuals', 'check/save', 'check/clear'])
    await expect(page.locator(`nav.links a[href="/${mode}/${path}"]`)).toHaveCount(1)
  await expect(page.locator('nav.links a[href*="/check/print"]')).toHaveCount(1)
}

for (const mode of modes)
  test(`a family of five sees what it can do now first, and all of it within a few screens, in ${mode} (J45)`, ({ page }) =>
    seesItFirst(page, mode))

test.describe('with JavaScript', () => {
  test.use({ javaScriptEnabled: true })
  for (const mode of languages)
    test(`a family of five sees what it can do now first, in ${mode} (J45)`, ({ page }) => seesItFirst(page, mode))

  test('a line opens in place what its page says, one person of a row at a time, and closes again', async ({ page }) => {
    test.slow()
    await walkThrough(page, 'bo', workedCase('J45').request, { names: names.bo })
    await page.goto('/bo/check/result')
    const line = page.locator('a[href="/bo/check/result/1/flexible-worker-insurance"]')
    await line.click()
    const opened = page.locator('.in-place')
    await expect(opened).toContainText(textOf('bo', 'result:why'))
    await expect(opened).toContainText(textOf('bo', 'service:where'))
    await expect(line).toHaveAttribute('aria-expanded', 'true')
    await expect(page).toHaveURL(/\/bo\/check\/result$/)
    await expect(page.locator('h1')).toHaveCount(1)
    expect(await axeFindings(page)).toEqual([])
    // Back closes it, where one was; after a tap has closed it, Back leads away at once.
    const [top, path] = [() => page.evaluate(() => Math.round(scrollY)), '/bo/check/result']
    const stood = await top()
    await page.evaluate(() => scrollBy(0, 500))
    await page.goBack()
    await expect(opened).toHaveCount(0)
    expect([new URL(page.url()).pathname, Math.abs((await top()) - stood) < 60]).toEqual([path, true])
    await line.click()
    await expect(opened).toHaveCount(1)
    await line.click()
    await expect(opened).toHaveCount(0)
    await page.goBack()
    await expect(page).not.toHaveURL(/\/result$/)
    await page.goto(path)
    // Several people of one row.
    const people = page.locator('.now li.people').first().locator('a')
    await people.nth(0).click()
    await expect(opened).toHaveCount(1)
    await people.nth(1).click()
    await expect(people.nth(0)).not.toHaveAttribute('aria-expanded', 'true')
    await expect(opened).toHaveCount(1)
    // Without signal the link leads where it always led.
    await page.route('**/check/result/**', (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()))
    await line.click()
    await expect(page).toHaveURL(/flexible-worker-insurance$/)
  })
})

test('a line leads to the page of that person and that service, and back', async ({ page }) => {
  test.slow()
  await walkThrough(page, 'bo', workedCase('J45').request, { names: names.bo })
  await page.goto('/bo/check/result')
  await page.locator('a[href="/bo/check/result/1/flexible-worker-insurance"]').click()
  await expect(page.locator('h1')).toHaveText(textOf('bo', 'services/flexible-worker-insurance:name'))
  await expect(page.locator('.who')).toContainText(names.bo.father)
  await page.locator('.basis summary').click()
  await expect(page.locator('.basis cite').first()).toBeVisible()
  await page.locator('.back').click()
  await expect(page).toHaveURL(/\/bo\/check\/result$/)
})

const counted = (language: Language, key: string, count: number) => textOf(language, key).replace('{{count}}', String(count))
