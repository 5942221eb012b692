import { expect, type Page, test } from '@playwright/test'
import { languages } from '#app/domain/language.ts'
import { answerBy } from '#tests/support/answer-by.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { applies, find, follow, openHall, originOf, press } from '#tests/support/desk-screens.ts'
import { deskWidths } from '#tests/support/desk-widths.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

const site = { dataDir: process.env.E2E_DATA_DIR ?? '', port: Number(process.env.E2E_PORT ?? 4173) }
const { dataDir, port } = site
const origin = originOf(site)
const t = (key: string) => textOf('zh', key)

for (const [script, county] of [
  [true, '630105'],
  [false, '630106'],
] as const) {
  test(`one case is corrected and approved, another declined by two people, ${script ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.slow()
    const { clerk, reviewer, supervisor } = await openHall(browser, site, county, { javaScriptEnabled: script })
    const { one, code } = await applies(browser, site, county)

    await find(clerk, code)
    await press(clerk, t('desk:do.accept'))
    await expect(clerk.locator('.status-accepted')).toBeVisible()

    await find(reviewer, code)
    await reviewer.locator('.paper a').first().click()
    await expect(reviewer.locator('.viewer img')).toBeVisible()
    await reviewer.locator('#zoom-2').check()
    await reviewer.locator('#turn-90').check()
    await expect(reviewer.locator('.viewer img')).toHaveCSS('rotate', '90deg')
    // However large and turned, every part of it can be scrolled to.
    for (const times of [1, 2, 4]) {
      await reviewer.locator(`#zoom-${times}`).check()
      const reach = await reviewer.locator('.picture').evaluate((box) => {
        const [all, own] = [box.getBoundingClientRect(), box.querySelector('img')?.getBoundingClientRect() ?? new DOMRect()]
        const [left, top] = [own.left - all.left + box.scrollLeft, own.top - all.top + box.scrollTop]
        return { before: Math.min(left, top), after: Math.max(left + own.width - box.scrollWidth, top + own.height - box.scrollHeight) }
      })
      expect(reach.before, `${times}`).toBeGreaterThan(-1)
      expect(reach.after, `${times}`).toBeLessThan(1)
    }
    await expect(reviewer.locator('.viewer img')).toHaveJSProperty('complete', true)
    const file = new URL((await reviewer.locator('.viewer img').getAttribute('src')) ?? '', origin).pathname
    const elsewhere = await openDesk(dataDir, '632723', [
      { id: `elsewhere-${county}-${Date.now()}`, name: '别处·测试', role: 'supervisor' },
    ])
    expect((await resident(port, Object.values(elsewhere)[0]).get(file)).status).toBe(404)
    expect((await resident(port).get(file)).headers.location).toContain('/desk/sign-in')
    await reviewer.getByRole('link', { name: t('desk:case.next-picture') }).click()
    await expect(reviewer.locator('.timeline')).toContainText(t('desk:event.look.file'))
    await expect(reviewer.getByRole('link', { name: t('desk:case.previous-picture') })).toBeVisible()
    await follow(reviewer, t('desk:do.ask-correction'))
    const item = reviewer.locator('.ask', { has: reviewer.locator('[id="ask-address/home/words"]') })
    await item.locator('input[type="checkbox"]').check()
    await item.locator('select').first().selectOption('does-not-match')
    await item.locator('select').last().selectOption('correction.same-as-id')
    for (const [name, value] of Object.entries(answerBy)) await reviewer.locator(`[name="${name}"]`).fill(value)
    await reviewer.locator('#send').click()
    await expect(reviewer.locator('.status-correction-asked')).toBeVisible()

    expect((await one.get('/bo/applications/1/correct')).text).toContain(textOf('bo', 'phrases:correction.same-as-id'))
    await one.post('/bo/applications/1/correct', { 'f-address-home-words': 'ཚོད་ལྟའི་སྲང་ལམ།' })

    await reviewer.reload()
    await press(reviewer, t('desk:do.start-review'))
    await reviewer.locator('.judging button[value="yes"]').first().click()
    await expect(reviewer.locator('.judged').first()).toHaveText(t('desk:case.judge.yes'))
    await follow(reviewer, t('desk:do.approve'))
    await reviewer.locator('#words').fill('材料都对得上·测试')
    await reviewer.locator('#send').click()
    await expect(reviewer.locator('.status-approved')).toBeVisible()
    const told = (await one.get('/bo/applications/1')).text
    expect(told).toContain('材料都对得上·测试')
    expect(told).toContain(textOf('bo', 'application:language.zh'))

    const other = await applies(browser, site, county)
    await find(clerk, other.code)
    await press(clerk, t('desk:do.accept'))
    await find(reviewer, other.code)
    await press(reviewer, t('desk:do.start-review'))
    await follow(reviewer, t('desk:do.propose-decline'))
    await reviewer.locator('[name="condition"][value="C3"]').check()
    await reviewer.locator('#phrase').selectOption('decline.condition-not-met')
    await reviewer.locator('#send').click()
    await expect(reviewer.locator('.moves')).toContainText(t('desk:case.own-proposal'))
    await supervisor.goto('/zh/desk/cases?status=proposed')
    await supervisor.locator('tbody th a').first().click()
    await press(supervisor, t('desk:do.decline'))
    await expect(supervisor.locator('.status-declined')).toBeVisible()
    const declined = (await other.one.get('/bo/applications/1')).text
    expect(declined).toContain(textOf('bo', 'services/skills-training:conditions.C3.is'))
    expect(declined).toContain(textOf('bo', 'phrases:decline.condition-not-met'))

    await follow(supervisor, t('desk:case.letter'))
    await supervisor.emulateMedia({ media: 'print' })
    await expect(supervisor.locator('.desk-header')).toBeHidden()
    for (const language of languages)
      await expect(supervisor.locator('.letter')).toContainText(textOf(language, 'phrases:decline.condition-not-met'))
  })
}

test('two decide on one case on two screens: the later is refused, what was typed stays, nothing is overwritten; for another place there is no such case', async ({
  browser,
}) => {
  test.slow()
  const [{ clerk, reviewer }, other] = [await openHall(browser, site, '630123'), await openHall(browser, site, '630123')]
  const { code } = await applies(browser, site, '630123')
  await find(clerk, code)
  await press(clerk, t('desk:do.accept'))
  await expect(clerk.locator('.status-accepted')).toBeVisible()
  await find(reviewer, code)
  await press(reviewer, t('desk:do.start-review'))
  // Nobody in particular works on it.
  await press(reviewer, t('desk:case.reassign-nobody'))
  await expect(reviewer.locator('.case-head')).toContainText(t('desk:queue.nobody'))
  await find(other.reviewer, code)
  for (const one of [reviewer, other.reviewer]) {
    await follow(one, t('desk:do.approve'))
    await one.locator('#words').fill('材料都对得上·测试')
  }
  await other.reviewer.locator('#words').fill('写得晚一点·测试')
  await reviewer.locator('#send').click()
  await expect(reviewer.locator('.status-approved')).toBeVisible()
  await other.reviewer.locator('#send').click()
  await expect(other.reviewer.locator('#errors')).toContainText(t('desk:error.moved-on'))
  // It is decided: what was typed can be copied, and nothing offers to send it.
  await expect(other.reviewer.locator('textarea[name="words"]')).toHaveValue('写得晚一点·测试')
  await expect(other.reviewer.locator('button#send')).toHaveCount(0)
  await reviewer.reload()
  await expect(reviewer.locator('.timeline')).toContainText('材料都对得上·测试')
  await expect(reviewer.locator('.timeline')).not.toContainText('写得晚一点·测试')

  const elsewhere = await openHall(browser, site, '632722')
  for (const page of Object.values(elsewhere)) expect((await page.goto(new URL(reviewer.url()).pathname))?.status()).toBe(404)
})

test('shortcuts: rows, opening, taking on, their list; turned off they do nothing', async ({ browser }) => {
  test.slow()
  const { clerk } = await openHall(browser, site, '630121')
  for (let made = 0; made < 2; made++) await applies(browser, site, '630121')
  await clerk.goto('/zh/desk/cases')
  await clerk.keyboard.press('Alt+h')
  await expect(clerk.locator('#keys')).toBeVisible()
  await clerk.keyboard.press('Escape')
  await expect(clerk.locator('#keys')).toBeHidden()
  await clerk.locator('h1').click()
  await clerk.keyboard.press('Alt+j')
  await expect(clerk.locator('tbody tr').first().locator('a')).toBeFocused()
  await clerk.keyboard.press('Alt+j')
  await expect(clerk.locator('tbody tr').nth(1).locator('a')).toBeFocused()
  await clerk.keyboard.press('Alt+k')
  await clerk.keyboard.press('Alt+a')
  await expect(clerk.locator('tbody tr').first()).toContainText(t('desk:queue.me'))
  await clerk.keyboard.press('Alt+s')
  await expect(clerk.locator('#code')).toBeFocused()
  await clerk.keyboard.type('jj')
  await expect(clerk.locator('#code')).toHaveValue('jj')
  await clerk.locator('[data-keys]').click()
  await clerk.locator('#keys-on').uncheck()
  await clerk.keyboard.press('Escape')
  await expect(clerk.locator('#keys')).toBeHidden()
  await clerk.locator('h1').click()
  await clerk.keyboard.press('Alt+t')
  await expect(clerk).toHaveURL(/\/desk\/cases$/)
  await clerk.locator('[data-keys]').click()
  await clerk.locator('#keys-on').check()
  await clerk.keyboard.press('Escape')
  await expect(clerk.locator('#keys')).toBeHidden()
  await clerk.locator('h1').click()
  await clerk.keyboard.press('Alt+t')
  await expect(clerk).toHaveURL(/\/desk\/cases\/[\w-]{36}$/)
})

for (const [mode, county] of [
  ['zh', '630202'],
  ['bo', '630203'],
  ['zh-bo', '630222'],
] as const)
  test(`axe finds nothing on the pages of the desk in ${mode}, and they fit`, async ({ browser }) => {
    test.setTimeout(240_000)
    const { clerk, reviewer, supervisor } = await openHall(browser, site, county)
    const identity = { 'f-identity-number': '990001198601120019', 'f-birth-date-age': '' }
    const { one, code } = await applies(browser, site, county, identity)
    await applies(browser, site, county, identity)
    await find(clerk, code)
    await press(clerk, t('desk:do.accept'))
    await find(reviewer, code)
    await press(reviewer, t('desk:do.start-review'))
    await reviewer.locator('#note').fill('内部的话·测试')
    await press(reviewer, t('desk:case.note-button'))
    await reviewer.locator('.paper a').first().click()
    const [url, viewing] = [new URL(reviewer.url()).pathname, new URL(reviewer.url()).search]

    const found: string[] = []
    const look = async (page: Page, path: string) => {
      for (const width of deskWidths(mode)) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(path.replace('/zh/', `/${mode}/`))
        const where = `${mode} ${width} ${path.split('/').at(-1)}`
        found.push(...(await axeFindings(page)).map((one) => `${where} ${one}`))
        const needed = await page.evaluate(() => document.documentElement.scrollWidth)
        if (needed > width) found.push(`${where} needs ${needed} px`)
      }
    }
    await look(reviewer, '/zh/desk/cases?status=all')
    await look(reviewer, url + viewing)
    for (const step of ['/corrections', '/approve', '/decline']) await look(reviewer, url + step)
    await reviewer.goto(`${url}/decline`)
    await reviewer.locator('[name="condition"][value="C3"]').check()
    await reviewer.locator('#words').fill('这一批已经招满·测试')
    await reviewer.locator('#send').click()
    await look(supervisor, url)
    await look(supervisor, `${url}/return`)
    await supervisor.goto(url)
    await press(supervisor, t('desk:do.decline'))
    await look(supervisor, `${url}/letter`)
    await one.post('/bo/applications/1/rate', { score: '1', words: 'ཡུན་རིང་པོར་སྒུག' })
    const rating = url.replace('/cases/', '/ratings/')
    await look(supervisor, '/zh/desk/ratings')
    await look(supervisor, rating)
    await supervisor.locator('#send').click()
    await expect(supervisor.locator('#words-error')).toBeVisible()
    found.push(...(await axeFindings(supervisor)).map((one) => `${mode} answer refused ${one}`))
    await supervisor.locator('#phrase').selectOption('rating.come')
    await supervisor.locator('#words').fill('我们查过了·测试')
    await supervisor.locator('#send').click()
    await expect(supervisor).toHaveURL(/\/desk\/ratings$/)
    await look(supervisor, rating)
    expect(found).toEqual([])
  })
