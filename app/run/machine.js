// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Prints what the machine lacks, in one plain sentence, and exits. @param {string} sentence @returns {never} */
export function lacking(sentence) {
  console.error(`\n✗ ${sentence}\n`)
  process.exit(1)
}

/** Exits unless Node is new enough: 20.19 or later. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    lacking(`Node.js 20.19 or later is needed; this is ${process.versions.node}. See https://nodejs.org`)
}

/** Runs a command with its output shown; true where it ended well. @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
export function run(command, args, env = process.env) {
  return spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status === 0
}

/** Can this program be started? @param {string} command */
export function has(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
}

/**
 * Where a Chromium lies: `$CHROMIUM`, Debian's headless shell, Debian's Chromium, Chrome; undefined leaves it to Playwright's own.
 * The shell draws the same pages without the windows of a desktop: the browser tests take half the time in it.
 */
export function findChromium() {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return places.find((place) => place && existsSync(place))
}
