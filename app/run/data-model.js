// @ts-check
/** `npm run data-model`: draws the tables of `docs/data-model.md` anew from the schema. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { install } from './prepare.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
install()
const { runnerImport } = await import('vite')
const { module } = await runnerImport('./db/data-model.server.ts', { configFile: false, logLevel: 'error' })
const file = 'docs/data-model.md'
const [before] = readFileSync(file, 'utf8').split('## Tables\n')
writeFileSync(file, `${before}${/** @type {any} */ (module).dataModel()}`)
console.log(`${file} is drawn`)
