import { expect, type Page, test } from '@playwright/test'
import { staffRoles } from '#app/domain/staff.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { newClient } from '#tests/support/clerk.ts'
import { hall } from '#tests/support/hall.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { isOfCase, type Named, staffPages } from '#tests/support/staff-pages.ts'
import { handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

const dataDir = process.env.E2E_DATA_DIR ?? ''
const port = Number(process.env.E2E_PORT ?? 4173)
const origin = `http://127.0.0.1:${port}`

const cookiesOf = (one: Resident) => Object.entries(one.cookies()).map(([name, value]) => ({ name, value, url: origin }))

const county = '632523'
let cookies: Readonly<Record<string, { staff: string }>> = {}
let named: Named
const as = (role: string | null) => resident(port, Object.entries(cookies).find(([id]) => id.startsWith(`${role}-`))?.[1])

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const people = staffRoles.map((role) => ({ id: `${role}-${process.pid}-${Date.now()}`, name: '测试', role }))
  cookies = await openDesk(dataDir, county, people)
  const [open, other] = [await handedIn(as('clerk'), port, county), await handedIn(as('clerk'), port, county)]
  for (const type of ['accept', 'start-review', 'approve'] as const) await hall(dataDir, other.code, 1, { type })
  for (const type of ['accept', 'start-review'] as const) await hall(dataDir, open.code, 1, { type })
  const halls = (await as('administrator').get('/zh/desk/halls')).text
  await other.one.post('/zh/applications/1/rate', { score: '1', words: '等了很久·测试' })
  await resident(port).post('/zh/help/feedback', { kind: 'wrong', message: '测试：这一句不对', county })
  const reported = (await as('supervisor').get('/zh/desk/feedback')).text
  named = {
    ...open,
    decided: other.id,
    member: people[0]?.id ?? '',
    service: 'settle-household',
    hall: /desk\/halls\/([\w-]+)"/.exec(halls)?.[1] ?? '',
    feedback: /desk\/feedback\/([\w-]+)"/.exec(reported)?.[1] ?? '',
  }
})

// In parallel mode every word stands in both languages. A file is no page; what leads on is tested where it leads.
for (const [name, { path, of, gives }] of Object.entries(staffPages).filter(
  ([one, { gives }]) => gives < 300 && !one.endsWith('$file') && !one.endsWith('[.]pdf'),
))
  test(`axe finds nothing on ${name}, for any role, and it fits 1280 and 360 px`, async ({ browser }) => {
    test.slow()
    const found: string[] = []
    for (const role of of ?? [null]) {
      const context = await browser.newContext({ baseURL: origin })
      if (role) await context.addCookies(cookiesOf(as(role)))
      const page = await context.newPage()
      // A desk is wide for the first of them: the page is the same, with more or less to do on it.
      for (const width of role === (of?.[0] ?? null) ? [1280, 360] : [360]) {
        await page.setViewportSize({ width, height: 800 })
        const answer = await page.goto(`/zh-bo/desk${path(named)}`)
        expect(answer?.status(), `${role}`).toBe(gives)
        found.push(...(await axeFindings(page)).map((one) => `${role} ${width} ${one}`))
        const needed = await page.evaluate(() => document.documentElement.scrollWidth)
        if (needed > width) found.push(`${role} ${width} needs ${needed} px`)
      }
      await context.close()
    }
    expect(found).toEqual([])
  })

/** What the browser gets in the end. An answer without a page is an error of the browser, and has its status all the same. */
async function statusOf(page: Page, url: string): Promise<number> {
  const answered = page.waitForResponse((one) => one.request().isNavigationRequest() && (one.status() < 300 || one.status() >= 400))
  await page.goto(url).catch(() => undefined)
  return (await answered).status()
}

test('every address of the desk in a browser: it is there for its roles, for no other, and a case for nobody of another county', async ({
  browser,
}) => {
  test.slow()
  const elsewhere = await openDesk(
    dataDir,
    '632801',
    staffRoles.map((role) => ({ id: `${role}-elsewhere-${process.pid}-${Date.now()}`, name: '别处·测试', role })),
  )
  const found: string[] = []
  for (const role of staffRoles)
    for (const [where, halls] of [
      ['here', cookies],
      ['elsewhere', elsewhere],
    ] as const) {
      const own = Object.entries(halls).find(([id]) => id.startsWith(`${role}-`))?.[1]
      const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false })
      await context.addCookies(cookiesOf(resident(port, own)))
      const page = await context.newPage()
      for (const [name, { path, of, gives }] of Object.entries(staffPages)) {
        if (of === null || (where === 'elsewhere' && !isOfCase(name))) continue
        const is = of.includes(role) && where === 'here'
        // A browser goes where an address leads on to.
        const expected = is ? (gives < 400 ? 200 : gives) : 404
        const status = await statusOf(page, `/zh/desk${path(named)}`)
        if (status !== expected) found.push(`${name} ${role} ${where}: ${status}`)
      }
      await context.close()
    }
  expect(found).toEqual([])
})

test('prints in practice are marked: a slip, a blank form, a letter', async ({ browser }) => {
  const people = (['clerk', 'reviewer'] as const).map((role) => ({ id: `${role}-practice-${Date.now()}`, name: '测试', role }))
  const practising = await openDesk(dataDir, '632524', people, true)
  const clerk = resident(port, practising[people[0]?.id ?? ''])
  await clerk.post('/zh/desk/counter', newClient)
  const code = await fillIn(clerk, ['skills-training'], { 'f-trade': '做饭' })
  await clerk.post('/zh/apply/submit', { ...(await submitForm(clerk)), agree: ['general', 'sensitive'] })
  for (const type of ['accept', 'start-review', 'approve'] as const) await hall(dataDir, code, 1, { type })
  const found = await clerk.post('/zh/desk/cases', { do: 'find', code })
  const context = await browser.newContext({ baseURL: origin })
  await context.addCookies(cookiesOf(clerk))
  const page = await context.newPage()
  await page.emulateMedia({ media: 'print' })
  for (const path of ['/zh/applications/slip', '/zh/desk/counter/paper/skills-training', `${found.headers.location}/letter`]) {
    await page.goto(path)
    await expect(page.getByText(textOf('zh', 'desk:practice')), path).toBeVisible()
    await expect(page.locator('.client'), path).toBeHidden()
  }
  await context.close()
})
