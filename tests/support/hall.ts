import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { build } from 'vite'
import type { ApplicationEvent, CorrectionItem } from '#app/domain/event.ts'

const script = 'build/test/desk.js'

/** Builds what the hall does as the site is built, once per build of the site. */
async function built(): Promise<void> {
  if (existsSync(script) && statSync(script).mtimeMs > statSync('build/stamp').mtimeMs) return
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['node'] },
    build: { ssr: 'tests/support/desk.ts', outDir: 'build/test', target: 'node20', emptyOutDir: false },
  })
}

const order = (of: object) =>
  execFileSync(process.execPath, [script], { input: JSON.stringify(of) })
    .toString()
    .trim()

/** A step of the hall for one application of a folder; resolves with what came of it. */
export async function hall(dataDir: string, code: string, number: number, event: Event): Promise<string> {
  await built()
  return order({ dataDir, code, number, event: { actor: { role: 'reviewer', id: 'r-1' }, at: new Date().toISOString(), ...event } })
}

type Event =
  | { type: 'accept' | 'start-review' | 'approve' }
  | { type: 'ask-correction'; items: CorrectionItem[] }
  | {
      type: 'decline'
      actor?: ApplicationEvent['actor']
      condition?: string
      reason: Extract<ApplicationEvent, { type: 'decline' }>['reason']
    }

/** Takes away what is over on a day. */
export async function sweep(dataDir: string, on: Date): Promise<void> {
  await built()
  order({ dataDir, sweep: on.toISOString() })
}

/** A link by which the first administrator is made, for a server whose output cannot be read; undefined where there is one. */
export async function firstLink(dataDir: string): Promise<string | undefined> {
  await built()
  return order({ dataDir, welcome: true }) || undefined
}
