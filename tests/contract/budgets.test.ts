import { existsSync, readdirSync, statSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { fillIn, type Resident, resident, submitForm } from '#tests/support/resident.ts'

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

test('residents can get the small scripts of public, and no other: no framework', () => {
  expect(scriptsIn('build/client')).toEqual(scriptsIn('public'))
})

test('all scripts of residents together are at most 20 KB, compressed as they are sent', () => {
  const scripts = scriptsIn('build/client')
    .filter((name) => !isOfDesk(name))
    .map((name) => `build/client/${name}`)
  expect(scripts.length).toBeGreaterThan(0)
  const bytes = scripts.map((name) => statSync(existsSync(`${name}.br`) ? `${name}.br` : name).size)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20 * 1024)
})

/** What stands in addresses where routes have a parameter. */
const parameters: Readonly<Record<string, string>> = {
  ...{ $mode: 'bo', $status: '404', $service: 'settle-household', $topic: 'schooling', $id: 'id-card' },
  ...{ '$member.$question': '1/birth-date', $question: 'hukou-place' },
  ...{ '$block.$subject': 'person/1', $paper: 'id-card~1', $number: '1', $token: 'none' },
}

/** Every page there is, by the routes. */
const pages = readdirSync('app/routes')
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => {
    const route = name === '$.tsx' ? 'nowhere' : name.slice(0, -4)
    const filled = Object.entries(parameters).reduce((path, [parameter, value]) => path.replace(parameter, value), route)
    if (filled.includes('$')) throw new Error(`What stands for the parameter of ${name}?`)
    return `/${filled.replaceAll('.', '/').replace(/\/?_index$/, '')}`
  })

/** Somebody with one application that has ended, and a second one being filled in. */
async function withFolder(): Promise<Resident> {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], { 'f-trade': 'ཟས་བཟོ་' }, 'bo')
  await one.post('/bo/apply/submit', await submitForm(one, 'bo'))
  await one.post('/bo/applications/1/withdraw', {})
  await one.post('/bo/apply', { pick: 'job-services:1' })
  return one
}

test('no page but that of a paper loads what sends photographs, none a script of a framework or of the desk, and none may use a camera', async () => {
  const one = await withFolder()
  const loaded = new Map<string, string[]>()
  for (const path of pages) {
    const { status, text, headers } = await one.get(path)
    expect(status, path).toBeLessThan(500)
    expect(headers['permissions-policy'], path).toContain('camera=()')
    expect(text, path).not.toContain('modulepreload')
    loaded.set(
      path,
      [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => /src="([^"]*)"/.exec(tag)?.[1] ?? tag),
    )
  }
  const [paper, own] = ['/bo/apply/papers/id-card~1', ['/assist.js', '/upload.js']]
  expect([...loaded].filter(([, scripts]) => scripts.includes('/upload.js')).map(([path]) => path)).toEqual([paper])
  expect([...loaded.values()].flat().filter((script) => !own.includes(script))).toEqual([])
})
