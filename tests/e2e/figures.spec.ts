import { expect, test } from '@playwright/test'
import { modes } from '#app/domain/language.ts'
import { axeFindings } from '#tests/support/axe.ts'
import { deskWidths } from '#tests/support/desk-widths.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, resident, submitForm } from '#tests/support/resident.ts'

const dataDir = process.env.E2E_DATA_DIR ?? ''
const port = Number(process.env.E2E_PORT ?? 4173)

for (const mode of modes) {
  test(`axe finds nothing on the figures and the audit log in ${mode}, and they fit`, async ({ page, context, baseURL }) => {
    test.slow()
    const one = resident(port)
    await fillIn(one, ['skills-training'], { 'f-trade': 'ཟས་བཟོ་' }, 'bo', { 'f-county': '632626' })
    await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
    const id = `figures-${mode}-${Date.now()}`
    const cookies = await openDesk(dataDir, '632600', [{ id, name: '负责·测试', role: 'supervisor' }])
    await context.addCookies([{ name: 'staff', value: cookies[id]?.staff ?? '', url: baseURL ?? '' }])
    for (const width of deskWidths(mode)) {
      await page.setViewportSize({ width, height: 800 })
      for (const place of ['figures', 'audit-log']) {
        await page.goto(`/${mode}/desk/${place}`)
        if (place === 'audit-log') {
          await page.locator('#audit .button').click()
          await expect(page.locator('[role="status"]')).toBeVisible()
        } else await expect(page.locator('.bars').first()).toBeVisible()
        expect(await axeFindings(page), place).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${place} ${width}`).toBeLessThanOrEqual(width)
      }
    }
  })
}
