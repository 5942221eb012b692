import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { modes } from '#app/domain/language.ts'
import { shortcomings } from '#tests/support/accessibility.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { auditOf, casesOf, signedInAs } from '#tests/support/clerk.ts'
import { agreeAndSubmit, apply, begin, choosePin, codeOnSlip, fillAll, openCase } from '#tests/support/counter-screens.ts'
import { deskWidths } from '#tests/support/desk-widths.ts'
import { picture } from '#tests/support/picture.ts'
import { textOf } from '#tests/support/texts.ts'

const dataDir = process.env.E2E_DATA_DIR ?? ''
const desk = { width: 1280, height: 800 }

/** Signs a sample clerk in on a browser. */
async function asClerk(context: BrowserContext, baseURL: string | undefined): Promise<void> {
  const { session } = await signedInAs(dataDir, 'clerk')
  await context.addCookies([{ name: 'staff', value: session, url: baseURL ?? '', httpOnly: true, sameSite: 'Strict' }])
}

const secrets = { name: '甲甲·测试', street: '甲甲测试街', trade: '甲甲做饭' }
const values = {
  ...{ 'f-name': secrets.name, 'f-birth-date-age': '41', 'f-county': '630104', 'f-words': secrets.street },
  ...{ 'f-kind': 'casual', 'f-trade': secrets.trade },
}

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ viewport: desk, javaScriptEnabled: script })

    test('after a switch nothing of the former session is reachable', async ({ page, context, baseURL }) => {
      test.slow()
      await asClerk(context, baseURL)
      await begin(page)
      await page.goto('/zh/check/members')
      await page.locator('#name').fill(secrets.name)
      await page.locator('button.second[name="do"][value="add"]').click()
      const code = await apply2(page)
      await fillAll(page, values)
      await page.goto('/zh/apply/papers')
      await page.locator('.tasks a').first().click()
      const paper = page.url()
      await page.locator('#files').setInputFiles([{ name: 'a.png', mimeType: 'image/png', buffer: await picture() }])
      if (!script) await page.locator('#upload button').click()
      await expect(page.locator('.thumbs li')).toHaveCount(1, { timeout: 20_000 })
      const file = (await page.locator('.thumbs img').first().getAttribute('src')) ?? ''
      expect((await page.request.get(file)).status()).toBe(200)
      await agreeAndSubmit(page)
      await page.goto('/zh/applications/1')
      await expect(page.locator('main')).toContainText(textOf('zh', 'application:helped.submit'))
      const old = ['/zh/applications', '/zh/applications/1', '/zh/applications/slip', '/zh/applications/data', '/zh/applications/data.json']
      const formerCookies = await context.cookies()

      await begin(page)
      await apply(page)
      const nothing = async (where: string) => {
        await page.waitForLoadState()
        const found = [code, ...Object.values(secrets)].filter((one) => html.includes(one))
        expect(found, where).toEqual([])
      }
      let html = ''
      // A file is asked for as such: no page comes of it.
      const look = async (at: Page, path: string) => {
        html = await (await at.request.get(path)).text()
        if (!path.endsWith('.json') && path !== file) await at.goto(path)
      }
      for (let step = 0; step < 10; step++) {
        await page.goBack().catch(() => undefined)
        await expect(async () => {
          html = await page.content()
        }).toPass()
        await nothing(`back ${step} ${page.url()}`)
      }
      await page.reload()
      html = await page.content()
      await nothing('reload')
      for (const path of [...old, paper, file, '/zh/check/members', '/zh/check/result', '/zh/apply/answers', '/zh/apply/step/person/1']) {
        await look(page, path)
        html += await page.content()
        await nothing(path)
      }
      expect((await page.request.get(file)).headers()['content-type'] ?? '').not.toContain('image/')
      if (script) {
        await page.goto('/zh/desk/counter')
        const left = await page.evaluate(
          async (paths) => {
            const cached = await Promise.all(
              paths.map((path) =>
                fetch(path, { cache: 'only-if-cached', mode: 'same-origin' }).then(
                  (answer) => answer.text(),
                  () => '',
                ),
              ),
            )
            const stores = [localStorage, sessionStorage].map((store) => JSON.stringify(store))
            const [bases, caches_] = [await indexedDB.databases(), await caches.keys()]
            return { cached: cached.filter(Boolean), stores, bases: bases.length, caches: caches_.length, cookies: document.cookie }
          },
          [...old, paper, file],
        )
        expect(left).toEqual({ cached: [], stores: ['{}', '{}'], bases: 0, caches: 0, cookies: '' })
      }
      // Even the cookies of then open nothing now.
      await context.clearCookies()
      await context.addCookies(formerCookies)
      for (const path of [...old, file]) {
        await look(page, path)
        html += await page.content()
        await nothing(`former cookies ${path}`)
      }
      expect((await auditOf(dataDir)).broken).toBeNull()
    })
  })
}

/** Applies with somebody the self-check already knows: nothing of it is asked again. */
async function apply2(page: Page): Promise<string> {
  await page.goto('/zh/apply')
  await expect(page.locator('#start')).toContainText(secrets.name)
  await page.locator('[name="pick"][value^="skills-training"]').first().check()
  await page.locator('[name="who"]').first().check()
  await choosePin(page)
  return codeOnSlip(page)
}

test('a clerk who reads Chinese and a resident who reads Tibetan fill in one form on two screens', async ({ browser, baseURL }) => {
  test.slow()
  const [office, home] = [await browser.newContext({ viewport: desk }), await browser.newContext({ viewport: { width: 360, height: 780 } })]
  await asClerk(office, baseURL)
  const [clerk, resident] = [await office.newPage(), await home.newPage()]
  await begin(clerk)
  await clerk.locator('form[action$="/desk/counter/screen"] button').click()
  const way = (await clerk.locator('a[href*="/shared-session?join="]').getAttribute('href')) ?? ''
  // Before there is a folder nobody knows what they read: they choose it here.
  expect(way).toMatch(/^\/zh-bo\//)
  await resident.goto(way.replace('/zh-bo/', '/bo/'))
  await resident.locator('main .button').click()
  await expect(resident).toHaveURL(/\/bo\/shared-session$/)
  const code = await apply(clerk)
  await clerk.goto('/zh/apply/step/person/1')
  await expect(resident.locator('h1')).toContainText(textOf('bo', 'forms:blocks.person.title'))
  await expect(clerk.locator('[data-say="joined"]')).toBeVisible()

  // What the clerk types stands on the other screen, and the field is marked.
  await clerk.locator('#f-name').fill('扎西·测试')
  await expect(resident.locator('#f-name')).toHaveValue('扎西·测试')
  await expect(resident.locator('.shared-focus')).toHaveAttribute('data-field', 'f-name')

  // What the resident answers stands in the clerk's form; what they point at is named there.
  await resident.locator('#f-birth-date-age').fill('40')
  await expect(clerk.locator('#f-birth-date-age')).toHaveValue('40')
  await resident.locator('[data-field="f-name"] [name="pointed"]').click()
  await expect(clerk.locator('[data-say="points"]')).toContainText(textOf('zh', 'forms:fields.person.name.label'))
  await expect(clerk.locator('.shared-pointed #f-name')).toBeVisible()
  await resident.locator('[name="confirm"]').click()
  await expect(clerk.locator('[data-say="confirmed"]')).toBeVisible()
  await expect(resident.locator('[data-say="confirmed"]')).toBeVisible()

  // A cut: what was typed meanwhile on either side comes over when the line is back.
  await home.setOffline(true)
  const [refused, written] = [
    resident.waitForEvent('requestfailed'),
    clerk.waitForResponse((response) => response.request().method() === 'POST'),
  ]
  await resident.locator('#f-birth-date-age').fill('42')
  await clerk.locator('#f-name').fill('扎西·再测试')
  await Promise.all([refused, written])
  await home.setOffline(false)
  await expect(resident.locator('#f-name')).toHaveValue('扎西·再测试')
  await expect(clerk.locator('#f-birth-date-age')).toHaveValue('42')

  // The next step on one is the next step on the other.
  await clerk.locator('#step .actions .button').click()
  await expect(resident.locator('h1')).toContainText(textOf('bo', 'forms:blocks.contact.title'))
  await fillAll(clerk, values)
  await clerk.goto('/zh/apply/answers')
  await expect(resident.locator('h1')).toContainText(textOf('bo', 'apply:answers.title'))
  await expect(resident.locator('.answers')).toContainText(secrets.street)
  await resident.locator('[name="confirm"]').click()
  await expect(resident.locator('[data-say="confirmed"]')).toBeVisible()
  await agreeAndSubmit(clerk)
  await expect(resident.locator('h1')).toContainText(textOf('bo', 'counter:shared-session.filed'))
  const submit = (await casesOf(dataDir, code))[0]?.events.find(({ type }) => type === 'submit')
  expect(submit).toMatchObject({
    actor: { role: 'clerk' },
    helped: { ground: 'present', confirmed: expect.arrayContaining(['apply/answers']) },
  })

  // The end on one is the end on the other, and the resident has the case.
  await clerk.locator('.client form[method="post"] button').click()
  await expect(resident.locator('h1')).toContainText(textOf('bo', 'counter:shared-session.over'))
  await resident.goBack().catch(() => undefined)
  expect(await resident.content()).not.toContain(code)
  await openCase(resident, code)
  await resident.locator('.tasks a').first().click()
  await expect(resident.locator('.timeline')).toContainText(textOf('bo', 'application:helped.submit'))
  await office.close()
  await home.close()
})

test('where both typed in one field, a switch of the language still asks which of the two stands', async ({ browser, baseURL }) => {
  const [office, home] = [await browser.newContext({ viewport: desk }), await browser.newContext({ viewport: { width: 360, height: 780 } })]
  await asClerk(office, baseURL)
  const [clerk, resident] = [await office.newPage(), await home.newPage()]
  await begin(clerk)
  await clerk.locator('form[action$="/desk/counter/screen"] button').click()
  await resident.goto((await clerk.locator('a[href*="/shared-session?join="]').getAttribute('href')) ?? '')
  await resident.locator('main .button').click()
  await apply(clerk)
  await clerk.goto('/zh/apply/step/person/1')
  await clerk.locator('#f-name').pressSequentially('扎西·甲')
  await expect(resident.locator('#f-name')).toHaveValue('扎西·甲')
  await resident.locator('#f-name').fill('扎西·乙')
  await resident.locator('#f-name').blur()
  await expect(clerk.locator('[data-both]')).toBeVisible()
  // Nothing is saved before it is decided.
  await clerk.locator('#step .actions .button').first().click()
  await expect(clerk).toHaveURL(/\/zh\/apply\/step\/person\/1/)
  await expect(clerk.locator('#f-name')).toHaveValue('扎西·甲')
  await clerk.locator('.modes button[value="bo"]').click()
  await expect(clerk).toHaveURL(/\/bo\/apply\/step\/person\/1/)
  await expect(clerk.locator('[data-both-text]')).toHaveText('扎西·乙')
  await expect(clerk.locator('#f-name')).toHaveValue('扎西·甲')
  await clerk.locator('[data-both-own]').click()
  await expect(resident.locator('#f-name')).toHaveValue('扎西·甲')
  await office.close()
  await home.close()
})

test('what a clerk types on a screen two share is kept for them where they are signed out meanwhile', async ({ browser, baseURL }) => {
  const office = await browser.newContext({ viewport: desk })
  await asClerk(office, baseURL)
  const clerk = await office.newPage()
  await begin(clerk)
  await apply(clerk)
  await clerk.goto('/zh/apply/step/person/1')
  await clerk.locator('#f-name').fill(secrets.name)
  const out = await office.request.post('/zh/desk/sign-out', { form: { go: 'out' }, headers: { Origin: baseURL ?? '' }, maxRedirects: 0 })
  expect(out.status()).toBe(303)
  // Both sessions are over before the screen is told.
  await expect(clerk.locator('main')).toContainText(textOf('zh', 'account:sign-in.carried'))
  expect(await clerk.content()).not.toContain(secrets.name)
  await office.close()
})

test('a PIN typed on the clerk’s keyboard is hidden, not saved by the browser, and cleared with the page', async ({
  page,
  context,
  baseURL,
}) => {
  await asClerk(context, baseURL)
  await page.goto('/zh/desk/counter')
  await page.locator('[name="who"][value="existing"]').check()
  await page.locator('#code').fill('AAAAA-AAAAA')
  await page.locator('#pin').fill('102938')
  for (const [name, value] of Object.entries({ type: 'password', inputmode: 'numeric', autocomplete: 'one-time-code' }))
    await expect(page.locator('#pin')).toHaveAttribute(name, value)
  await page.locator('.modes button[value="zh-bo"]').click()
  await expect(page).toHaveURL(/zh-bo/)
  await expect(page.locator('#code')).toHaveValue('AAAAA-AAAAA')
  await expect(page.locator('#pin')).toHaveValue('')
  await page.locator('#pin').fill('102938')
  await page.locator('#begin .actions .button').click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await expect(page.locator('#pin')).toHaveValue('')
  expect(await page.content()).not.toContain('102938')
  // Also where the browser keeps the page as it is left.
  await page.locator('#pin').fill('102938')
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await expect(page.locator('#pin')).toHaveValue('')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: desk })

  test('the resident’s screen still reads, answers and confirms, after a reload', async ({ browser, page, context, baseURL }) => {
    await asClerk(context, baseURL)
    await begin(page)
    await apply(page)
    await page.goto('/zh/desk/counter')
    await page.locator('form[action$="/desk/counter/screen"] button').click()
    const home = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } })
    const resident = await home.newPage()
    await resident.goto((await page.locator('a[href*="/shared-session?join="]').getAttribute('href')) ?? '')
    await resident.locator('main .button').click()
    await page.goto('/zh/apply/step/person/1')
    await resident.locator('[data-look] button').click()
    await resident.locator('#f-name').fill('བཀྲ་ཤིས་ཚོད་ལྟ')
    await resident.locator('[data-send]').click()
    await expect(resident.locator('#f-name')).toHaveValue('བཀྲ་ཤིས་ཚོད་ལྟ')
    await page.reload()
    await expect(page.locator('#f-name')).toHaveValue('བཀྲ་ཤིས་ཚོད་ལྟ')
    await home.close()
  })
})

for (const mode of modes) {
  for (const width of deskWidths(mode)) {
    test(`axe finds nothing at the counter in ${mode} at ${width} px`, async ({ page, context, browser, baseURL }) => {
      test.slow()
      await page.setViewportSize({ width, height: 800 })
      await asClerk(context, baseURL)
      const look = async (at: Page, targets = true) => {
        expect(await axeFindings(at), at.url()).toEqual([])
        expect(await at.evaluate(() => document.documentElement.scrollWidth), at.url()).toBeLessThanOrEqual(width)
        if (targets)
          expect(
            (await at.evaluate(shortcomings)).filter((one) => /as |high/.test(one)),
            at.url(),
          ).toEqual([])
      }
      const shot = (at: Page, name: string) =>
        process.env.SHOTS ? at.screenshot({ path: `${process.env.SHOTS}/${name}-${mode}-${width}.png`, fullPage: true }) : undefined
      await page.goto(`/${mode}/desk/counter`)
      await look(page)
      await shot(page, 'begin')
      await page.locator('#begin .actions .button').click()
      await expect(page.locator('.error-summary')).toBeVisible()
      await look(page)
      await begin(page, mode)
      await look(page)
      await shot(page, 'assisting')
      await apply(page, mode)
      await look(page)
      await shot(page, 'slip')
      await page.goto(`/${mode}/desk/counter/screen`)
      await page.locator('form[action$="/desk/counter/screen"] button').click()
      await look(page)
      await shot(page, 'screen')
      const home = await browser.newContext({ viewport: { width, height: 800 } })
      const resident = await home.newPage()
      await resident.goto(
        ((await page.locator('a[href*="/shared-session?join="]').getAttribute('href')) ?? '').replace(/^\/[a-z-]+\//, `/${mode}/`),
      )
      await look(resident)
      await resident.locator('main .button').click()
      await look(resident)
      await page.goto(`/${mode}/apply/step/person/1`)
      await expect(resident.locator('#f-name')).toBeVisible()
      await page.locator('#f-name').fill('扎西·测试')
      await resident.locator('[data-field="f-name"] [name="pointed"]').click()
      await expect(page.locator('[data-say="points"]')).toBeVisible()
      await look(page)
      await look(resident)
      await shot(page, 'step')
      await shot(resident, 'shared-session')
      for (const path of ['paper', 'paper/settle-household']) {
        await page.goto(`/${mode}/desk/counter/${path}`)
        await look(page, path === 'paper')
        await shot(page, path.replace('/', '-'))
      }
      await home.close()
    })
  }
}

test("printed: a slip is one sheet without the clerk's parts; a form has no frame of the desk and no more sheets than it needs", async ({
  page,
  context,
  baseURL,
}) => {
  await asClerk(context, baseURL)
  const sheets = async () => (await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))).getPageCount()
  for (const [service, most] of Object.entries({ 'cross-region-care': 2, 'public-rental-housing': 4 })) {
    await page.goto(`/zh/desk/counter/paper/${service}`)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.desk-header')).toBeHidden()
    await expect(page.locator('.paper-form .qr')).toBeVisible()
    expect(await sheets(), service).toBeLessThanOrEqual(most)
  }
  await page.emulateMedia({ media: 'screen' })
  await begin(page)
  await apply(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.client')).toBeHidden()
  await expect(page.locator('.case-code')).toBeVisible()
  expect(await sheets()).toBe(1)
})
