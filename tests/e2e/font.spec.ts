import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

const folder = 'build/client/assets'
const fontOf = (start: string) => {
  const name = readdirSync(folder).find((one) => one.startsWith(start) && one.endsWith('.woff2')) ?? ''
  return readFileSync(`${folder}/${name}`).toString('base64')
}

test('the small font shapes stacks just as the whole one does', async ({ page }) => {
  const words = 'རྒྱལ་ བསྒྲུབས་ བརྒྱད་ སྒྲོལ་ སྐྱེས་ སློབ་གྲྭ་ རྩྭ་ས་ འཛུགས་ ལྷན་སྤོའི་ རྒྱུན་སྡོད་ ཁྲིམས་'
  const draw = async (font: string) => {
    await page.setContent(
      `<style>@font-face{font-family:T;src:url(data:font/woff2;base64,${font})}p{font:32px/2 T;margin:0;width:320px}</style><p>${words}</p>`,
    )
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    expect(await page.evaluate(() => document.fonts.check('32px T'))).toBe(true)
    return page.locator('p').screenshot()
  }
  const [core, full] = [await draw(fontOf('tibetan-core-')), await draw(fontOf('tibetan-full-'))]
  expect(core.equals(full)).toBe(true)
  await page.setContent(`<p style="font:32px/2 sans-serif;margin:0;width:320px">${words}</p>`)
  expect((await page.locator('p').screenshot()).equals(full)).toBe(false)
})
