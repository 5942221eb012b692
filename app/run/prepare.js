// @ts-check
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { buildClient } from './client.js'
import { makeFonts, makeSheetFonts } from './fonts.js'
import { has, lacking, requireNode, run } from './machine.js'

const stamp = 'build/stamp'
const installed = 'node_modules/.installed'

/** Makes a checkout ready to run: packages installed, site built. Does only what is missing or stale, and says so. */
export async function prepare() {
  requireNode()
  install()
  await build()
}

/** Installs the packages of the lock file, where they are not those already here. */
export function install() {
  const wanted = fingerprint(['package-lock.json'])
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return
  console.log('Installing packages (about two minutes the first time; better-sqlite3 may have to be compiled) …')
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    const missing = ['python3', 'make', 'g++'].filter((tool) => !has(tool))
    lacking(
      missing.length > 0
        ? `The packages could not be installed. better-sqlite3 may have needed a compiler: ${missing.join(', ')} not found. On Debian: apt-get install python3 make g++`
        : 'The packages could not be installed; npm says why above.',
    )
  }
  writeFileSync(installed, wanted)
}

/** Builds the site, where the sources are newer than the build. Without `compressed` nothing is compressed ahead of time. */
export async function build({ compressed = true } = {}) {
  const wanted = fingerprint(['app', 'db', 'locales', 'public', 'remix.config.js', 'vite.config.ts', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Building the site (under a minute) …')
  rmSync('build', { recursive: true, force: true })
  process.env.NODE_ENV = 'production'
  await makeFonts()
  if (!run(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn']))
    lacking('The site could not be built; see above.')
  await makeSheetFonts()
  await gatherPublic()
  await writeStaticPages()
  if (compressed) for (const folder of ['build/public', 'build/pages']) compressAll(folder)
  writeFileSync(stamp, wanted)
}

/** What browsers get: the folder `public` with styles and fonts as Remix built them, and our own scripts. Remix's stay behind: no page loads one. */
async function gatherPublic() {
  cpSync('build/client', 'build/public', { recursive: true, filter: (name) => extname(name) !== '.js' })
  await buildClient('build/public')
}

async function writeStaticPages() {
  const server = await import(pathToFileURL('build/server/index.js').href)
  const { on, pages } = await server.prerender()
  writeFileSync('build/rendered-on.txt', on)
  for (const [path, html] of pages) {
    mkdirSync(join('build/pages', path), { recursive: true })
    writeFileSync(join('build/pages', path, 'index.html'), html)
  }
}

/** Writes a Brotli and a gzip form beside every text of a folder, ahead of time. @param {string} folder */
function compressAll(folder) {
  for (const name of filesUnder(folder)) {
    if (!['.html', '.css', '.js', '.svg', '.json', '.txt', '.webmanifest'].includes(extname(name))) continue
    const body = readFileSync(name)
    if (body.length < 256) continue
    writeFileSync(
      `${name}.br`,
      brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    )
    writeFileSync(`${name}.gz`, gzipSync(body, { level: 9 }))
  }
}

/** One hash over the contents of files and folders. @param {string[]} of */
function fingerprint(of) {
  const hash = createHash('sha256')
  for (const name of of.flatMap((one) => (extname(one) ? [one] : filesUnder(one))))
    hash.update(name).update('\0').update(readFileSync(name))
  return hash.digest('hex')
}

/** Fonts the build itself makes among the sources. */
const isMade = (/** @type {string} */ name) => extname(name) === '.woff2'

/** Every file under a folder, in order. @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? dirname(join(folder, entry.name)), entry.name))
    .filter((name) => !isMade(name))
    .sort()
}
