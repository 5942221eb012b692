import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modes } from '#app/domain/language.ts'
import { type BuiltServer, type RawAnswer, startBuilt } from '#tests/support/built-server.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { fillIn, type Resident, resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

// Whatever address is opened or posted to, by whom ever: a browser never shows a blank page or the JSON of a machine.

let server: BuiltServer
let visitors: readonly Resident[]
beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-blank-'))
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], { 'f-trade': '测试' })
  const { clerk } = await openDesk(dataDir, '630104', [{ id: 'clerk', name: '办事员·测试', role: 'clerk' }])
  visitors = [resident(server.port), one, resident(server.port, clerk)]
}, 120_000)
afterAll(() => server.stop())

const routes = readdirSync('app/routes').filter((name) => !name.startsWith('api.'))

/** The address of a route, with something that names nothing in the place of each parameter. */
const addressOf = (file: string, mode: string): string => {
  const name = file.replace(/\.tsx?$/, '').replaceAll('[.]', '\0')
  const parts = name.split('.').filter((part) => part !== '_index')
  return `/${parts.map((part) => (part === '$mode' ? mode : part.startsWith('$') ? 'x' : part.replaceAll('\0', '.'))).join('/')}`
}

function expectShown({ status, headers, text }: RawAnswer): void {
  if (status < 400 || status === 409) return
  expect([status, headers['content-type']]).toEqual([status, 'text/html; charset=utf-8'])
  expect(text).toContain('<h1')
}

test.each(routes)('%s, opened or posted to, answers with a page or leads to one', async (file) => {
  for (const visitor of visitors) {
    expectShown(await visitor.get(addressOf(file, 'zh')))
    // Signing out or closing would make of one visitor the other.
    if (!/close|delete|sign-out/.test(file)) expectShown(await visitor.post(addressOf(file, 'zh'), {}))
  }
})

test('what has only an action leads on to a page where it is opened', async () => {
  const source = (name: string) => readFileSync(`app/routes/${name}`, 'utf8')
  expect(
    routes.filter((name) => /export (const|async function|function) action/.test(source(name)) && !/loader|default/.test(source(name))),
  ).toEqual([])
  const { status, headers } = await resident(server.port).get('/zh/shared-session/write')
  expect([status, headers.location]).toEqual([303, '/zh/shared-session'])
})

test.each(modes)('in %s a file there is not is the page that says so, and so is one that is posted to', async (mode) => {
  const [, one] = visitors
  const path = `/${mode}/apply/papers/nonsense~1/x`
  for (const answer of [await one?.get(path), await one?.post(path, { do: 'remove' })]) {
    expect(answer?.status).toBe(404)
    expect(answer?.text).toContain(textOf(mode === 'bo' ? 'bo' : 'zh', 'errors:page.not-found.title'))
  }
})
