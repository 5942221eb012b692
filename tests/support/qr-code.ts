import type { Locator } from '@playwright/test'
import decode from 'qr/decode.js'
import sharp from 'sharp'

/** The text of a QR code on a page or a picture. */
export async function readQr(code: Locator | Buffer): Promise<string> {
  const image = Buffer.isBuffer(code) ? code : await code.screenshot()
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return decode({ width: info.width, height: info.height, data })
}
