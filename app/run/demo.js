// @ts-check
/** `npm run demo`: creates a data folder with 10,000 sample cases, for demonstration and measurement; never by itself. `npm run demo -- 500` makes 500. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { lacking } from './machine.js'
import { prepare } from './prepare.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
await prepare()
const count = Number(process.argv[2] ?? 10_000)
if (!Number.isInteger(count) || count < 1 || count > 200_000) lacking('How many cases? A number from 1 to 200000.')
process.env.DATA_DIR ??= './data-demo'
const server = await import(pathToFileURL('build/server/index.js').href)
const began = performance.now()
const config = server.readConfig(process.env)
await server.writeSampleData(config, process.cwd(), count).catch((/** @type {Error} */ error) => lacking(error.message))
console.log(`${count} sample cases in ${config.dataDir}, written in ${((performance.now() - began) / 1000).toFixed(0)} s.`)
console.log(`To look at them: DATA_DIR=${process.env.DATA_DIR} npm start`)
