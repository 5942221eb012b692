// @ts-check
/** `npm run check`: types, lint and format, tests. */
import { fileURLToPath } from 'node:url'
import { run } from './machine.js'
import { install } from './prepare.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
install()
const steps = [
  ['node_modules/typescript/bin/tsc', '--noEmit'],
  ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'app/client'],
  ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ['app/run/test.js'],
]
process.exit(steps.every((step) => run(process.execPath, step)) ? 0 : 1)
