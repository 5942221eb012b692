import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import sharp from 'sharp'
import { findChromium } from '../../app/run/machine.js'

const [width, height] = [640, 480]

/** A browser whose camera shows a picture, held a little askew in a grey room; without a picture only the room. Permission is given or denied. */
export async function browserWithCamera(sees: Buffer | null, mayUse = true): Promise<Browser> {
  const film = join(mkdtempSync(join(tmpdir(), 'settle-camera-')), 'film.y4m')
  writeFileSync(film, await filmOf(sees))
  const executablePath = findChromium()
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--use-fake-device-for-media-stream',
      mayUse ? '--use-fake-ui-for-media-stream' : '--use-fake-ui-for-media-stream=deny',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  })
}

/** A film of one picture, as Chromium's fake camera takes it (YUV4MPEG2); it loops. */
async function filmOf(sees: Buffer | null): Promise<Buffer> {
  const room = sharp({ create: { width, height, channels: 3, background: '#8a8a80' } })
  const held = sees && (await sharp(sees).resize(300, 300).rotate(9, { background: '#8a8a80' }).blur(0.8).png().toBuffer())
  const grey = await (held ? room.composite([{ input: held, left: 150, top: 60 }]) : room).grayscale().raw().toBuffer()
  const luma = grey.length === width * height ? grey : Buffer.from(grey.filter((_, index) => index % 3 === 0))
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame])
}
