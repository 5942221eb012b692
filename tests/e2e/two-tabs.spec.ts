import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { languagesOf } from '#app/domain/language.ts'
import { shortcomings } from '#tests/support/accessibility.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { signedInAs } from '#tests/support/clerk.ts'
import { fillIn, pin, resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

type Own = Readonly<Record<string, string>>

/** A browser that has a folder open, filled in by requests, and its code. */
async function withFolder(
  context: BrowserContext,
  baseURL = '',
  services = ['skills-training'],
  own: Own = { 'f-trade': '做饭' },
): Promise<string> {
  const one = resident(Number(new URL(baseURL).port))
  const code = await fillIn(one, services, own)
  await context.addCookies(Object.entries(one.cookies()).map(([name, value]) => ({ name, value, url: baseURL })))
  return code
}

/** Good to read and to touch at 360 px. */
async function isSound(page: Page): Promise<void> {
  expect(await page.evaluate(shortcomings)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await axeFindings(page)).toEqual([])
}

/** What each tab types; in the language of the page. */
const typedIn = (mode: string) => (mode === 'bo' ? (['ལམ་ཀ ཨང་1', 'ལམ་ཁ ཨང་2'] as const) : (['甲街 1 号', '乙街 2 号'] as const))

const save = (page: Page) => page.locator('#step .actions .button').click()

for (const [mode, script] of [
  ['zh', true],
  ['bo', true],
  ['zh-bo', true],
  ['zh-bo', false],
] as const)
  test.describe(`${mode}, ${script ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: script })
    const [saved, typed] = typedIn(mode)

    test('a step open in two tabs: the second is shown both, and saves what it typed', async ({ context, page, baseURL }) => {
      await withFolder(context, baseURL)
      const second = await context.newPage()
      for (const tab of [page, second]) await tab.goto(`/${mode}/apply/step/address/home`)
      await page.locator('[name="f-words"]').fill(saved)
      await save(page)
      await second.locator('[name="f-words"]').fill(typed)
      await save(second)
      const conflict = second.locator('#conflict')
      for (const text of [saved, typed, textOf(mode === 'bo' ? 'bo' : 'zh', 'conflict:title')]) await expect(conflict).toContainText(text)
      await expect(second.locator('[name="f-words"]')).toHaveValue(typed)
      if (script) await isSound(second)
      if (script) await expect(conflict).toBeFocused()
      await conflict.locator('button').click()
      await expect(second).not.toHaveURL(/address/)
      await page.goto(`/${mode}/apply/step/address/home`)
      await expect(page.locator('[name="f-words"]')).toHaveValue(typed)
    })

    test('or leaves what is saved', async ({ context, page, baseURL }) => {
      await withFolder(context, baseURL)
      const second = await context.newPage()
      for (const tab of [page, second]) await tab.goto(`/${mode}/apply/step/address/home`)
      for (const [tab, text] of [
        [page, saved],
        [second, typed],
      ] as const) {
        await tab.locator('[name="f-words"]').fill(text)
        await save(tab)
      }
      await second.locator('#conflict a').click()
      await expect(second.locator('[name="f-words"]')).toHaveValue(saved)
      await expect(second.locator('#conflict')).toHaveCount(0)
    })

    test('a folder closed while somebody typed: code and PIN bring back what was typed', async ({ context, page, baseURL }) => {
      const code = await withFolder(context, baseURL)
      const step = `/${mode}/apply/step/address/home`
      await page.goto(step)
      await page.locator('[name="f-words"]').fill(typed)
      const second = await context.newPage()
      await second.goto(`/${mode}/applications/close`)
      await second.locator('form.actions button').click()
      await expect(second.locator('form.actions button')).toHaveCount(0)
      await save(page)
      await expect(page).toHaveURL(/\/applications\/open\?/)
      await expect(page.getByText(textOf(languagesOf(mode)[0], 'application:open.carried'))).toBeVisible()
      if (script) await isSound(page)
      await page.locator('[name="code"]').fill(code)
      await page.locator('[name="pin"]').fill('000000')
      await page.locator('#open button').click()
      await expect(page.locator('#errors')).toBeVisible()
      await page.locator('[name="pin"]').fill(pin)
      await page.locator('#open button').click()
      await expect(page.locator('[name="f-words"]')).toHaveValue(typed)
      await page.locator('#typed summary').click()
      await expect(page.locator('#typed').getByText(typed)).toBeVisible()
      if (script) await isSound(page)
      await page.locator('form.card button').click()
      await expect(page).not.toHaveURL(/address|open/)
      await page.goto(step)
      await expect(page.locator('[name="f-words"]')).toHaveValue(typed)
    })

    test('everything deleted while somebody typed: what was typed can be copied from where nothing opens', async ({
      context,
      page,
      baseURL,
    }) => {
      await withFolder(context, baseURL)
      await page.goto(`/${mode}/apply/step/address/home`)
      await page.locator('[name="f-words"]').fill(typed)
      const second = await context.newPage()
      await second.goto(`/${mode}/applications/delete`)
      await second.locator('#delete button').click()
      await expect(second).toHaveURL(/why=deleted/)
      await save(page)
      await expect(page.getByText(textOf(languagesOf(mode)[0], 'application:open.deleted-elsewhere'))).toBeVisible()
      await expect(page.locator('#typed').getByText(typed)).toBeHidden()
      await page.locator('#typed summary').click()
      await expect(page.locator('#typed').getByText(typed)).toBeVisible()
      if (script) await isSound(page)
      await page.locator('.modes button').first().click()
      await page.locator('#typed summary').click()
      await expect(page.locator('#typed').getByText(typed)).toBeVisible()
    })

    test('a reviewer who typed in a folder of their own signs out at the desk, and sends it then', async ({ context, page, baseURL }) => {
      await withFolder(context, baseURL)
      const step = `/${mode}/apply/step/address/home`
      await page.goto(step)
      await page.locator('[name="f-words"]').fill(typed)
      const { session } = await signedInAs(process.env.E2E_DATA_DIR ?? '', 'reviewer')
      await context.addCookies([{ name: 'staff', value: session, url: baseURL ?? '' }])
      await save(page)
      await expect(page.getByText(textOf(languagesOf(mode)[0], 'application:open.carried-signed-in'))).toBeVisible()
      if (script) await isSound(page)
      await page.locator('.modes button').last().click()
      await page.locator('#sign-out button').click()
      await expect(page.locator('[name="f-words"]')).toHaveValue(typed)
      if (script) await isSound(page)
      await page.locator('form.card button').click()
      await expect(page).not.toHaveURL(/address|open/)
      await page.goto(step)
      await expect(page.locator('[name="f-words"]')).toHaveValue(typed)
    })

    test('an application removed in one tab is begun again in the other with what was typed', async ({ context, page, baseURL }) => {
      await withFolder(context, baseURL, ['job-services', 'skills-training'], { 'f-matter': 'guidance', 'f-trade': '做饭' })
      const [second, third] = [await context.newPage(), await context.newPage()]
      await page.goto(`/${mode}/apply/step/own/n2`)
      await page.locator('[name="f-trade"]').fill(typed)
      for (const tab of [second, third]) await tab.goto(`/${mode}/apply/folder`)
      await second.locator('#remove-2 button').click()
      await expect(second.locator('#remove-2')).toHaveCount(0)
      await save(page)
      const conflict = page.locator('#conflict')
      await expect(conflict).toContainText(typed)
      if (script) await isSound(page)
      await conflict.locator('button').click()
      await expect(page.locator('#conflict')).toHaveCount(0)
      await page.goto(`/${mode}/apply/step/own/n2`)
      await expect(page.locator('[name="f-trade"]')).toHaveValue(typed)
      // The list of before does not remove the one that has its number now.
      await third.locator('#remove-2 button').click()
      await expect(third.locator('#conflict')).toContainText(typed)
      if (script) await isSound(third)
      // What to do stands on the first screen; the rest of the list is folded below it.
      const [said, acts] = [await third.locator('#conflict').boundingBox(), await third.locator('#conflict .actions').boundingBox()]
      expect((acts?.y ?? Number.NaN) + (acts?.height ?? 0) - (said?.y ?? 0)).toBeLessThan(780)
      await expect(third.locator('#conflict details li').first()).toBeHidden()
      await third.locator('#conflict summary').click()
      await expect(third.locator('#conflict details').getByText(typed)).toBeVisible()
      await third.locator('#conflict button').click()
      await expect(third.locator('#remove-2')).toHaveCount(0)
    })

    test('what changed between reading and handing in is shown, and handed in then', async ({ context, page, baseURL }) => {
      await withFolder(context, baseURL)
      const second = await context.newPage()
      await page.goto(`/${mode}/apply/submit`)
      for (const box of await page.locator('[name="agree"]').all()) await box.check()
      await second.goto(`/${mode}/apply/step/own/n1`)
      await second.locator('[name="f-trade"]').fill(typed)
      await save(second)
      await page.locator('#submit .actions button').click()
      const conflict = page.locator('#conflict')
      await expect(conflict).toContainText(typed)
      await expect(conflict).toContainText('做饭')
      if (script) await isSound(page)
      await conflict.locator('button').click()
      await expect(page).toHaveURL(new RegExp(`/${mode}/applications$`))
    })
  })
