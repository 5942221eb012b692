import { type Browser, expect, type Page } from '@playwright/test'
import type { StaffRole } from '#app/domain/staff.ts'
import { openDesk } from './open-desk.ts'
import { picture } from './picture.ts'
import { fillIn, type Resident, resident, submitForm } from './resident.ts'
import { textOf } from './texts.ts'

/** Port and data folder of a site. */
export type Site = { readonly port: number; readonly dataDir: string }

/** The origin of a site. */
export const originOf = ({ port }: Pick<Site, 'port'>) => `http://127.0.0.1:${port}`

const ofCases = ['clerk', 'reviewer', 'supervisor'] as const

/** A hall with one staff member of each role, each in a browser of their own. `county` is used by no other test of the run. */
export async function openHall<Post extends StaffRole = (typeof ofCases)[number]>(
  browser: Browser,
  site: Site,
  county: string,
  options = {},
  roles: readonly Post[] = ofCases as readonly StaffRole[] as readonly Post[],
): Promise<Record<Post, Page>> {
  const url = originOf(site)
  const people = roles.map((role) => ({
    id: `${role}-${county}-${Date.now()}`,
    name: `${textOf('zh', `desk:role.${role}`)}·测试`,
    role,
  }))
  const cookies = await openDesk(site.dataDir, county, people)
  const pages = people.map(async ({ id, role }): Promise<[string, Page]> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: url, ...options })
    await context.addCookies([{ name: 'staff', value: cookies[id]?.staff ?? '', url, httpOnly: true, sameSite: 'Strict' }])
    return [role, await context.newPage()]
  })
  return Object.fromEntries(await Promise.all(pages)) as Record<Post, Page>
}

/** A resident applies in Tibetan, with two photographs of one paper; resolves with the code. */
export async function applies(
  browser: Browser,
  site: Site,
  county: string,
  more: Record<string, string> = {},
): Promise<{ one: Resident; code: string }> {
  const [one, url] = [resident(site.port), originOf(site)]
  const code = await fillIn(one, ['skills-training'], { 'f-trade': 'ཟས་བཟོ་' }, 'bo', { 'f-county': county, ...more })
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false })
  await context.addCookies(Object.entries(one.cookies()).map(([name, value]) => ({ name, value, url })))
  const page = await context.newPage()
  await page.goto('/bo/apply/papers')
  await page.locator('.tasks a').first().click()
  for (const background of ['#7a8', '#a87']) {
    await page.locator('#files').setInputFiles([{ name: 'ལག་ཁྱེར.png', mimeType: 'image/png', buffer: await picture(background) }])
    await page.locator('#upload button').click()
  }
  await expect(page.locator('.thumbs li')).toHaveCount(2)
  await context.close()
  await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
  return { one, code }
}

/** Finds a case by its code, typed as read out. */
export async function find(page: Page, code: string): Promise<void> {
  await page.goto('/zh/desk/cases')
  await page.locator('#code').fill(code.replace('-', ' ').toLowerCase())
  await page.locator('button[value="find"]').click()
  await expect(page).toHaveURL(/\/desk\/cases\/[\w-]{36}$/)
}

/** Clicks the button with this name. */
export const press = (page: Page, text: string) => page.getByRole('button', { name: text, exact: true }).click()

/** Opens the page of an action: of the case, or of texts that wait in it or came back. */
export const follow = (page: Page, text: string) =>
  page.locator('.moves, #held, #returned').getByRole('link', { name: text, exact: true }).click()
