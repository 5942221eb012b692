import { expect, type Page, test } from '@playwright/test'
import { type Language, modes } from '#app/domain/language.ts'
import { shortcomings } from '#tests/support/accessibility.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { hall } from '#tests/support/hall.ts'
import { textOf } from '#tests/support/texts.ts'
import { walkThrough } from '#tests/support/walk.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

const dataDir = process.env.E2E_DATA_DIR ?? ''
const pin = '481592'

/** Fills in the step on the page as somebody would who has little to write; what stands there already stays. */
async function fillInStep(page: Page): Promise<void> {
  for (const group of await page.locator('#step fieldset.form-field').all()) {
    const options = group.locator('input[type="radio"], .options input[type="checkbox"]')
    if ((await options.count()) > 0 && (await group.locator('input:checked').count()) === 0) await options.first().check()
  }
  for (const input of await page.locator('#step .field > input:not([type="tel"]), #step .field > textarea').all()) {
    if ((await input.inputValue()) !== '' || (await input.getAttribute('id')) === 'f-identity-number') continue
    await input.fill((await input.getAttribute('id')) === 'f-name' ? 'བཀྲ་ཤིས་ཚོད་ལྟ' : 'ཚོད་ལྟ།')
  }
  for (const phone of await page.locator('#step input[type="tel"]').all())
    if ((await phone.inputValue()) === '') await phone.fill('༡༣༨༠༠༠༠༠༠༠༠')
  const county = page.locator('#step select')
  const isUnknown = (await county.count()) > 0 && (await county.inputValue()) === ''
  if (isUnknown) await county.selectOption('630104')
  const age = page.locator('#f-birth-date-age')
  if ((await age.count()) > 0 && (await age.inputValue()) === '' && (await page.locator('[name="f-birth-date-year"]').inputValue()) === '')
    await age.fill('40')
  await page.locator('#step .actions .button').click()
  // No hall is there, which is said before it goes on.
  if (isUnknown) await page.locator('.received-by + #step .actions .button').click()
}

/** Opens every part of a list of choices. */
const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true
  })

/** From the slip to the last step. */
async function fillInAll(page: Page, mode: string): Promise<void> {
  await page.goto(`/${mode}/apply/folder`)
  await page.locator('main .actions a.button').click()
  for (let step = 0; step < 40 && page.url().includes('/apply/step/'); step++) {
    const before = page.url()
    await fillInStep(page)
    await expect(page).not.toHaveURL(before)
  }
}

const caseJ45 = () => workedCase('J45').request
const names = { father: 'ཨ་ཕ', mother: 'ཨ་མ', grandmother: 'ཨ་ཕྱི', 'daughter-1': 'བུ་མོ་ཆེ་བ', 'son-2': 'བུ་ཆུང་བ' }

async function start(page: Page, mode: string): Promise<string> {
  await walkThrough(page, mode, caseJ45(), { names })
  await page.goto(`/${mode}/check/result`)
  await page.locator('main nav.links a.button').click()
  // A click does not wait for the page it leads to.
  await expect(page.locator('[name="pick"]').first()).toBeAttached()
  await openAll(page)
  // From the result, what can be done now is ticked.
  await page.locator('[name="pick"]').evaluateAll((all) => {
    for (const one of all as HTMLInputElement[]) one.checked = false
  })
  for (const pick of ['settle-household', 'school-compulsory:5', 'resident-medical:3'])
    await page.locator(`[name="pick"][value="${pick}"]`).check()
  await page.locator('[name="who"]').first().check()
  await page.locator('#start .actions .button').click()
  await page.locator('#pin').fill(pin)
  await page.locator('#again').fill(pin)
  // Nothing is stored before everything is agreed to.
  await page.locator('#start .actions .button').click()
  await expect(page.locator('.error-summary')).toContainText(textOf(languageOf(mode), 'errors:apply.agree-child'))
  await expect(page.locator('.error-summary')).toBeFocused()
  for (const box of await page.locator('[name="agree"]').all()) await box.check()
  await page.locator('#pin').fill(pin)
  await page.locator('#again').fill(pin)
  await page.locator('#start .actions .button').click()
  await expect(page).toHaveURL(new RegExp(`/${mode}/applications/slip$`))
  return ((await page.locator('.case-code').textContent()) ?? '').trim()
}

async function openOnAnotherPhone(page: Page, mode: string, code: string): Promise<void> {
  await page.context().clearCookies()
  // A page that just failed to load may still be on its way.
  await expect(async () => void (await page.goto(`/${mode}/applications`))).toPass()
  await expect(page).toHaveURL(/applications\/open/)
  await page.locator('#code').fill(code.replace('-', ' ').toLowerCase())
  await page.locator('#pin').fill('༤༨༡༥༩༢')
  await page.locator('#open .actions .button').click()
  await expect(page).toHaveURL(new RegExp(`/${mode}/applications$`))
}

const languageOf = (mode: string) => (mode === 'zh-bo' ? 'bo' : (mode as Language))

for (const [mode, script] of [
  ['bo', false],
  ['zh-bo', true],
] as const) {
  test.describe(script ? `with JavaScript in ${mode}` : `without JavaScript in ${mode}`, () => {
    test.use({ javaScriptEnabled: script })

    test('three services at once, the signal lost midway, another phone, papers, a correction, a rating', async ({ page, context }) => {
      test.slow()
      const t = (key: string) => textOf(languageOf(mode), key)
      const code = await start(page, mode)
      await page.goto(`/${mode}/apply/folder`)
      await page.locator('main .actions a.button').click()
      await fillInStep(page)

      // The signal goes while a step is sent: nothing was acknowledged, the page is still there, and what was saved before is kept.
      await context.setOffline(true)
      await page
        .locator('#step .actions .button')
        .click({ noWaitAfter: true })
        .catch(() => undefined)
      await context.setOffline(false)
      await openOnAnotherPhone(page, mode, code)
      await fillInAll(page, mode)
      await expect(page).toHaveURL(/\/apply\/papers$/)

      await page.locator('.tasks a').first().click()
      await page.locator('#files').setInputFiles([{ name: 'ལག་ཁྱེར.png', mimeType: 'image/png', buffer: await picture() }])
      if (!script) await page.locator('#upload button').click()
      await expect(page.locator('.thumbs li')).toHaveCount(1, { timeout: 20_000 })
      await page.goto(`/${mode}/apply/papers`)
      await page.locator('main .actions a.button').click()

      await page.locator('.answers a').first().click()
      await page.locator('#f-name').fill('བསོད་ནམས·ཚོད་ལྟ')
      await page.locator('#step .actions .button').click()
      await expect(page).toHaveURL(/\/apply\/answers$/)
      await page.locator('main .actions a.button').click()

      await expect(page.locator('[name="agree"]')).toHaveCount(0)
      await page.locator('#submit .actions .button').click()
      await expect(page.locator('.status-submitted')).toHaveCount(3)

      expect(await hall(dataDir, code, 1, { type: 'accept' })).toBe('done')
      expect(
        await hall(dataDir, code, 1, { type: 'ask-correction', items: [{ target: 'address/home/words', reason: 'does-not-match' }] }),
      ).toBe('done')
      await openOnAnotherPhone(page, mode, code)
      await page.locator('.tasks a').first().click()
      await expect(page.locator('.status-correction-asked')).toContainText(t('application:status.correction-asked.name'))
      await page.locator('.card a.button').click()
      await expect(page.locator('.reason')).toContainText(t('application:reason.does-not-match'))
      await page.locator('#correct input:not([type="hidden"]), #correct textarea').first().fill('ཁྲོམ་ལམ་གསར་པ།')
      await page.locator('#correct .actions .button').click()
      await expect(page.locator('.status-resubmitted')).toHaveCount(1)

      await hall(dataDir, code, 1, { type: 'start-review' })
      await hall(dataDir, code, 1, { type: 'approve' })
      await page.reload()
      await expect(page.locator('.status-approved')).toBeVisible()
      await page.locator(`a[href$="/applications/1/rate"]`).click()
      await page.locator('#rate .actions .button').click()
      await expect(page.locator('.field-error')).toContainText(t('errors:apply.rate'))
      await page.locator('[name="score"][value="5"]').check()
      await page.locator('#rate .actions .button').click()
      await expect(page.locator('.timeline')).toContainText(t('application:event.rate'))
      await expect(page).not.toHaveURL(/%E0|ཨ/)
    })
  })
}

/** A small picture as a phone would take it. */
async function picture(): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a8' } })
    .png()
    .toBuffer()
}

for (const mode of modes) {
  test(`axe finds nothing on the pages of a folder in ${mode}, and they fit 320 px`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width: 320, height: 700 })
    const look = async () => {
      expect(await axeFindings(page), page.url()).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320)
      expect(await page.evaluate(shortcomings), page.url()).toEqual([])
    }
    await page.goto(`/${mode}/apply`)
    await look()
    await page.locator('[name="pick"][value="settle-household"]').check()
    await openAll(page)
    await page.locator('[name="pick"][value="job-services"]').check()
    await look()
    await page.locator('#start .actions .button').click()
    await expect(page.locator('.error-summary')).toBeVisible()
    await look()
    await page.locator('[name="for"][value="myself"]').check()
    await page.locator('#start .actions .button').click()
    await page.locator('#pin').fill(pin)
    await look()
    await page.locator('#again').fill('000000')
    await page.locator('#start .actions .button').click()
    await look()
    for (const box of await page.locator('[name="agree"]').all()) await box.check()
    await page.locator('#pin').fill(pin)
    await page.locator('#again').fill(pin)
    await page.locator('#start .actions .button').click()
    await expect(page).toHaveURL(/slip$/)
    await look()
    await page.goto(`/${mode}/apply/folder`)
    await look()
    await fillInAll(page, mode)
    await look()
    await page.locator('.tasks a').first().click()
    await look()
    for (const path of ['apply/answers', 'apply/submit']) {
      await page.goto(`/${mode}/${path}`)
      await look()
    }
    await page.locator('#submit .actions .button').click()
    await expect(page.locator('.status-submitted').first()).toBeVisible()
    await look()
    for (const path of [
      'applications/1',
      'applications/1/withdraw',
      'applications/data',
      'applications/delete',
      'applications/close',
      'applications/open',
    ]) {
      await page.goto(`/${mode}/${path}`)
      await look()
    }
  })
}
