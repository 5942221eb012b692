import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Mode, modes } from '#app/domain/language.ts'
import { administratorOf, makeHall } from '#tests/support/accounts.ts'
import { choosePin } from '#tests/support/counter-screens.ts'
import { fillIn, resident, submitForm } from '#tests/support/resident.ts'
import { describeHalls } from '#tests/support/sample-halls.ts'
import { textOf } from '#tests/support/texts.ts'
import { walkThrough } from '#tests/support/walk.ts'
import { workedCase } from '#tests/support/worked-cases.ts'
import { atDesk, desk, keep, origin, paper, screenOf } from './screenshots.ts'

const port = Number(new URL(origin).port)
const phone = { width: 360, height: 720 }
const sampleNames = ['扎西·测试', '卓玛·测试', '拉毛·测试', '央金·测试', '多杰·测试']

test.beforeAll(async () => {
  const dataDir = process.env.E2E_DATA_DIR ?? ''
  await makeHall(await administratorOf({ port, dataDir }), '630104')
  describeHalls(dataDir, '630104')
})

for (const mode of modes)
  test(`what residents see in ${mode}: a question, the result, a paper, what is said once it is handed in, the sheet for the window`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: phone, baseURL: origin })
    const page = await context.newPage()
    const at = async (path: string) => {
      await page.goto(`/${mode}/${path}`)
      return screenOf(page)
    }
    const { request } = workedCase('J45')
    const names = Object.fromEntries(request.members.map(({ id }, index) => [id, sampleNames[index] ?? id]))
    await walkThrough(page, mode, request, { names })
    const [question, result] = [await at('check/hukou-place'), await at('check/result')]
    await page.goto(`/${mode}/check/print`)
    await page
      .locator('.window-sheet')
      .first()
      .evaluate((sheet) => sheet.scrollIntoView())
    const sheet = await screenOf(page)
    const { page: applied, handIn } = await applying(browser, mode)
    const uploaded = await screenOf(applied)
    await applied.goto(`${origin}${await handIn()}`)
    await keep(`residents-${mode}`, question, result, uploaded, await screenOf(applied), sheet)
  })

test('the queue', async ({ browser }) => {
  const page = await atDesk(browser, 'reviewer')
  await page.goto('/zh/desk/cases?status=submitted')
  await keep('queue', await screenOf(page))
})

test('one case with a paper beside it', async ({ browser }) => {
  const { code, handIn } = await applying(browser, 'bo')
  await handIn()
  const page = await atDesk(browser, 'reviewer')
  await page.goto('/zh/desk/cases')
  await page.locator('#code').fill(code)
  await page.locator('button[value="find"]').click()
  await page.locator('.paper a').first().click()
  await expect(page.locator('.viewer img')).toHaveJSProperty('complete', true)
  await page.setViewportSize({ width: 1280, height: 1000 })
  await page.evaluate(() => window.scrollTo(0, 0))
  await keep('case', await screenOf(page))
})

/** Somebody in Xining applies, with a photograph of one paper: on its page. `handIn` resolves with the address of what is said then. */
async function applying(browser: Browser, mode: Mode): Promise<{ code: string; page: Page; handIn: () => Promise<string> }> {
  const one = resident(port)
  const code = await fillIn(one, ['skills-training'], { 'f-trade': mode === 'zh' ? '做饭' : 'ཟས་བཟོ་' }, mode, {
    'f-county': '630104',
    'f-phone': '13900000000',
  })
  const context = await browser.newContext({ viewport: phone, baseURL: origin })
  await context.addCookies(Object.entries(one.cookies()).map(([name, value]) => ({ name, value, url: origin })))
  const page = await context.newPage()
  await page.goto(`/${mode}/apply/papers`)
  await page.locator('.tasks a').first().click()
  const buffer = await paper(browser, ['居民身份证（编的样子）', '姓名　扎西·测试', '住址　测试街 0 号', '不是真的证件'])
  await page.locator('#files').setInputFiles([{ name: 'paper.png', mimeType: 'image/png', buffer }])
  await expect(page.locator('.thumbs li')).toHaveCount(1)
  const handIn = async () => {
    await one.post(`/${mode}/apply/submit`, await submitForm(one, mode))
    return one.at()
  }
  return { code, page, handIn }
}

test('two screens at the counter', async ({ browser }) => {
  const clerk = await atDesk(browser, 'clerk')
  await begin(clerk)
  await clerk.locator('form[action$="/desk/counter/screen"] button').click()
  const home = await browser.newContext({ viewport: { width: 400, height: desk.height }, baseURL: origin })
  const screen = await home.newPage()
  const way = (await clerk.locator('a[href*="/shared-session?join="]').getAttribute('href')) ?? ''
  await screen.goto(way.replace(/^\/[a-z-]+\//, '/bo/'))
  await screen.locator('main .button').click()
  await clerk.goto('/zh/apply?pick=skills-training')
  await clerk.locator('[name="for"][value="myself"]').check()
  await choosePin(clerk)
  await clerk.goto('/zh/apply/step/person/1')
  await clerk.locator('#f-name').fill('扎西·测试')
  await expect(screen.locator('#f-name')).toHaveValue('扎西·测试')
  await screen.locator('#f-birth-date-age').fill('40')
  await expect(clerk.locator('#f-birth-date-age')).toHaveValue('40')
  await screen.locator('[data-field="f-name"] [name="pointed"]').click()
  await expect(clerk.locator('[data-say="points"]')).toBeVisible()
  for (const [page, width] of [
    [clerk, desk.width],
    [screen, 400],
  ] as const) {
    await page.setViewportSize({ width, height: 940 })
    await page.evaluate(() => window.scrollTo(0, 0))
  }
  await keep('shared-session', await screenOf(clerk), await screenOf(screen))
})

async function begin(page: Page): Promise<void> {
  await page.goto('/zh/desk/counter')
  for (const [name, value] of Object.entries({ who: 'new', ground: 'present', seen: 'id-card' }))
    await page.locator(`[name="${name}"][value="${value}"]`).check()
  await page.locator('#begin .actions .button').click()
  await expect(page.locator('.client')).toContainText(textOf('zh', 'counter:new-case'))
}

test('the figures', async ({ browser }) => {
  const page = await atDesk(browser, 'supervisor')
  await page.goto('/zh/desk/figures')
  await keep('figures', await screenOf(page))
})

test('practice', async ({ browser }) => {
  const page = await atDesk(browser, 'reviewer', true)
  await page.goto('/zh/desk/cases')
  await keep('practice', await screenOf(page))
})
