import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { openDesk } from '#tests/support/open-desk.ts'
import { resident } from '#tests/support/resident.ts'
import { handedIn } from '#tests/support/submitted-application.ts'

const dataDir = process.env.E2E_DATA_DIR ?? ''
const port = Number(process.env.E2E_PORT ?? 4173)

test('the list is exported as CSV and then as XLSX from one page', async ({ page, context, baseURL }) => {
  const id = `clerk-${Date.now()}`
  const cookies = await openDesk(dataDir, '632324', [{ id, name: '窗口·测试', role: 'clerk' }])
  const { code } = await handedIn(resident(port, cookies[id]), port, '632324')
  await context.addCookies([{ name: 'staff', value: cookies[id]?.staff ?? '', url: baseURL ?? '' }])
  await page.goto('/zh/desk/cases')
  for (const format of ['csv', 'xlsx', 'csv']) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`button[value="${format}"]`).click()])
    expect(file.suggestedFilename()).toBe(`cases.${format}`)
    if (format === 'csv') expect(readFileSync(await file.path(), 'utf8')).toContain(code)
  }
})
