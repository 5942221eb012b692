import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBuilt } from './built-server.ts'
import { originOf, type Site } from './desk-screens.ts'

/** A site that one test file has for itself. It knows its own address, so that slips and screens show codes. */
export type OwnSite = Site & { stop(): Promise<number | null>; output(): string; errors(): string }

/** Starts a site, with more in its environment where the test needs it. */
export async function ownSite(more: (origin: string) => Promise<Record<string, string>> = async () => ({})): Promise<OwnSite> {
  const [port, dataDir] = [await freePort(), mkdtempSync(join(tmpdir(), 'settle-own-'))]
  const origin = originOf({ port })
  const env = { RATE_LIMIT: 'off', PORT: String(port), PUBLIC_ORIGIN: origin, ...(await more(origin)) }
  const { stop, output, errors } = await startBuilt(env, dataDir)
  return { port, dataDir, stop, output, errors }
}

/** A free port: the address is configured before the site starts. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
