// @ts-check
/**
 * `npm run administrator`: lists the administrators. `npm run administrator -- NAME` makes a link by which the one with this sign-in name (or
 * id) chooses a new password, once; `npm run administrator -- NAME without-second-factor` turns their second factor off as well. For whoever
 * has the machine, where nobody can sign in who could hand over a link. A server may be running.
 */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { lacking } from './machine.js'
import { prepare } from './prepare.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const [who, how] = process.argv.slice(2)
if (how !== undefined && how !== 'without-second-factor') lacking(`${how} is not known: say without-second-factor, or nothing.`)
await prepare()
const server = await import(pathToFileURL('build/server/index.js').href)
const wanted = who === undefined ? undefined : { who, withoutSecondFactor: how !== undefined }
const { link, of, hours, administrators } = await server
  .linkForAdministrator(server.readConfig(process.env), process.cwd(), wanted)
  .catch((/** @type {Error} */ error) => lacking(`No link was made: ${error.message}`))
if (link) {
  console.log(`Who opens this link chooses a new password for ${of.name} (${of.login || of.id}), once, within ${hours} hours: ${link}`)
  console.log('It replaces every earlier link of theirs. The audit log says that it was made on the machine.')
} else {
  for (const { id, name, login, hasSecondFactor } of administrators)
    console.log(`${name} (${login || id})${hasSecondFactor ? ', with a second factor' : ''}`)
  if (administrators.length === 0) console.log('There is no administrator: npm start prints the link of the first one.')
  if (who !== undefined) lacking(`No administrator who is on has the sign-in name ${who}.`)
}
