import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientScripts } from '#app/run/client.js'

test('`npm run dev` on a fresh data folder prints the link of the first administrator, and it opens', { timeout: 120_000 }, async () => {
  const env = { ...process.env, VITEST: '', PORT: '0', DATA_DIR: mkdtempSync(join(tmpdir(), 'settle-dev-')) }
  const dev = spawn(process.execPath, ['app/run/dev.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const link = await new Promise<string>((resolve, reject) => {
      let output = ''
      dev.stdout.on('data', (chunk) => {
        output += chunk
        const found = /(http:\S+\/desk\/invitation\/\S+)\n/.exec(output)?.[1]
        if (found) resolve(found)
      })
      dev.once('exit', () => reject(new Error(output)))
    })
    const page = await fetch(link.replace('localhost', '127.0.0.1'))
    expect([page.status, (await page.text()).includes('id="login"')]).toEqual([200, true])
    for (const name of clientScripts) {
      const script = await fetch(new URL(`/${name}.js`, page.url))
      expect([script.status, script.headers.get('content-type')], name).toEqual([200, 'text/javascript'])
    }
  } finally {
    dev.kill()
  }
})
