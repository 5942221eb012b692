import { expect, type Page, test } from '@playwright/test'
import { newClient, signedInAs } from '#tests/support/clerk.ts'
import { fillIn, type Resident, resident } from '#tests/support/resident.ts'
import config from './playwright.config.ts'

// Browsers of people keep whole pages for the back button; the one of these tests is told not to, unless it is asked for. The headless
// shell does so only where it is told to.
const launch = config.use?.launchOptions
test.use({
  launchOptions: { ...launch, args: [...(launch?.args ?? []), '--enable-bfcache'], ignoreDefaultArgs: ['--disable-back-forward-cache'] },
})

const dataDir = process.env.E2E_DATA_DIR ?? ''
const port = Number(process.env.E2E_PORT ?? 4173)
const origin = `http://127.0.0.1:${port}`
const cookiesOf = (one: Resident) => Object.entries(one.cookies()).map(([name, value]) => ({ name, value, url: origin, httpOnly: true }))
const name = '甲甲·测试'

async function clientAt(page: Page): Promise<string> {
  const { session } = await signedInAs(dataDir, 'clerk')
  const clerk = resident(port, { staff: session })
  await clerk.post('/zh/desk/counter', newClient)
  const code = await fillIn(clerk, ['skills-training'], { 'f-trade': '做饭' })
  await clerk.post('/zh/apply/step/person/1', { 'f-name': name, 'f-birth-date-age': '41' })
  await page.context().addCookies(cookiesOf(clerk))
  return code
}

test('the browser of these tests keeps pages for the back button', async ({ page }) => {
  await page.goto('/zh/services')
  await page.evaluate(() => window.addEventListener('pageshow', ({ persisted }) => document.body.setAttribute('data-kept', `${persisted}`)))
  await page.goto('/zh/policy')
  await page.goBack({ waitUntil: 'commit' })
  await expect(page.locator('body')).toHaveAttribute('data-kept', 'true')
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 1280, height: 800 } })

    for (const how of ['another begins', 'it is ended by hand', 'the clerk signs out'] as const)
      test(`after ${how} the back button shows nothing of the session`, async ({ page }) => {
        const code = await clientAt(page)
        for (const path of ['/zh/applications/slip', '/zh/apply/step/person/1', '/zh/apply/answers']) await page.goto(path)
        await expect(page.locator('main')).toContainText(name)
        await page.goto('/zh/desk/counter')
        if (how === 'another begins') {
          for (const [field, value] of Object.entries({ who: 'new', ground: 'present', seen: 'id-card' }))
            await page.locator(`[name="${field}"][value="${value}"]`).check()
          await page.locator('#begin .actions .button').click()
        } else if (how === 'it is ended by hand') await page.locator('form[action$="/counter/end"] button').first().click()
        else await page.locator('form[action$="/sign-out"] button').click()
        await page.waitForLoadState()
        for (let step = 0; step < 6; step++) {
          await page.goBack({ waitUntil: 'commit' }).catch(() => undefined)
          await page.waitForLoadState()
          const html = await page.content()
          expect([html.includes(name), html.includes(code)], `${step} ${page.url()}`).toEqual([false, false])
        }
      })
  })
