import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Asked } from 'autocannon'
import Database from 'better-sqlite3'
import { onTestFinished, test } from 'vitest'
import { province } from '#app/domain/place.ts'
import { paths } from '#app/paths.ts'
import { type BuiltServer, send, startBuilt } from '#tests/support/built-server.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { buildScript, kilo, middle, perMicroseconds, perSecond, runScript, say, startScript } from './measuring.ts'

/** A server with sample cases of the whole province behind it, a reviewer who sees them all, and some of the cases from first to last. */
type Desk = {
  readonly server: BuiltServer
  readonly dataDir: string
  readonly cookie: string
  readonly cases: readonly { readonly id: string; readonly code: string }[]
  readonly last: string
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const [queue, clients, taken] = [paths.queue('zh'), 8, 200]
const filtered = { county: '630104', status: 'all' }

async function deskWith(cases: number): Promise<Desk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-bench-'))
  execFileSync(process.execPath, ['app/run/demo.js', String(cases)], { env: { ...process.env, DATA_DIR: dataDir } })
  const server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  onTestFinished(() => server.stop().then(() => {}))
  const { r } = await openDesk(dataDir, province, [{ id: 'r', name: '审核·测试', role: 'reviewer' }])
  const [cookie, keys] = [`staff=${r?.staff}`, keysIn(dataDir)]
  const afters = Array.from({ length: 8 }, (_, part) => keys[Math.floor((keys.length * part) / 8)])
  const pages = await Promise.all(
    afters.map((after) => send(server.port, 'GET', paths.queue('zh', { status: 'all', after }), { Cookie: cookie })),
  )
  return { server, dataDir, cookie, cases: pages.flatMap(({ text }) => casesIn(text)), last: keys.at(-26) ?? '' }
}

/** Where a page of the queue can begin, the oldest first. */
function keysIn(dataDir: string): string[] {
  const database = new Database(join(dataDir, 'settle.sqlite'), { readonly: true })
  const keys = database.prepare("select submitted_at || '~' || id from applications order by submitted_at, id").pluck().all() as string[]
  database.close()
  return keys
}

const casesIn = (html: string) =>
  [...html.matchAll(/id="case-([\w-]+)"[\s\S]*?class="code">([\w-]+)/g)].map(([, id = '', code = '']) => ({ id, code }))

/** What a reviewer asks for, each kind in turn over the cases there are. */
const kinds: readonly { what: string; asked(desk: Desk): readonly Asked[] }[] = [
  { what: 'queue, first page', asked: () => [{ path: queue }] },
  { what: 'queue, last page', asked: ({ last }) => [{ path: paths.queue('zh', { status: 'all', after: last }) }] },
  { what: 'queue, by county and status', asked: () => [{ path: paths.queue('zh', filtered) }] },
  { what: 'one case', asked: ({ cases }) => cases.map(({ id }) => ({ path: paths.deskCase('zh', id) })) },
  {
    what: 'search by code (POST that answers 303)',
    asked: ({ cases }) => cases.map(({ code }) => ({ path: queue, method: 'POST', headers: form, body: `do=find&code=${code}` })),
  },
]

const askedOf = (desk: Desk, asked: readonly Asked[]): Asked[] =>
  asked.map((one) => ({ ...one, headers: { ...one.headers, cookie: desk.cookie } }))

const taking = 'do=take-next'

/** Takes the next case so many times, eight at the same moment, then gives them all back; resolves with the microseconds one takes. */
async function takeNext(desk: Desk): Promise<number> {
  const requests = Array.from({ length: taken }, () => ({ cookie: desk.cookie, body: taking }))
  const order = { port: desk.server.port, path: queue, location: `${queue}/`, clients, requests }
  const took = await runScript<number>('tests/bench/post-clients.js', order)
  giveBack(desk)
  return took
}

function giveBack({ dataDir }: Desk): void {
  const database = new Database(join(dataDir, 'settle.sqlite'))
  database.exec('update applications set assignee = null')
  database.close()
}

/** The first page of the queue, each time after a case has been taken, so that what is counted has changed: the microseconds one takes. */
async function changedQueue(desk: Desk): Promise<number> {
  const [{ server, cookie }, took] = [desk, [] as number[]]
  for (let asked = 0; asked < taken; asked++) {
    await send(server.port, 'POST', queue, { ...form, Cookie: cookie }, taking)
    const began = performance.now()
    await send(server.port, 'GET', queue, { Cookie: cookie })
    took.push((performance.now() - began) * 1000)
  }
  giveBack(desk)
  return middle(took)
}

test('the desk with 10,000 cases against 1,000, and against minimal Remix', async () => {
  const [rounds, desks] = [3, { few: await deskWith(1000), many: await deskWith(10_000) }]
  const names = ['few', 'many'] as const
  const compare = (what: string, few: number, many: number) =>
    say(`${what}: ${many.toFixed(0)}/s of 10,000 cases, ${few.toFixed(0)}/s of 1,000 = ${(many / few).toFixed(2)} (aim 0.8)`)
  const speeds = new Map<string, number>()
  for (const { what, asked } of kinds) {
    const found = { few: [] as number[], many: [] as number[] }
    for (let round = 0; round < rounds; round++)
      for (const name of names) found[name].push(await perSecond(desks[name].server.url, askedOf(desks[name], asked(desks[name])), 2))
    compare(what, middle(found.few), middle(found.many))
    speeds.set(what, middle(found.many))
  }
  for (const [what, work] of [
    ['queue, first page, one after the other, a case taken before each', changedQueue],
    ['take next (POST that writes and answers 303)', takeNext],
  ] as const) {
    const took = { few: [] as number[], many: [] as number[] }
    for (const name of names) await work(desks[name])
    for (let round = 0; round < 2 * rounds; round++) for (const name of names) took[name].push(await work(desks[name]))
    compare(what, perMicroseconds(middle(took.few)), perMicroseconds(middle(took.many)))
  }
  await againstMinimal(desks.many, speeds)
})

/** Pages against a minimal Remix page of the same size, the search against a minimal Remix action that reads the form and answers 303. */
async function againstMinimal(desk: Desk, speeds: ReadonlyMap<string, number>): Promise<void> {
  const [page, save] = [await buildScript('minimal-remix'), await buildScript('minimal-save')]
  for (const { what, asked } of kinds) {
    const [{ path = '', method = 'GET' } = {}] = asked(desk)
    const text = method === 'GET' ? (await send(desk.server.port, 'GET', path, { Cookie: desk.cookie })).text : ''
    const other = method === 'GET' ? await startScript(page, ['streamed'], text) : await startScript(save, [], '')
    const base = await perSecond(other.url, method === 'GET' ? [{}] : [{ method, headers: form, body: 'f-messages=none' }], 2)
    other.process.kill()
    const [ours, like] = [speeds.get(what) ?? Number.NaN, method === 'GET' ? `page as large (${kilo(text)}), streamed` : 'action']
    say(`${what}: ${ours.toFixed(0)}/s; a minimal Remix ${like}: ${base.toFixed(0)}/s = ${(ours / base).toFixed(2)}`)
  }
}
