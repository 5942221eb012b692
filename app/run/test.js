// @ts-check
/** `npm test`: sets up what is missing, then unit, contract, database and server tests, then the browser tests; one line sums them up. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, lacking, run } from './machine.js'
import { prepare } from './prepare.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
await prepare()
await requireBrowser()

const reports = { vitest: 'test-results/vitest.json', playwright: 'test-results/playwright.json' }
rmSync('test-results', { recursive: true, force: true })
console.log('Unit, contract, database and server tests …')
run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reports.vitest}`])
console.log('Browser tests on the built site …')
run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts'], {
  ...process.env,
  PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(reports.playwright),
})

const unit = reportIn(reports.vitest)
const browser = reportIn(reports.playwright)
const passed = (unit?.numPassedTests ?? 0) + (browser?.stats.expected ?? 0) + (browser?.stats.flaky ?? 0)
// A suite that leaves no report, or fails outside its tests, counts as failed.
const outside =
  (unit ? Math.max(0, unit.numFailedTestSuites - (unit.numFailedTests > 0 ? unit.numFailedTestSuites : 0)) : 1) +
  (browser ? browser.errors.length : 1)
const failed = (unit?.numFailedTests ?? 0) + (browser?.stats.unexpected ?? 0) + outside
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

/** @param {string} file */
function reportIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

async function requireBrowser() {
  if (findChromium()) return
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return
  console.log('Fetching a browser for the tests …')
  if (!run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']))
    lacking(
      'The browser tests need Chromium. On Debian: apt-get install chromium-headless-shell fonts-noto-cjk. Elsewhere: npx playwright install chromium',
    )
}
