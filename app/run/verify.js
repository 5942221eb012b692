// @ts-check
/** `npm run verify`: reads everything that is stored and names what is damaged. It changes nothing; a server may be running. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { lacking } from './machine.js'
import { prepare } from './prepare.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
await prepare()
const server = await import(pathToFileURL('build/server/index.js').href)
const { read, files, faults } = await server
  .verifyAll(server.readConfig(process.env), process.cwd())
  .catch((/** @type {Error} */ error) => lacking(`The data could not be read: ${error.message}`))
console.log(`${read} values and ${files} uploaded files read`)
for (const { table, id, what } of faults) console.log(`Damaged: ${table} ${id}: ${what}`)
if (faults.length > 0) {
  console.log(`${faults.length} damaged. The site goes on without them; a backup from before may still have them.`)
  process.exit(1)
}
console.log('Everything is whole.')
