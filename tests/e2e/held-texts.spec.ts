import { expect, type Page, test } from '@playwright/test'
import { axeFindings } from '#tests/support/axe.ts'
import { applies, find, follow, openHall, press } from '#tests/support/desk-screens.ts'
import { deskWidths } from '#tests/support/desk-widths.ts'
import { textOf } from '#tests/support/texts.ts'

const site = { dataDir: process.env.E2E_DATA_DIR ?? '', port: Number(process.env.E2E_PORT ?? 4173) }
const t = (key: string) => textOf('zh', key)
const demand = '请先退出承包地再来·测试'

for (const [script, county] of [
  [true, '632221'],
  [false, '632222'],
] as const)
  test(`texts that ask for land wait, come back, are reworded, and others are let go by a second person, ${script ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.slow()
    const { clerk, reviewer, supervisor } = await openHall(browser, site, county, { javaScriptEnabled: script })
    const { one, code } = await applies(browser, site, county)
    await find(clerk, code)
    await press(clerk, t('desk:do.accept'))
    await find(reviewer, code)
    await press(reviewer, t('desk:do.start-review'))

    const asks = async (text: string) => {
      await reviewer.locator('#words').fill(text)
      await reviewer.locator('#send').click()
    }
    await follow(reviewer, t('desk:do.approve'))
    await asks(demand)
    await expect(reviewer.locator('#held')).toContainText(t('held:own'))
    await expect(reviewer.locator('#held')).toContainText(demand)
    await expect(reviewer.locator('.status-in-review')).toBeVisible()
    expect((await one.get('/bo/applications/1')).text).not.toContain(demand)

    const readAsSecond = async () => {
      await supervisor.goto('/zh/desk')
      await supervisor.locator('.tile', { hasText: t('desk:nav.held-texts') }).click()
      await supervisor.locator('tbody th a').first().click()
    }
    await readAsSecond()
    await follow(supervisor, t('held:return'))
    await supervisor.locator('#words').fill('不能拿地当条件·测试')
    await supervisor.locator('#send').click()
    await expect(supervisor.locator('#held')).toHaveCount(0)

    await reviewer.reload()
    await expect(reviewer.locator('#returned')).toContainText('不能拿地当条件·测试')
    await follow(reviewer, t('held:reword'))
    await asks(demand)
    await follow(reviewer, t('held:reword'))
    await expect(reviewer.locator('#words')).toHaveValue(demand)

    await readAsSecond()
    await press(supervisor, t('held:release'))
    await expect(supervisor.locator('.status-approved')).toBeVisible()
    // Who comes too late with other texts is told, and they are not lost.
    await asks('材料都对得上·测试')
    await expect(reviewer.locator('textarea[name="words"]')).toHaveValue('材料都对得上·测试')
    await expect(reviewer.locator('button#send')).toHaveCount(0)
    expect((await one.get('/bo/applications/1')).text).toContain(demand)
  })

test('a note that asks for land waits; who gives it back is told of in the box, and who lets it go writes nothing', async ({ browser }) => {
  test.slow()
  const { clerk, reviewer } = await openHall(browser, site, '632522')
  const { code } = await applies(browser, site, '632522')
  await find(clerk, code)
  const notes = async (text: string) => {
    await clerk.locator('#note').fill(text)
    await press(clerk, t('desk:case.note-button'))
  }
  await notes(demand)
  await expect(clerk.locator('#internal')).toContainText(demand)
  await expect(clerk.locator('.private-note')).toHaveCount(0)
  const readAsSecond = async () => {
    await reviewer.goto('/zh/desk/held-texts')
    await reviewer.locator('tbody th a').first().click()
  }
  await readAsSecond()
  await press(reviewer, t('held:return'))
  await expect(reviewer.locator('#internal')).toHaveCount(0)
  await clerk.reload()
  await clerk
    .locator('#returned-internal')
    .getByRole('link', { name: t('held:reword') })
    .click()
  await expect(clerk.locator('#note')).toHaveValue(demand)
  await notes(`${demand}二`)
  await readAsSecond()
  await press(reviewer, t('held:release'))
  await expect(reviewer.locator('.private-note')).toContainText(`${demand}二`)
})

for (const [mode, county] of [
  ['zh', '632223'],
  ['bo', '632224'],
  ['zh-bo', '632521'],
] as const)
  test(`axe finds nothing where texts wait in ${mode}, and it fits`, async ({ browser }) => {
    test.slow()
    const { clerk, reviewer, supervisor } = await openHall(browser, site, county)
    const { code } = await applies(browser, site, county)
    await find(clerk, code)
    await press(clerk, t('desk:do.accept'))
    await find(reviewer, code)
    await press(reviewer, t('desk:do.start-review'))
    await follow(reviewer, t('desk:do.approve'))
    await reviewer.locator('#words').fill(demand)
    await reviewer.locator('#send').click()
    await reviewer.locator('#note').fill(demand)
    await press(reviewer, t('desk:case.note-button'))
    await expect(reviewer.locator('#internal')).toContainText(t('held:internal.own'))
    // What somebody has to act on stands before all there is to read.
    await expect(reviewer.locator('div:has(> #held) ~ .case')).toBeVisible()
    const url = new URL(reviewer.url()).pathname

    const found: string[] = []
    const look = async (page: Page, path: string) => {
      for (const width of deskWidths(mode)) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(path.replace('/zh/', `/${mode}/`))
        found.push(...(await axeFindings(page)).map((one) => `${width} ${path} ${one}`))
        const needed = await page.evaluate(() => document.documentElement.scrollWidth)
        if (needed > width) found.push(`${width} ${path} needs ${needed} px`)
      }
    }
    await look(reviewer, url)
    await look(reviewer, '/zh/desk/held-texts')
    await look(supervisor, url)
    await look(supervisor, '/zh/desk/held-texts')
    await look(supervisor, `${url}/return-text`)
    await supervisor.locator('#words').fill('不能拿地当条件·测试')
    await supervisor.locator('#send').click()
    await expect(supervisor.locator('#held')).toHaveCount(0)
    await supervisor.locator('#internal button[value="return-internal"]').click()
    await expect(supervisor.locator('#internal')).toHaveCount(0)
    await look(reviewer, url)
    expect(found).toEqual([])
  })
