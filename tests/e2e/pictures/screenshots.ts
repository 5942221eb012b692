import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import type { StaffRole } from '#app/domain/staff.ts'
import { administratorOf, makeHall, makeStaff } from '#tests/support/accounts.ts'

const port = Number(process.env.E2E_PORT ?? 4173)
/** Where the site is. */
export const origin = `http://127.0.0.1:${port}`
/** The screen of a desk. */
export const desk = { width: 1280, height: 800 }

const names = { clerk: '卓玛·测试', reviewer: '才让·测试', supervisor: '央金·测试', administrator: '管理·测试' }

/** Somebody of the staff in Xining at a screen of their own. */
export async function atDesk(browser: Browser, role: StaffRole, practice = false): Promise<Page> {
  const administrator = await administratorOf({ port, dataDir: process.env.E2E_DATA_DIR ?? '' })
  const hall = await makeHall(administrator, '630100')
  const { cookies } = await makeStaff(administrator, { role, hall, name: names[role], practice })
  const context = await browser.newContext({ viewport: desk, baseURL: origin })
  await context.addCookies(Object.entries(cookies()).map(([name, value]) => ({ name, value, url: origin })))
  return context.newPage()
}

/** What stands on a screen, without a cursor or anything that moves; with a Tibetan font, which phones have and this machine may not. */
export async function screenOf(page: Page): Promise<Buffer> {
  const fonts = readdirSync('build/public/assets').find((name) => /^fonts-.*\.css$/.test(name))
  await page.addStyleTag({ url: `/assets/${fonts}` })
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()))
    await document.fonts.ready
  })
  return page.screenshot({ animations: 'disabled', caret: 'hide' })
}

const [most, gap, background] = [160 * 1024, 24, '#d9d2c5']

/** Keeps screens side by side as one small picture beside this file. */
export async function keep(name: string, ...screens: readonly Buffer[]): Promise<void> {
  const sizes = await Promise.all(screens.map((screen) => sharp(screen).metadata()))
  const height = Math.max(...sizes.map((size) => size.height))
  const lefts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, { width }) => sum + width + gap, 0))
  const width = (lefts.at(-1) ?? 0) + (sizes.at(-1)?.width ?? 0)
  const { size } = await sharp({ create: { width, height, channels: 3, background } })
    .composite(screens.map((input, index) => ({ input, left: lefts[index] ?? 0, top: 0 })))
    .png({ palette: true, colours: 32, effort: 10, compressionLevel: 9, dither: 0 })
    .toFile(join(import.meta.dirname, `${name}.png`))
  expect(size, name).toBeLessThan(most)
}

/** A photograph of a paper nobody could take for a real one. */
export async function paper(browser: Browser, rows: readonly string[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 900, height: 600 } })
  await page.setContent(`<body style="margin:0;background:#8a8578"><div style="margin:36px;padding:40px 56px;height:420px;background:#f3ead2;
    font:28px/1.9 serif;color:#333"><h1 style="margin:0;font-size:40px;text-align:center">${rows[0]}</h1>
    ${rows
      .slice(1)
      .map((row) => `<div style="border-bottom:2px solid #bba">${row}</div>`)
      .join('')}</div>
    <div style="position:absolute;inset:0;font:900 110px/600px serif;text-align:center;color:#b0301c3d;rotate:-18deg">测试样本</div>`)
  const picture = await page.screenshot()
  await page.close()
  return picture
}
