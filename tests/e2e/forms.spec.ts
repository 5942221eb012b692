import { expect, type Page, test } from '@playwright/test'
import type { FormField } from '#app/domain/form.ts'
import { languages } from '#app/domain/language.ts'
import { type Block, type BlockId, blocks } from '#app/services/blocks.ts'
import type { Form, Service } from '#app/services/define.ts'
import { services } from '#app/services/index.ts'
import { shortcomings } from '#tests/support/accessibility.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { agree } from '#tests/support/resident.ts'

const pin = '481592'
const forms = services.flatMap((service: Service) => (service.form ? [{ id: service.id, form: service.form }] : []))

test.use({ viewport: { width: 320, height: 700 } })

/** The steps of a form, in order: shared blocks, then its own questions. */
function stepsOf({ blocks: shared, own }: Form): string[] {
  return [...(Object.keys(blocks) as BlockId[]).filter((block) => shared.includes(block)), ...(own.length > 0 ? ['own'] : [])]
}

/** Starts a folder without a self-check and opens its first step. */
async function start(page: Page, mode: string, picks: readonly string[], people: readonly string[] = ['myself']): Promise<void> {
  const chosen = [
    ...picks.map((pick): [string, string] => ['pick', pick]),
    ...people.map((one): [string, string] => ['for', one]),
    ...agree.map((kind): [string, string] => ['agree', kind]),
  ]
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const data = new URLSearchParams([...chosen, ['pin', pin], ['again', pin]]).toString()
  expect((await page.request.post(`/${mode}/apply`, { headers, data })).ok()).toBe(true)
  await page.goto(`/${mode}/apply/folder`)
  await page.locator('main .actions a.button').click()
}

/** The block of the step that is open; undefined once there is no step any more. */
const blockAt = (page: Page) => /\/apply\/step\/([\w-]+)\//.exec(page.url())?.[1]

/** What holds for every page of a form: it fits a small phone, and texts, lines and targets are as large as they must be. */
async function fits(page: Page, at: string): Promise<void> {
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), at).toBeLessThanOrEqual(320)
  expect.soft(await page.evaluate(shortcomings), at).toEqual([])
}

/** Looks at a step with axe too, contrast of 7:1 asked for. */
async function look(page: Page, at: string): Promise<void> {
  await fits(page, at)
  expect.soft(await axeFindings(page), at).toEqual([])
}

const send = (page: Page) => page.locator('#step .actions .button').click()

/** The fields of a step that must not stay empty, and how many of them are shown to the person it is about. */
async function musts(page: Page, fields: readonly FormField[]): Promise<{ all: number; shown: number }> {
  const ids = fields.filter(({ optional }) => !optional).map(({ id }) => `#f-${id}`)
  return { all: ids.length, shown: ids.length === 0 ? 0 : await page.locator(ids.join()).count() }
}

/** Looks at a step as it is opened, and again after it was sent empty where something in it may not be. */
async function lookTwice(page: Page, at: string, fields: readonly FormField[]): Promise<void> {
  await look(page, at)
  if ((await musts(page, fields)).shown === 0) return
  await send(page)
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.locator('.error-summary')).toHaveRole('alert')
  for (const message of await page.locator('.error-summary a').all()) {
    const field = ((await message.getAttribute('href')) ?? '').slice(1)
    await expect.soft(page.locator(`[id="${field}"]`), `${at}: ${field}`).toHaveCount(1)
    await expect.soft(page.locator(`[id="${field}-error"]`), `${at}: ${field}`).toHaveText(/\p{L}/u)
  }
  await look(page, `${at}, sent empty`)
}

/** Fills in the step and goes on. */
async function goOn(page: Page, mode: string): Promise<void> {
  const [text, age] = [mode === 'bo' ? 'ཚོད་ལྟ' : '测试', page.url().endsWith('/person/1') ? '40' : '10']
  const isUnknown = await page.locator('#f-county').evaluateAll((all) => all.some((one) => (one as HTMLSelectElement).value === ''))
  await page.evaluate(
    ([text, age]) => {
      const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(`#step ${selector}`)]
      for (const group of all('fieldset')) {
        const options = [...group.querySelectorAll<HTMLInputElement>('.options input')]
        if (options[0] && !options.some(({ checked }) => checked)) options[0].checked = true
      }
      for (const input of all<HTMLInputElement | HTMLTextAreaElement>('.field > :is(input:not([type="tel"]), textarea)'))
        if (input.id !== 'f-identity-number') input.value ||= text
      for (const phone of all<HTMLInputElement>('input[type="tel"]')) phone.value ||= '13800000000'
      for (const county of all<HTMLSelectElement>('select')) county.value ||= '630104'
      for (const years of all<HTMLInputElement>('#f-birth-date-age')) years.value ||= age
    },
    [text, age] as const,
  )
  const before = page.url()
  await send(page)
  // No hall is there, which is said before it goes on.
  if (isUnknown) await page.locator('.received-by + #step .actions .button').click()
  await page.waitForURL(({ href }) => href !== before)
}

for (const mode of languages) {
  test(`every shared block, opened, sent empty and filled in, in ${mode}`, async ({ page }) => {
    test.setTimeout(120_000)
    const asked = new Set(forms.flatMap(({ form }) => form.blocks))
    const picks = [...asked].map((block) => forms.find(({ form }) => form.blocks.includes(block))?.id ?? '')
    const seen = new Set<string>()
    // A child for what is asked about school, an adult for what is asked about work.
    await start(page, mode, [...new Set(picks)], ['myself', 'daughter'])
    for (let block = blockAt(page); block && block !== 'own'; block = blockAt(page)) {
      const { fields } = (blocks as Record<string, Block>)[block] ?? { fields: [] }
      const { all, shown } = await musts(page, fields)
      const [at, isNew] = [page.url(), shown === all && !seen.has(block)]
      if (isNew) await lookTwice(page, at, fields)
      await goOn(page, mode)
      if (!isNew) continue
      const next = page.url()
      await page.goto(at)
      await look(page, `${at}, filled in`)
      await page.goto(next)
      seen.add(block)
    }
    expect([...seen].sort()).toEqual(Object.keys(blocks).sort())
  })

  for (const { id, form } of forms) {
    test(`every step of the form of ${id} in ${mode}`, async ({ page }) => {
      const seen: string[] = []
      await start(page, mode, [id])
      for (let block = blockAt(page); block; block = blockAt(page)) {
        const at = `${id} ${page.url()}`
        if (block === 'own') await lookTwice(page, at, form.own)
        else await fits(page, at)
        seen.push(block)
        await goOn(page, mode)
      }
      expect(seen).toEqual(stepsOf(form))
      await expect(page).toHaveURL(/\/apply\/papers$/)
    })
  }
}

test('a form whose sending was stopped by hand can be sent again', async ({ page }) => {
  await page.goto('/zh/check/open')
  const typed = 'ABCDEFGH23'
  await page.locator('#code').fill(typed)
  await page.locator('#pin').fill(pin)
  let posts = 0
  await page.route('**/zh/check/open', (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    posts += 1
    // The first one hangs, as on a line that says nothing.
    return posts === 1 ? undefined : route.continue()
  })
  const send = () => page.locator('main form button[type="submit"]').first().click({ noWaitAfter: true })
  await send()
  await expect.poll(() => posts).toBe(1)
  await (await page.context().newCDPSession(page)).send('Page.stopLoading')
  await expect(page.locator('#code')).toHaveValue(typed)
  await expect(async () => {
    await send()
    expect(posts).toBe(2)
  }).toPass()
  await expect(page.locator('#errors')).toBeVisible()
})
