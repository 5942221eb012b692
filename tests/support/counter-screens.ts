import { expect, type Page } from '@playwright/test'
import { pin } from './resident.ts'
import { textOf } from './texts.ts'

/** Starts an assisted session at the counter. */
export async function begin(page: Page, mode = 'zh'): Promise<void> {
  await page.goto(`/${mode}/desk/counter`)
  for (const [name, value] of [
    ['who', 'new'],
    ['ground', 'present'],
    ['seen', 'id-card'],
  ] as const)
    await page.locator(`[name="${name}"][value="${value}"]`).check()
  await page.locator('#begin .actions .button').click()
  await expect(page.locator('.client')).toContainText(textOf(mode === 'bo' ? 'bo' : 'zh', 'counter:new-case'))
}

/** Starts an application for one service; the resident chooses the PIN. Resolves with the code of the slip. */
export async function apply(page: Page, mode = 'zh'): Promise<string> {
  await page.goto(`/${mode}/apply?pick=skills-training`)
  await page.locator('[name="for"][value="myself"]').check()
  await choosePin(page)
  return codeOnSlip(page)
}

/** Goes on from the choices, agrees, chooses the PIN and starts. */
export async function choosePin(page: Page): Promise<void> {
  // A clerk asks which language the resident reads.
  const bo = page.locator('#start [name="language"][type="radio"][value="bo"]')
  if ((await bo.count()) > 0) await bo.check()
  await page.locator('#start .actions .button').click()
  await page.locator('#pin').waitFor()
  for (const box of await page.locator('[name="agree"]').all()) await box.check()
  await page.locator('#pin').fill(pin)
  await page.locator('#again').fill(pin)
  await page.locator('#start .actions .button').click()
}

/** The code of the slip on the page. */
export async function codeOnSlip(page: Page): Promise<string> {
  await expect(page).toHaveURL(/slip$/)
  return ((await page.locator('.case-code').textContent()) ?? '').trim()
}

/** Types into the given fields that exist in the step on the page. */
export async function writeInStep(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`#step [name="${name}"]`)
    if ((await field.count()) === 0) continue
    const kind = await field.first().evaluate((one) => (one as HTMLInputElement).type)
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`#step [name="${name}"][value="${value}"]`).check()
    else if (kind === 'select-one') await field.selectOption(value)
    else await field.fill(value)
  }
}

/** Goes on to the next step; where it is said first that no hall is there, once that is read. */
export async function goOn(page: Page): Promise<void> {
  const before = page.url()
  await page.locator('#step .actions .button').click()
  await expect(async () => {
    if (page.url() === before) await page.locator('.received-by + #step .actions .button').click({ timeout: 500 })
    expect(page.url()).not.toBe(before)
  }).toPass()
}

/** Opens the first step not done. */
export async function firstStep(page: Page, mode = 'zh'): Promise<void> {
  await page.goto(`/${mode}/apply/folder`)
  await page.locator('main .actions a.button').click()
}

/** Fills in every step left. */
export async function fillAll(page: Page, values: Readonly<Record<string, string>>, mode = 'zh'): Promise<void> {
  await firstStep(page, mode)
  for (let step = 0; step < 20 && page.url().includes('/apply/step/'); step++) {
    await writeInStep(page, values)
    await goOn(page)
  }
}

/** Gives the consents and submits. */
export async function agreeAndSubmit(page: Page, mode = 'zh'): Promise<void> {
  await page.goto(`/${mode}/apply/submit`)
  for (const box of await page.locator('[name="agree"]').all()) await box.check()
  await page.locator('#submit .actions .button').click()
  await expect(page.locator('.status-submitted').first()).toBeVisible()
}

/** Opens the case with code and PIN, as at home. */
export async function openCase(page: Page, code: string, mode = 'bo'): Promise<void> {
  await page.goto(`/${mode}/applications/open`)
  await page.locator('#code').fill(code)
  await page.locator('#pin').fill(pin)
  await page.locator('#open .actions .button').click()
  await expect(page).toHaveURL(new RegExp(`/${mode}/applications$`))
}
