import { defineConfig } from '@playwright/test'
import base from '../playwright.config.ts'

// Makes the pictures of the READMEs anew, on sample cases only: never part of `npm test`.

export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../../test-results/pictures',
  testMatch: '*.pictures.ts',
  reporter: 'dot',
  workers: 1,
  timeout: 180_000,
  use: { ...base.use, actionTimeout: 20_000 },
  webServer: { ...base.webServer, cwd: '../../..', command: 'node app/run/demo.js 1500 && node app/run/start.js' },
})
