import { expect, test } from '@playwright/test'
import { languagesOf, modes } from '#app/domain/language.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { checked, forms, reading } from '#tests/support/axe-pages.ts'
import { textOf } from '#tests/support/texts.ts'
import { walkThrough } from '#tests/support/walk.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

for (const mode of modes) {
  for (const [kind, paths] of [
    ['that are read', reading],
    ['one answers, and of those that say what is not there,', forms],
  ] as const)
    test(`axe finds nothing on pages ${kind} in ${mode}, and they fit 320 px`, async ({ page }) => {
      test.slow()
      await page.setViewportSize({ width: 320, height: 700 })
      for (const path of paths) {
        await page.goto(`/${mode}${path}`)
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
        expect.soft(await axeFindings(page), path).toEqual([])
      }
    })

  test(`axe finds nothing on the pages of a check in ${mode}, and they fit 320 px`, async ({ page }) => {
    test.slow()
    await walkThrough(page, mode, workedCase('J45').request)
    await page.setViewportSize({ width: 320, height: 700 })
    for (const path of checked) {
      await page.goto(`/${mode}${path}`)
      expect(await axeFindings(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    }
  })

  test(`an unknown address answers 404 in ${mode}`, async ({ page }) => {
    const answer = await page.goto(`/${mode}/nothing-here`)
    expect(answer?.status()).toBe(404)
    for (const language of languagesOf(mode))
      await expect(page.locator('h1')).toContainText(textOf(language, 'errors:page.not-found.title'))
  })
}

test('axe finds nothing where everything folded is opened', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 320, height: 700 })
  await walkThrough(page, 'zh-bo', workedCase('J45').request)
  for (const path of ['/check/result', '/check/result/1/flexible-worker-insurance', '/services/settle-household', '/policy']) {
    await page.goto(`/zh-bo${path}`)
    const opened = await page.locator('details').evaluateAll((all) => {
      for (const one of all as HTMLDetailsElement[]) one.open = true
      return all.length
    })
    expect(opened, path).toBeGreaterThan(0)
    expect.soft(await axeFindings(page), path).toEqual([])
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
})

test('the first page asks for the language in its own script', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('a[lang="zh-CN"]')).toHaveText('中文')
  await expect(page.locator('a[lang="bo"]')).toHaveText('བོད་ཡིག')
  for (const target of await page.locator('.language-choice a').all())
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  expect(await axeFindings(page)).toEqual([])
})

for (const mode of modes) {
  test(`the search answers a question with services first, then questions, then misunderstandings, in ${mode}`, async ({ page }) => {
    for (const [query, service] of [
      ['孩子9月上学', 'school-compulsory'],
      ['jzz', 'residence-permit'],
      ['རྩྭ་ས', 'land-rights'],
      ['སྡོདགནསལགཁྱེར', 'residence-permit'],
    ] as const) {
      await page.goto(`/${mode}/search?q=${encodeURIComponent(query)}`)
      await expect(page.locator('.result a').first()).toHaveAttribute('href', `/${mode}/services/${service}`)
    }
    await page.goto(`/${mode}/search?q=户口`)
    const [language] = languagesOf(mode)
    const heads = (await page.locator('main h2').allTextContents()).map((head) => head.trim())
    const wanted = ['services', 'questions', 'misunderstandings'].map((part) => textOf(language, `search:parts.${part}`))
    expect(wanted.map((head) => heads.findIndex((one) => one.includes(head)))).toEqual([0, 1, 2])
    // Quotation marks stand at the words of each language, never on a line of their own.
    const quoted = page.locator('main q').first()
    const marks = await quoted.evaluate((q) =>
      [q, ...q.querySelectorAll(':scope > span')].map((one) => getComputedStyle(one, '::before').content),
    )
    expect(marks).toEqual(languagesOf(mode).length > 1 ? ['none', ...languagesOf(mode).map(() => 'open-quote')] : ['open-quote'])
  })

  test(`a search that finds nothing says where to look, in ${mode}`, async ({ page }) => {
    await page.goto(`/${mode}/search?q=qqqq`)
    for (const language of languagesOf(mode)) await expect(page.getByRole('status')).toContainText(textOf(language, 'search:nothing'))
    await expect(page.locator(`main a[href^="/${mode}/topics/"]`)).toHaveCount(7)
    await expect(page.locator('main a[href="tel:12345"]')).toBeVisible()
    await page.locator('.result a').first().click()
    await expect(page).toHaveURL(new RegExp(`/${mode}/services/`))
  })

  test(`whatever is typed into the search gets a page, in ${mode}`, async ({ page }) => {
    for (const [query, status] of [
      ['', 200],
      ['%20%20', 200],
      ['%E6%88%B7'.repeat(300), 200],
      ['%25%5F%27%22%3C%3E%26%3B--', 200],
      ['%27%20OR%201%3D1%3B%20DROP%20TABLE%20users%3B--', 200],
      ['%E2%80%AE%E5%B1%85%E4%BD%8F%E8%AF%81%E2%80%8F', 200],
      ['%F0%9F%98%80', 200],
      // No address of ours: too long, no letters, control characters.
      ['%E6%88%B7'.repeat(1000), 400],
      ['a'.repeat(5000), 400],
      ['%E0%A4%A', 400],
      ['%00%01', 400],
    ] as const) {
      const answer = await page.request.get(`/${mode}/search?q=${query}`)
      expect([query.slice(0, 40), answer.status()]).toEqual([query.slice(0, 40), status])
      expect(await answer.text()).toContain('<h1')
    }
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  for (const mode of modes) {
    test(`the search on the front page answers in ${mode}`, async ({ page }) => {
      await page.goto(`/${mode}`)
      await page.getByRole('searchbox').fill('居住证怎么办')
      await page.getByRole('search').getByRole('button').click()
      await expect(page.getByRole('searchbox')).toHaveValue('居住证怎么办')
      await expect(page.locator('.result a').first()).toHaveAttribute('href', `/${mode}/services/residence-permit`)
    })
  }
})

test('feedback on a page is accepted and confirmed', async ({ page }) => {
  await page.goto('/bo/services/land-rights')
  await page.locator('footer a[href*="feedback"]').click()
  await page.locator('button.button[type="submit"]').click()
  await expect(page.locator('.field-error').first()).toContainText(textOf('bo', 'errors:feedback.kind'))
  await page.locator('[name="kind"][value="unclear"]').check()
  await page.locator('#message').fill('གོ་མ་ཐུབ།')
  await page.locator('button.button[type="submit"]').click()
  await expect(page.locator('h1')).toHaveText(textOf('bo', 'feedback:thanks'))
})

test('static pages are the same for everyone, cacheable, and contain no script', async ({ request }) => {
  for (const path of ['/zh', '/bo/policy', '/zh-bo/services/resident-medical']) {
    const first = await request.get(path)
    expect(first.headers()).toMatchObject({ 'cache-control': expect.stringContaining('public'), etag: expect.stringMatching(/^"/) })
    expect(first.headers()['set-cookie']).toBeUndefined()
    const html = await first.text()
    expect(html).not.toContain('<script')
    const again = await request.get(path, { headers: { 'If-None-Match': first.headers().etag ?? '', Cookie: 'mode=bo' } })
    expect(again.status()).toBe(304)
  }
})

test('the keyboard alone reaches the content and answers', async ({ page }) => {
  await page.goto('/zh/check/hukou-place')
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.locator('#answer').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/zh\/check\/live-place$/)
})

test('the two Tibetan fonts: only the small one is fetched for our own texts', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (one) => fetched.push(one.url()))
  await page.goto('/bo')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const fonts = fetched.filter((url) => url.endsWith('.woff2'))
  expect(fonts.filter((url) => url.includes('full'))).toEqual([])
})

test('axe says what is wrong and where: a picture without words, and grey that only a strict eye refuses', async ({ page }) => {
  await page.setContent('<html lang="zh"><title>x</title><main><h1>x</h1><img src="x"><p style="color:#6b6b6b">grey</p></main>')
  const found = await axeFindings(page)
  expect(found.map((one) => one.slice(0, one.indexOf(':'))).toSorted()).toEqual(['color-contrast-enhanced', 'image-alt'])
  expect(found.join()).toContain('<img src="x">')
  expect(await axeFindings(page, ['image-alt'])).toHaveLength(1)
})
