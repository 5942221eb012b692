import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The environment of a process whose clock starts at `at`. */
export function atClock(at: Date): Record<string, string> {
  const loaded = pathToFileURL(resolve('tests/support/clock.js')).href
  return { NODE_OPTIONS: `--import ${loaded}`, CLOCK_SHIFT: String(at.getTime() - Date.now()) }
}
