import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { answerBy } from '#tests/support/answer-by.ts'
import { agreeAndSubmit, apply, begin, firstStep, goOn, writeInStep } from '#tests/support/counter-screens.ts'
import { applies, find, follow, openHall, originOf, press } from '#tests/support/desk-screens.ts'
import { readQr } from '#tests/support/qr-code.ts'
import { pin } from '#tests/support/resident.ts'
import { type OwnSite, ownSite } from '#tests/support/separate-site.ts'
import { textOf } from '#tests/support/texts.ts'

const [zh, bo] = [(key: string) => textOf('zh', key), (key: string) => textOf('bo', key)]
const county = '630104'

// A site of its own: one row of its database is altered in the end.
let site: OwnSite
test.beforeAll(async () => {
  site = await ownSite()
})
test.afterAll(() => site.stop())

/** A telephone or tablet of somebody who reads Tibetan. */
async function phone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, baseURL: originOf(site), locale: 'bo-CN' })
  return context.newPage()
}

/** What the resident answers on their own screen, in Tibetan. */
const answers = {
  ...{ 'f-name': 'བཀྲ་ཤིས་ཚོད་ལྟ', 'f-birth-date-age': '༤༠', 'f-speaks': 'bo', 'f-county': county, 'f-words': 'ཚོད་ལྟའི་སྲང་ལམ།' },
  ...{ 'f-kind': 'casual', 'f-trade': 'ཟས་བཟོ་' },
}

test('a clerk who reads Chinese and a resident who reads Tibetan apply on two screens; corrected, approved, another refused by two; the audit log verifies, and what was altered is named', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { clerk, reviewer, supervisor, administrator } = await openHall(browser, site, county, {}, [
    'clerk',
    'reviewer',
    'supervisor',
    'administrator',
  ])
  const resident = await phone(browser)

  await test.step('the resident’s screen joins by the code the clerk shows', async () => {
    await begin(clerk)
    await clerk.locator('form[action$="/desk/counter/screen"] button').click()
    // Before there is a folder nobody knows what they read: they choose it here.
    await resident.goto((await readQr(clerk.locator('.qr'))).replace('/zh-bo/', '/bo/'))
    await resident.locator('main .button').click()
    await expect(resident).toHaveURL(/\/bo\/shared-session$/)
    await expect(resident.locator('html')).toHaveAttribute('lang', 'bo')
  })

  const { code, slip } = await test.step('they go from step to step together; the resident points, answers and confirms each', async () => {
    const code = await apply(clerk)
    const slip = await readQr(clerk.locator('.qr'))
    await firstStep(clerk)
    const done: string[] = []
    for (; clerk.url().includes('/apply/step/'); await goOn(clerk)) {
      const place = new URL(clerk.url()).pathname.slice('/zh/'.length)
      await expect(resident.locator('[data-shared-session]')).toHaveAttribute('data-place', place)
      await expect(clerk.locator('[data-say="joined"]')).toBeVisible()
      const block = place.split('/')[2] ?? ''
      const title = block === 'own' ? 'services/skills-training:name' : `forms:blocks.${block}.title`
      await expect(clerk.locator('h1')).toContainText(zh(title))
      await expect(resident.locator('h1')).toContainText(bo(title))

      const last = clerk.locator('#step input:not([type="hidden"]), #step select, #step textarea').last()
      await last.focus()
      const name = (await last.getAttribute('name')) ?? ''
      await expect(resident.locator('.shared-focus').locator(`[name="${name}"]`).first()).toBeVisible()

      const field = resident.locator('.shared-field').first()
      await field.locator('[name="pointed"]').click()
      await expect(clerk.locator('[data-say="points"]')).toBeVisible()
      await expect(clerk.locator('.shared-pointed')).toBeVisible()
      await writeInStep(resident, answers)
      await hasArrived(resident, clerk)
      await resident.locator('[name="confirm"]').click()
      await expect(clerk.locator('[data-say="confirmed"]')).toBeVisible()
      await expect(resident.locator('[data-say="confirmed"]')).toBeVisible()
      done.push(block)
    }
    expect(done).toEqual(['person', 'contact', 'address', 'work', 'own'])
    return { code, slip }
  })

  await test.step('they submit, and the resident is told what was filed', async () => {
    await clerk.goto('/zh/apply/answers')
    await expect(resident.locator('h1')).toContainText(bo('apply:answers.title'))
    await expect(resident.locator('.answers')).toContainText(answers['f-words'])
    await resident.locator('[name="confirm"]').click()
    await expect(clerk.locator('[data-say="confirmed"]')).toBeVisible()
    await agreeAndSubmit(clerk)
    await expect(resident.locator('h1')).toContainText(bo('counter:shared-session.filed'))
    await clerk.locator('.client form[method="post"] button').click()
    await expect(resident.locator('h1')).toContainText(bo('counter:shared-session.over'))
  })

  const own = await phone(browser)
  await test.step('on their own phone, by the code of the slip and the PIN, the resident reads who filed it, and on what ground', async () => {
    await own.goto(slip)
    await own.locator('.modes button[value="bo"]').click()
    await expect(own.locator('#code')).toHaveValue(code)
    await own.locator('#pin').fill(pin)
    await own.locator('#open .actions .button').click()
    await own.locator('.tasks a').first().click()
    await expect(own.locator('.timeline')).toContainText(bo('application:helped.submit'))
    await expect(own.locator('.timeline')).toContainText(bo('application:helped.ground.present'))
  })

  await test.step('a reviewer takes it from the queue and asks for one correction', async () => {
    await reviewer.goto('/zh/desk/cases')
    await reviewer.locator('#take-next').click()
    await expect(reviewer.locator('h1, .case-head, main').first()).toContainText(code)
    await press(reviewer, zh('desk:do.accept'))
    await follow(reviewer, zh('desk:do.ask-correction'))
    const item = reviewer.locator('.ask', { has: reviewer.locator('[id="ask-address/home/words"]') })
    await item.locator('input[type="checkbox"]').check()
    await item.locator('select').first().selectOption('does-not-match')
    await item.locator('input[type="text"], input:not([type])').fill('请写门牌号·测试')
    for (const [name, value] of Object.entries(answerBy)) await reviewer.locator(`[name="${name}"]`).fill(value)
    await reviewer.locator('#send').click()
    await expect(reviewer.locator('.status-correction-asked')).toBeVisible()
  })

  await test.step('the resident answers it in Tibetan, on their own phone', async () => {
    await own.reload()
    await own.locator('main a[href$="/correct"]').first().click()
    await expect(own.locator('main')).toContainText(bo('application:reason.does-not-match'))
    await expect(own.locator('main')).toContainText('请写门牌号·测试')
    await expect(own.locator('main')).toContainText(bo('application:language.zh'))
    await own.locator('[name="f-address-home-words"]').fill('ཚོད་ལྟའི་སྲང་ལམ་ཨང་0')
    await own.locator('#send').click()
    await expect(own.locator('.status-resubmitted').first()).toBeVisible()
  })

  await test.step('the reviewer approves it with a reason, which the resident reads', async () => {
    await find(reviewer, code)
    await expect(reviewer.locator('main')).toContainText('ཚོད་ལྟའི་སྲང་ལམ་ཨང་0')
    await press(reviewer, zh('desk:do.start-review'))
    await follow(reviewer, zh('desk:do.approve'))
    await reviewer.locator('#words').fill('门牌号对得上·测试')
    await reviewer.locator('#send').click()
    await expect(reviewer.locator('.status-approved')).toBeVisible()
    await own.goto('/bo/applications/1')
    await expect(own.locator('main')).toContainText('门牌号对得上·测试')
    await expect(own.locator('.status-approved').first()).toBeVisible()
  })

  const other = await applies(browser, site, county)
  await test.step('another is proposed to be refused, and a supervisor confirms it', async () => {
    await find(reviewer, other.code)
    await press(reviewer, zh('desk:do.accept'))
    await press(reviewer, zh('desk:do.start-review'))
    await follow(reviewer, zh('desk:do.propose-decline'))
    await reviewer.locator('[name="condition"][value="C3"]').check()
    await reviewer.locator('#phrase').selectOption('decline.condition-not-met')
    await reviewer.locator('#send').click()
    await expect(reviewer.locator('.moves')).toContainText(zh('desk:case.own-proposal'))
    await supervisor.goto('/zh/desk/cases?status=proposed')
    await supervisor.locator('tbody th a').first().click()
    await press(supervisor, zh('desk:do.decline'))
    await expect(supervisor.locator('.status-declined')).toBeVisible()
    expect((await other.one.get('/bo/applications/1')).text).toContain(bo('phrases:decline.condition-not-met'))
  })

  const head = await test.step('page and command prove the history whole, from the same head', async () => {
    await administrator.goto('/zh/desk/audit-log')
    await administrator.locator('#audit .button').click()
    await expect(administrator.locator('[role="status"]')).toContainText(zh('audit-log:whole'))
    const head = (await administrator.locator('[role="status"] code').textContent()) ?? ''
    const command = audited()
    expect(command.out).toContain(`Whole. Keep this elsewhere, and give it to the next audit: ${head}`)
    expect(command.status).toBe(0)
    return head
  })

  await test.step('one row altered in the database: page and command name it', async () => {
    const database = new Database(join(site.dataDir, 'settle.sqlite'))
    const approval = database.prepare("select position, application_id as of from events where type = 'approve'").get() as Altered
    database.prepare("update events set at = '2020-01-01T00:00:00.000Z' where position = ?").run(approval.position)
    database.close()
    await administrator.locator('#head').fill(head)
    await administrator.locator('#audit .button').click()
    const said = administrator.locator('[role="status"]')
    await expect(said).toContainText(zh('audit-log:broken'))
    await expect(said).toContainText(zh('audit-log:what.content'))
    await expect(said).toContainText(zh('audit-log:position').replace('{{position}}', String(approval.position)))
    await expect(said).toContainText(approval.of)
    const command = audited(head)
    expect(command.out).toContain(`Broken (content): event ${approval.position} of ${approval.of}`)
    expect(command.status).toBe(1)
  })
})

type Altered = { readonly position: number; readonly of: string }

/** Waits until everything the resident wrote on this step stands in the clerk's form too. */
async function hasArrived(resident: Page, clerk: Page): Promise<void> {
  for (const input of await resident.locator('#step [name^="f-"]').all()) {
    const [name, type] = [await input.getAttribute('name'), await input.getAttribute('type')]
    if (type === 'hidden') continue
    const value = await input.inputValue()
    const same = clerk.locator(`#step [name="${name}"]`)
    if (type === 'radio' || type === 'checkbox') {
      if (await input.isChecked()) await expect(clerk.locator(`#step [name="${name}"][value="${value}"]`)).toBeChecked()
    } else await expect(same).toHaveValue(value)
  }
}

/** `npm run audit`, as somebody runs it beside the server. */
function audited(head = ''): { status: number | null; out: string } {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'audit', '--', head], {
    env: { ...process.env, DATA_DIR: site.dataDir },
    encoding: 'utf8',
  })
  return { status, out: stdout }
}
