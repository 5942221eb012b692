// @ts-check
/** `npm run audit`: verifies the audit log. `npm run audit -- POSITION:HASH` also checks that it goes on from the head of an earlier audit. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { lacking } from './machine.js'
import { prepare } from './prepare.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
await prepare()
const [position, chain] = (process.argv[2] ?? '').split(':')
const earlier = chain ? { position: Number(position), chain } : undefined
const server = await import(pathToFileURL('build/server/index.js').href)
const { events, applications, head, broken } = await server
  .auditOf(server.readConfig(process.env), process.cwd(), earlier)
  .catch((/** @type {Error} */ error) => lacking(`The audit log could not be read: ${error.message}`))
console.log(`${events} events, ${applications} applications`)
if (broken) {
  const where = [broken.position === null ? '' : `event ${broken.position}`, broken.applicationId ? `of ${broken.applicationId}` : '']
  console.log(`Broken (${broken.what}): ${where.filter(Boolean).join(' ')}`)
  process.exit(1)
}
console.log(`Whole. Keep this elsewhere, and give it to the next audit: ${head.position}:${head.chain}`)
