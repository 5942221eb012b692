import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientScripts } from '#app/run/client.js'
import { type BuiltServer, type RawAnswer, startBuilt } from '#tests/support/built-server.ts'
import { agree, fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { answerAll } from '#tests/support/self-check.ts'
import { workedCase } from '#tests/support/worked-cases.ts'

let server: BuiltServer
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
}, 120_000)
afterAll(() => server.stop())

/** What lies under `desk/` is fetched by pages of the desk alone. */
const isOfDesk = (name: string) => name.startsWith('desk/')

const scriptsIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.[cm]?js$/.test(name))
    .sort()

/** The scripts of `app/client`, as browsers ask for them. */
const own = clientScripts.map((name) => `${name}.js`).sort()

/** What a folder of scripts that residents can get has too much of: scripts that are none of ours, and bytes as they are sent. */
function scriptFaults(folder: string, ours: readonly string[], mostBytes: number): string[] {
  const scripts = scriptsIn(folder)
  const sizes = scripts.filter((name) => !isOfDesk(name)).map((name) => join(folder, name))
  const bytes = sizes.reduce((sum, name) => sum + statSync(existsSync(`${name}.br`) ? `${name}.br` : name).size, 0)
  return [
    ...scripts.filter((name) => !ours.includes(name)),
    ...ours.filter((name) => !scripts.includes(name)),
    ...(bytes <= mostBytes ? [] : [`${bytes} bytes`]),
  ]
}

test('residents are served our small scripts only, no framework: at most 12 KB, compressed as they are sent', () =>
  expect(scriptFaults('build/public', own, 12 * 1024)).toEqual([]))

/** What answers otherwise than it should: scripts of ours that are not served as such, and others that are. */
async function servedFaults(get: Resident['get'], ours: readonly string[], others: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const name of [...ours, ...others]) {
    const { status, headers } = await get(`/${name}`)
    const found = status === 200 ? String(headers['content-type']) : `${status}`
    if (found !== (ours.includes(name) ? 'text/javascript; charset=utf-8' : '404')) faults.push(`${name}: ${found}`)
  }
  return faults
}

test('each script of app/client is served at its address, and none of Remix', async () => {
  const ofRemix = scriptsIn('build/client')
  expect(ofRemix.length).toBeGreaterThan(0)
  expect(await servedFaults(resident(server.port).get, own, ofRemix)).toEqual([])
})

test('a script that is missing, one of another type, and one of Remix that is served are found', async () => {
  const types: Readonly<Record<string, string>> = { '/page.js': 'text/html', '/assist.js': 'text/javascript; charset=utf-8' }
  const get = async (path: string) =>
    ({ status: path in types ? 200 : 404, headers: { 'content-type': types[path] }, text: '' }) as unknown as RawAnswer
  expect(await servedFaults(get, ['assist.js'], ['gone.js'])).toEqual([])
  expect(await servedFaults(get, ['page.js', 'gone.js'], ['assist.js'])).toEqual([
    'page.js: text/html',
    'gone.js: 404',
    'assist.js: text/javascript; charset=utf-8',
  ])
})

/** The reader of QR codes is fetched only where a browser cannot read them itself. */
const mostOf = (name: string) => (name === 'desk/qr-reader.js' ? 15 : 3) * 1024

/** Scripts of the desk that are bigger than they may be. */
const bigOfDesk = (names: readonly string[], size: (name: string) => number) =>
  names.filter((name) => isOfDesk(name) && size(name) > mostOf(name))

test('each script of the desk stays small too', () => {
  expect(bigOfDesk(own, (name) => statSync(`build/public/${name}.br`).size)).toEqual([])
  expect(bigOfDesk(['assist.js', 'desk/scan.js', 'desk/qr-reader.js'], () => 4 * 1024)).toEqual(['desk/scan.js'])
})

test('a script of a framework, a missing one, and a big one are found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scripts-'))
  writeFileSync(join(folder, 'assist.js'), '0'.repeat(2000))
  expect(scriptFaults(folder, ['assist.js'], 2000)).toEqual([])
  expect(scriptFaults(folder, ['assist.js'], 1999)).toEqual(['2000 bytes'])
  expect(scriptFaults(folder, [], 2000)).toEqual(['assist.js'])
  expect(scriptFaults(folder, ['assist.js', 'upload.js'], 2000)).toEqual(['upload.js'])
  writeFileSync(join(folder, 'assist.js.br'), '0')
  expect(scriptFaults(folder, ['assist.js'], 1)).toEqual([])
  rmSync(folder, { recursive: true })
})

/** What stands in addresses where routes have a parameter. */
const parameters: Readonly<Record<string, string>> = {
  '$member.$service': '1/residence-permit',
  ...{ $mode: 'bo', $status: '404', $service: 'settle-household', $topic: 'schooling', $id: 'id-card' },
  ...{ '$member.$question': '1/birth-date', $question: 'hukou-place' },
  ...{ '$block.$subject': 'person/1', $paper: 'id-card~1', $number: '1', $token: 'none', $code: '0'.repeat(32) },
}

/** The address of a route with something in the place of each parameter. @throws for a parameter nothing is given for */
function addressOf(name: string): string {
  const route = name === '$.tsx' ? 'nowhere' : name.slice(0, -4)
  const filled = Object.entries(parameters).reduce((path, [parameter, value]) => path.replace(parameter, value), route)
  if (filled.includes('$')) throw new Error(`What stands for the parameter of ${name}?`)
  return `/${filled.replaceAll('.', '/').replace(/\/?_index$/, '')}`
}

/** Every page there is, by the routes. */
const pages = readdirSync('app/routes')
  .filter((name) => name.endsWith('.tsx'))
  .map(addressOf)

/** Somebody with one application that has ended, a second one being filled in, and a result. */
async function withFolder(): Promise<Resident> {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], { 'f-trade': 'ཟས་བཟོ་' }, 'bo')
  await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
  await one.post('/bo/applications/1/withdraw', {})
  await one.post('/bo/apply', { pick: 'job-services:1', agree })
  await answerAll(one, 'bo', workedCase('J01').request)
  return one
}

/** What is wrong with a page: an error, a camera allowed, modules of a framework, scripts that are not those of its kind of page, or one it lacks. */
function pageFaults(
  path: string,
  { status, text, headers }: Pick<RawAnswer, 'status' | 'text' | 'headers'>,
  allowed: readonly string[],
  needed: readonly string[] = [],
): string[] {
  const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => /src="([^"]*)"/.exec(tag)?.[1] ?? tag)
  return [
    ...(String(headers['permissions-policy']).includes('camera=()') ? [] : [`${path} may use a camera`]),
    ...(status < 500 ? [] : [`${path} answers ${status}`]),
    ...(text.includes('modulepreload') ? [`${path} loads modules ahead`] : []),
    ...scripts.filter((script) => !allowed.includes(script)).map((script) => `${path} loads ${script}`),
    ...needed.filter((script) => !scripts.includes(script)).map((script) => `${path} lacks ${script}`),
  ]
}

/** The pages that load a script of their own. */
const scriptOfOwn: Readonly<Record<string, readonly string[]>> = {
  '/bo/apply/papers/id-card~1': ['/upload.js'],
  '/bo/check/result': ['/result.js'],
}

test('each page loads the script of its kind only, none a script of a framework or of the desk, and none may use a camera', async () => {
  const one = await withFolder()
  for (const path of pages) {
    const own = scriptOfOwn[path] ?? []
    expect(pageFaults(path, await one.get(path), ['/assist.js', ...own], own)).toEqual([])
  }
})

test('a page that fails, has a camera, modules, a script of its own or of another kind of page, or lacks one is found', () => {
  const headers = { 'permissions-policy': 'camera=()' }
  const faults = (text: string, sent: RawAnswer['headers'] = headers, status = 200, needed: readonly string[] = []) =>
    pageFaults('/bo', { status, text, headers: sent }, ['/assist.js'], needed)
  expect(faults('<script src="/assist.js" defer></script>')).toEqual([])
  expect(faults('', {})).toHaveLength(1)
  expect(faults('', headers, 500)).toEqual(['/bo answers 500'])
  expect(faults('<script src="/assist.js">', headers, 200, ['/assist.js', '/upload.js'])).toEqual(['/bo lacks /upload.js'])
  expect(faults('<link rel="modulepreload" href="/a.js">')).toHaveLength(1)
  for (const tag of ['<script src="/upload.js">', '<script type="module" async>', '<script src="/desk/shortcuts.js">'])
    expect(faults(tag)).toHaveLength(1)
})

test('every route is a page that is looked at; one with a parameter nothing is given for is found', () => {
  expect([addressOf('$mode.check._index.tsx'), addressOf('$.tsx'), addressOf('_index.tsx')]).toEqual(['/bo/check', '/nowhere', '/'])
  expect(() => addressOf('$mode.halls.$hall.tsx')).toThrow('$mode.halls.$hall.tsx')
})
