import { expect, type Page, test } from '@playwright/test'
import { axeFindings } from '#tests/support/axe.ts'
import { find, openHall, originOf, press } from '#tests/support/desk-screens.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

const site = { dataDir: process.env.E2E_DATA_DIR ?? '', port: Number(process.env.E2E_PORT ?? 4173) }
const t = (key: string) => textOf('zh', key)
/** A service with one condition the locality decides. */
const service = 'resident-medical'

async function handsIn(county: string): Promise<{ one: Resident; code: string }> {
  const one = resident(site.port)
  const code = await fillIn(one, [service], { 'f-med': 'none' }, 'bo', { 'f-county': county })
  await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
  return { one, code }
}

/** As a clerk takes it in at the counter: accepted, with every original seen. */
async function takeIn(clerk: Page, code: string): Promise<void> {
  await find(clerk, code)
  await press(clerk, t('desk:do.accept'))
  await expect(clerk.locator('.status-accepted')).toBeVisible()
  while ((await clerk.locator('[data-original]').count()) > 0) {
    const left = await clerk.locator('[data-original]').count()
    await clerk.locator('[data-original]').first().click()
    await expect(clerk.locator('[data-original]')).toHaveCount(left - 1)
  }
}

/** Presses keys and counts them. */
function counted(page: Page) {
  let keys = 0
  return {
    press: async (key: string) => {
      keys += 1
      await page.keyboard.press(key)
    },
    count: () => keys,
  }
}

/** Begins the review, judges the one open condition, approves: each key on what the one before it led to. */
async function decide(reviewer: Page, press: (key: string) => Promise<void>): Promise<void> {
  await expect(reviewer.locator('.is-current')).toBeVisible()
  await press('s')
  await expect(reviewer.locator('.status-in-review')).toBeVisible()
  await press('y')
  await expect(reviewer.locator('#approval')).toHaveValue('approve.checked-at-window')
  await press('a')
}

test('twenty usual cases are decided with the keyboard, in at most four keys each, and the next one is there', async ({ browser }) => {
  test.setTimeout(600_000)
  const county = '632221'
  const { clerk, reviewer } = await openHall(browser, site, county)
  const codes: string[] = []
  for (let made = 0; made < 20; made++) {
    const { code } = await handsIn(county)
    await takeIn(clerk, code)
    codes.push(code)
  }
  await reviewer.goto('/zh/desk/cases?status=accepted')
  await reviewer.locator('#take-next').click()
  const [keys, done] = [counted(reviewer), [] as string[]]
  for (let decided = 0; decided < codes.length; decided++) {
    const code = codes.find((one) => !done.includes(one)) ?? ''
    await expect(reviewer.locator('.case-head')).toContainText(code)
    const before = keys.count()
    await decide(reviewer, keys.press)
    await expect(reviewer.locator('#take-back')).toContainText(code)
    expect(keys.count() - before).toBeLessThanOrEqual(4)
    done.push(code)
  }
  expect(keys.count()).toBeLessThanOrEqual(4 * codes.length)
  // After the last one the list is there, with its filter.
  await expect(reviewer).toHaveURL(/\/desk\/cases\?status=accepted/)
  await reviewer.goto('/zh/desk/cases?status=approved')
  for (const code of codes) await expect(reviewer.locator('tbody')).toContainText(code)
})

test('an approval is taken back in time: nobody was told, the case is in review again, and the next one is not lost', async ({
  browser,
}) => {
  const county = '632222'
  const { clerk, reviewer } = await openHall(browser, site, county)
  const [first, second] = [await handsIn(county), await handsIn(county)]
  for (const { code } of [first, second]) await takeIn(clerk, code)
  await reviewer.goto('/zh/desk/cases')
  await reviewer.locator('#take-next').click()
  await decide(reviewer, (key) => reviewer.keyboard.press(key))
  await expect(reviewer.locator('#take-back')).toContainText(first.code)
  await expect(reviewer.locator('.case-head')).toContainText(second.code)
  const told = async () => (await first.one.get('/bo/applications/1')).text
  expect(await told()).not.toContain(textOf('bo', 'phrases:approve.checked-at-window'))
  expect(await axeFindings(reviewer)).toEqual([])
  await reviewer.keyboard.press('u')
  await expect(reviewer.locator('.case-head')).toContainText(first.code)
  await expect(reviewer.locator('.status-in-review')).toBeVisible()
  await expect(reviewer.locator('.timeline')).toContainText(t('desk:event.take-back'))
  expect(await told()).not.toContain(textOf('bo', 'phrases:approve.checked-at-window'))
  // Approved again, it goes on to the one that was taken on before, and stands once its time is over.
  await reviewer.keyboard.press('a')
  await expect(reviewer.locator('.case-head')).toContainText(second.code)
  await expect(reviewer.locator('#take-back')).toHaveCount(0, { timeout: 30_000 })
  await expect.poll(told, { timeout: 30_000 }).toContain(textOf('bo', 'phrases:approve.checked-at-window'))
})

test('the keys do nothing while somebody types, for a hand scanner, or turned off; and each does what the list says', async ({
  browser,
}) => {
  const county = '632223'
  const { clerk, reviewer } = await openHall(browser, site, county)
  const { code } = await handsIn(county)
  await takeIn(clerk, code)
  await find(reviewer, code)
  const posts: string[] = []
  reviewer.on('request', (request) => request.method() === 'POST' && posts.push(request.postData() ?? ''))
  for (const scanned of [
    `${originOf(site)}/zh-bo/applications/open?taken=jyas#${code}`,
    code,
    'alipays-y-a-s',
    '/zh/desk/counter?paper=job-services',
    'Yyas',
  ]) {
    await reviewer.keyboard.type(scanned)
    await reviewer.keyboard.press('Enter')
  }
  await reviewer.locator('#note').fill('')
  await reviewer.locator('#note').pressSequentially('s y a u')
  await expect(reviewer.locator('#note')).toHaveValue('s y a u')
  await reviewer.locator('#note').fill('')
  await reviewer.locator('h1').click()
  await reviewer.keyboard.press('?')
  await expect(reviewer.locator('#keys')).toBeVisible()
  await reviewer.keyboard.press('s')
  await reviewer.locator('#keys-on').uncheck()
  await reviewer.keyboard.press('Escape')
  await expect(reviewer.locator('#keys')).toBeHidden()
  await reviewer.keyboard.press('s')
  await reviewer.locator('[data-keys]').click()
  await reviewer.locator('#keys-on').check()
  await reviewer.keyboard.press('Escape')
  expect(posts).toEqual([])

  await reviewer.locator('h1').click()
  const at = () =>
    reviewer.evaluate(() => [...document.querySelectorAll('[data-item]')].indexOf(document.querySelector('.is-current') as Element))
  const begun = await at()
  await reviewer.keyboard.press('k')
  await expect.poll(at).toBe(begun - 1)
  await reviewer.keyboard.press('j')
  await expect.poll(at).toBe(begun)
  await reviewer.keyboard.press('s')
  await expect(reviewer.locator('.status-in-review')).toBeVisible()
  await reviewer.keyboard.press('n')
  await expect(reviewer.locator('.judged').first()).toHaveText(t('desk:case.judge.no'))
  // It is open what speaks for it: nothing is chosen, and without a reason nothing happens.
  await expect(reviewer.locator('#approval')).toHaveValue('')
  await reviewer.keyboard.press('a')
  await expect(reviewer.locator('#errors')).toContainText(t('desk:error.why'))
  await reviewer.locator('h1').click()
  await reviewer.keyboard.press('r')
  await expect(reviewer.locator('#approval')).not.toHaveValue('')
  while (!(await reviewer.locator('.group.is-current').count())) {
    const now = await at()
    await reviewer.keyboard.press('k')
    await expect.poll(at).toBe(now - 1)
  }
  await reviewer.keyboard.press('c')
  await expect(reviewer).toHaveURL(/\/corrections\?.*ask=/)
  await expect(reviewer.locator('.ask input[type="checkbox"]:checked')).toHaveCount(1)
  await expect(reviewer.locator('select:focus')).toHaveCount(1)
})

test('what is pressed while an answer is on its way is done after it, on what is shown by then; nothing after what was not taken', async ({
  browser,
}) => {
  const county = '632324'
  const { clerk, reviewer } = await openHall(browser, site, county)
  const { code } = await handsIn(county)
  await find(clerk, code)
  await press(clerk, t('desk:do.accept'))
  await find(reviewer, code)
  // Slower than whoever presses: each answer waits until it is let go.
  const held: (() => void)[] = []
  await reviewer.route('**/desk/cases/**', async (route) => {
    if (route.request().method() === 'POST') await new Promise<void>((go) => held.push(go))
    await route.continue()
  })
  const letGo = async () => {
    await expect.poll(() => held.length).toBe(1)
    held.shift()?.()
  }
  const originals = await reviewer.locator('[data-original]').count()
  expect(originals).toBeGreaterThan(1)
  for (const button of await reviewer.locator('[data-original]').all()) await button.click()
  await reviewer.keyboard.press('s')
  for (let seen = 0; seen < originals; seen++) await letGo()
  await letGo()
  await expect(reviewer.locator('[data-original]')).toHaveCount(0)
  await expect(reviewer.locator('.status-in-review')).toBeVisible()
  // Without a judgement nothing is approved, and what was pressed after that is not done.
  await reviewer.evaluate(() =>
    document.addEventListener('submit', () => setTimeout(() => document.querySelector<HTMLElement>('[data-judge="yes"]')?.click()), {
      once: true,
    }),
  )
  await reviewer.keyboard.press('a')
  await letGo()
  await expect(reviewer.locator('#errors')).toBeVisible()
  await expect(reviewer.locator('.judged').first()).not.toHaveText(t('desk:case.judge.yes'))
  expect(held).toEqual([])
})

test('without JavaScript: the same forms, by page load; a colleague takes the case over by name first', async ({ browser }) => {
  const county = '632224'
  const [{ clerk, reviewer }, other] = [
    await openHall(browser, site, county, { javaScriptEnabled: false }),
    await openHall(browser, site, county, { javaScriptEnabled: false }),
  ]
  const { code } = await handsIn(county)
  await takeIn(clerk, code)
  await find(reviewer, code)
  await press(reviewer, t('desk:do.start-review'))
  await reviewer.locator('[data-judge="yes"]').first().click()
  await expect(reviewer).toHaveURL(/#condition-C\d$/)
  await find(other.reviewer, code)
  await expect(other.reviewer.locator('[data-judge]')).toHaveCount(0)
  await other.reviewer.locator('#take-over button').click()
  await expect(other.reviewer.locator('.timeline')).toContainText(t('desk:event.take-over'))
  await reviewer.locator('[data-key="approve"]').click()
  await expect(reviewer.locator('#errors')).toContainText(t('desk:error.changed'))
  await other.reviewer.locator('[data-key="approve"]').click()
  await expect(other.reviewer.locator('#take-back')).toContainText(code)
  await other.reviewer.locator('#take-back button').click()
  await expect(other.reviewer.locator('.status-in-review')).toBeVisible()
})
