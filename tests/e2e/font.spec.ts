import { readdirSync, readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'

const folder = 'build/client/assets'
const fontOf = (start: string) => {
  const name = readdirSync(folder).find((one) => one.startsWith(start) && one.endsWith('.woff2')) ?? ''
  return readFileSync(`${folder}/${name}`).toString('base64')
}
const words = 'རྒྱལ་ བསྒྲུབས་ བརྒྱད་ སྒྲོལ་ སྐྱེས་ སློབ་གྲྭ་ རྩྭ་ས་ འཛུགས་ ལྷན་སྤོའི་ རྒྱུན་སྡོད་ ཁྲིམས་'

async function drawn(page: Page, font: string, style = ''): Promise<string> {
  await page.setContent(
    `<style>@font-face{font-family:T;src:url(data:font/woff2;base64,${font})}p{font:32px/2 T;margin:0;width:320px;${style}}</style><p>${words}</p>`,
  )
  await page.evaluate((text) => document.fonts.load('32px T', text), words)
  return (await page.locator('p').screenshot()).toString('base64')
}

/** The share of inked pixels that differ strongly between two pictures: smoothing at edges does not count. */
function difference(page: Page, pictures: [string, string]): Promise<number> {
  return page.evaluate(async (sources) => {
    const [one, other] = await Promise.all(
      sources.map(async (source) => {
        const image = new Image()
        image.src = `data:image/png;base64,${source}`
        await image.decode()
        const canvas = new OffscreenCanvas(320, 320)
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0)
        return context?.getImageData(0, 0, 320, 320).data ?? new Uint8ClampedArray()
      }),
    )
    let inked = 0
    let differing = 0
    for (let at = 0; at < (one?.length ?? 0); at += 4) {
      const [a, b] = [one?.[at] ?? 255, other?.[at] ?? 255]
      if (a < 128 || b < 128) inked += 1
      if (Math.abs(a - b) > 150) differing += 1
    }
    return differing / inked
  }, pictures)
}

test('the small font shapes stacks just as the whole one does', async ({ page }) => {
  const [core, full] = [await drawn(page, fontOf('tibetan-core-')), await drawn(page, fontOf('tibetan-full-'))]
  expect(await difference(page, [core, full])).toBeLessThan(0.02)
  // The measure sees wrong stacks: without the font's own shaping they come out otherwise.
  const unshaped = await drawn(
    page,
    fontOf('tibetan-full-'),
    'font-feature-settings:"ccmp" 0,"blws" 0,"abvs" 0,"blwm" 0,"abvm" 0,"mark" 0,"mkmk" 0,"kern" 0',
  )
  expect(await difference(page, [unshaped, full])).toBeGreaterThan(0.1)
})
