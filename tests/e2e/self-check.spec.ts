import { expect, type Page, test } from '@playwright/test'
import { textOf } from '#tests/support/texts.ts'
import { walkThrough } from '#tests/support/walk.ts'
import { type WorkedCase, workedCase } from '#tests/support/worked-cases.ts'

type Row = WorkedCase['expect'][number]

/** What the page of one person and one service says came of it; where the household has the result, its page. */
async function saysOf(page: Page, mode: string, { service, member }: Row, request: WorkedCase['request']): Promise<string> {
  const number = request.members.findIndex(({ id }) => id === member) + 1
  await page.goto(`/${mode}/check/result/${number || 'household'}/${service}`)
  if (page.url().endsWith('/check/result')) await page.goto(`/${mode}/check/result/household/${service}`)
  return ((await page.locator('.verdict').first().textContent()) ?? '').trim()
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a family of five reads a right result for everyone, in Tibetan (J45)', async ({ page }) => {
    const { request, expect: rows } = workedCase('J45')
    const names = { father: 'ཨ་ཕ', mother: 'ཨ་མ', grandmother: 'ཨ་ཕྱི', 'daughter-1': 'བུ་མོ་ཆེ་བ', 'son-2': 'བུ་ཆུང་བ' }
    await walkThrough(page, 'bo', request, { names })
    await page.locator('main a.button').first().click()
    await expect(page).toHaveURL(/\/bo\/check\/result$/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'bo')
    for (const row of rows)
      expect(await saysOf(page, 'bo', row, request), `${row.service} ${row.member}`).toBe(textOf('bo', `verdicts:${row.verdict}.name`))
    await page.goto('/bo/check/result')
    await expect(page.getByText(textOf('bo', 'land-promise:title'))).toHaveCount(1)
    await expect(page.getByText(textOf('bo', 'result:reference'))).toHaveCount(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 0)).toBeLessThanOrEqual(360)
    await expect(page).not.toHaveURL(/ཨ|%E0/)
  })

  test('errors are shown beside the field with what was typed', async ({ page }) => {
    await page.goto('/zh/check/live-place')
    await page.goto('/zh/check')
    await page.locator('main a.button').first().click()
    await page.locator('#question button.button').click()
    const unsure = `“${textOf('zh', 'questions:live-place.options.unsure')}”`
    const text = textOf('zh', 'errors:field.choose-one-or-unsure').replace('{{options}}', unsure)
    await expect(page.locator('.error-summary')).toContainText(text)
    await expect(page.locator('.field-error')).toContainText(text)
  })

  test('a page of two questions says what is wrong beside each, keeps what was chosen, and goes back to where it came from', async ({
    page,
  }) => {
    await walkThrough(page, 'bo', workedCase('J45').request, { until: 'stay' })
    await page.locator('[name="answer"][value="ge6-reg"]').check()
    await page.locator('#question button.button').click()
    await expect(page.locator('.field-error')).toHaveCount(1)
    await expect(page.locator('.error-summary a')).toHaveAttribute('href', '#home-permit.answer')
    await expect(page.locator('[name="answer"][value="ge6-reg"]')).toBeChecked()
    await page.locator('button[name="switch-to"][value="zh"]').click()
    await expect(page).toHaveURL(/\/zh\/check\/stay$/)
    await expect(page.locator('h1')).toHaveText(textOf('zh', 'questions:stay.ask'))
    await expect(page.locator('h2').first()).toHaveText(textOf('zh', 'questions:permit.ask'))
    await expect(page.locator('[name="answer"][value="ge6-reg"]')).toBeChecked()
    await page.locator('[name="home-permit.answer"][value="none"]').check()
    await page.locator('#question button.button').click()
    await expect(page).toHaveURL(/\/zh\/check\/settle-wish$/)
    await page.locator('.back').click()
    await expect(page).toHaveURL(/\/zh\/check\/stay$/)
    await expect(page.locator('[name="home-permit.answer"][value="none"]')).toBeChecked()
    await page.locator('.back').click()
    await expect(page).toHaveURL(/\/zh\/check\/live-place$/)
  })

  test('switching the language midway keeps what was typed', async ({ page }) => {
    await walkTo(page, 'zh')
    const birth = page.locator('#answer')
    await birth.fill('1986ལོའི་ཟླ')
    await page.locator('button[name="switch-to"][value="bo"]').click()
    await expect(page).toHaveURL(/\/bo\/check\/1\/birth-date/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'bo')
    await expect(birth).toHaveValue('1986ལོའི་ཟླ')
    await page.locator('#question button.button').first().click()
    await expect(page.locator('.field-error')).toHaveText(textOf('bo', 'errors:field.birth-incomplete'))
    await expect(birth).toHaveValue('1986ལོའི་ཟླ')
    await birth.fill('1986ལོའི་ཟླ༡ཚེས１２')
    await page.locator('#question button.button').first().click()
    await expect(page).toHaveURL(/\/bo\/check\/anyone/)
    await page.goto('/')
    await expect(page).toHaveURL(/\/bo$/)
  })

  test('finish and clear deletes everything on the device', async ({ page, context }) => {
    await walkTo(page, 'zh')
    expect((await context.cookies()).map(({ name }) => name)).toContain('check')
    await page.goto('/zh/check/clear')
    await page.locator('form.actions button').click()
    await expect(page.locator('h1')).toHaveText(textOf('zh', 'check:cleared.title'))
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('check')
    await page.goto('/zh/check/result')
    await expect(page).toHaveURL(/\/zh\/check$/)
  })
})

test('a worked case in Chinese, with JavaScript (J06)', async ({ page }) => {
  const { request, expect: rows } = workedCase('J06')
  await walkThrough(page, 'zh', request)
  await page.locator('main a.button').first().click()
  for (const row of rows)
    expect(await saysOf(page, 'zh', row, request), `${row.service} ${row.member}`).toBe(textOf('zh', `verdicts:${row.verdict}.name`))
})

test('the parallel mode shows both languages, Chinese first, each marked', async ({ page }) => {
  await page.goto('/zh-bo/check')
  const title = page.locator('h1')
  await expect(title.locator('[lang="zh-CN"]')).toHaveText(textOf('zh', 'check:title'))
  await expect(title.locator('[lang="bo"]')).toHaveText(textOf('bo', 'check:title'))
  expect(await title.evaluate((node) => node.querySelector('[lang]')?.getAttribute('lang'))).toBe('zh-CN')
})

test('an answer is changed from the summary without losing the others', async ({ page }) => {
  const { request } = workedCase('J06')
  await walkThrough(page, 'zh', request)
  const before = await page.locator('.answers li').count()
  await page.locator('a[href*="/check/settle-wish"]').first().click()
  await page.locator('[name="answer"][value="no"]').check()
  await page.locator('#question button.button').first().click()
  await expect(page).toHaveURL(/\/zh\/check\/summary$/)
  await expect(page.locator('.answers li')).toHaveCount(before)
  await expect(page.locator('main')).toContainText(textOf('zh', 'questions:settle-wish.options.no'))
})

test('what if: one answer is tried, the original is kept', async ({ page }) => {
  const { request } = workedCase('J45')
  await walkThrough(page, 'zh', request)
  await page.goto('/zh/check/counterfactuals?question=permit')
  await page.locator('[name="answer"][value="valid"]').check()
  await page.locator('#counterfactuals button.button').click()
  const changes = page.locator('section[role="status"]')
  await expect(changes).toContainText(textOf('zh', 'services/resident-medical:name'))
  await page.goto('/zh/check/summary')
  await expect(page.locator('main')).toContainText(textOf('zh', 'questions:permit.options.none'))
})

test('a saved check opens on another device by code and PIN, and is locked out after five wrong PINs', async ({ page, browser }) => {
  const { request } = workedCase('J06')
  await walkThrough(page, 'zh', request)
  await page.goto('/zh/check/save')
  await page.locator('#pin').fill('123456')
  await page.locator('#again').fill('123456')
  await page.locator('#save button.button').click()
  await expect(page.locator('.field-error')).toContainText(textOf('zh', 'errors:save.pin-simple'))
  await page.locator('#pin').fill('༤༨༡༥༩༢')
  await page.locator('#again').fill('481592')
  await page.locator('#save button.button').click()
  const code = (await page.locator('.case-code').textContent()) ?? ''
  expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{5}-[34679ACDEFGHJKMNPQRTWXY]{5}$/)

  const other = await browser.newContext({ viewport: { width: 360, height: 780 } })
  const there = await other.newPage()
  await there.goto('/bo/check/open')
  const tryPin = async (pin: string) => {
    await there.locator('#code').fill(code.toLowerCase())
    await there.locator('#pin').fill(pin)
    await there.locator('button.button[value="open"]').click()
  }
  await tryPin('000001')
  await expect(there.locator('.field-error')).toContainText(textOf('bo', 'errors:open.no-match'))
  await expect(there.locator('#code')).toHaveValue(code.toLowerCase())
  await tryPin('481592')
  await expect(there).toHaveURL(/\/bo\/check\/summary$/)
  await expect(there.locator('.answers li').first()).toBeVisible()

  await there.goto('/bo/check/open')
  for (let wrong = 0; wrong < 5; wrong++) await tryPin('000002')
  await tryPin('481592')
  await expect(there.locator('.field-error')).toContainText(textOf('bo', 'errors:open.locked').slice(0, 20))
  await other.close()
})

test('one service alone asks only what it needs', async ({ page }) => {
  await page.goto('/zh/services/land-rights')
  await page.locator('a[href*="only=land-rights"]').first().click()
  await page.locator('main a.button').first().click()
  await expect(page).toHaveURL(/\/zh\/check\/land\?only=land-rights$/)
  await page.locator('[name="answer"][value="grassland"]').check()
  await page.locator('#question button.button').first().click()
  await expect(page).toHaveURL(/\/summary\?only=land-rights$/)
  await page.locator('main a.button').first().click()
  await expect(page.locator('main .lines a')).toHaveCount(1)
})

async function walkTo(page: Page, mode: string): Promise<void> {
  await walkThrough(page, mode, workedCase('J45').request, { until: 'members' })
  await page.locator('button[value="done"]').click()
  await expect(page).toHaveURL(/\/check\/1\/birth-date/)
}

test('what is said of a county is not there while another is chosen', async ({ page }) => {
  await page.goto('/zh/check/live-place')
  await page.locator('#question [value="qh-town"]').check()
  await page.locator('#question select').selectOption('632822')
  await page.locator('#question .actions .button').first().click()
  await expect(page).not.toHaveURL(/live-place/)
  await page.goto('/zh/check/live-place')
  await expect(page.locator('[data-county]')).toBeVisible()
  await page.locator('#question select').selectOption('632823')
  await expect(page.locator('[data-county]')).toBeHidden()
  await page.locator('#question select').selectOption('632822')
  await expect(page.locator('[data-county]')).toBeVisible()
})
