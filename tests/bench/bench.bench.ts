import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { build } from 'vite'
import { test } from 'vitest'
import { type Language, modes } from '#app/domain/language.ts'
import { send, startBuilt } from '#tests/support/built-server.ts'
import { householdOf, workedCase } from '#tests/support/worked-cases.ts'
import { cookieFor } from './finished-check.ts'
import { processorTime } from './measuring.ts'

const say = (line: string) => process.stdout.write(`  ${line}\n`)
const seconds = 4

async function perSecond(url: string, connections: number, headers: Record<string, string> = {}): Promise<number> {
  await autocannon({ url, connections, duration: seconds, headers })
  const { requests, non2xx } = await autocannon({ url, connections, duration: seconds, headers })
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${url} were no 2xx`)
  return requests.average
}

/** Everything of a first visit that is fetched, as compressed on disk. */
function firstVisit(mode: Language): number {
  const size = (name: string) => statSync(name).size
  const assets = readdirSync('build/public/assets')
  const find = (start: string, end: string) =>
    join('build/public/assets', assets.find((name) => name.startsWith(start) && name.endsWith(end)) ?? '')
  const page = size(`build/pages/${mode}/index.html.br`) + size(find('site-', '.css.br')) + size('build/public/icon.svg.br')
  return mode === 'zh' ? page : page + size(find('fonts-', '.css.br')) + size(find('tibetan-core-', '.woff2'))
}

test('a reading page against a bare server that sends the same bytes', async () => {
  const ours = await startBuilt({ RATE_LIMIT: 'off' })
  const page = await send(ours.port, 'GET', '/bo/services', { 'accept-encoding': 'br' })
  const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...headers } = page.headers
  const input = JSON.stringify({ headers, file: 'build/pages/bo/services/index.html.br' })
  const bare = await startScript('tests/bench/bare.js', [], input)
  for (const connections of [10, 50]) {
    const [a, b] = [
      await perSecond(bare.url, connections),
      await perSecond(`${ours.url}/bo/services`, connections, { 'accept-encoding': 'br' }),
    ]
    say(`reading page, ${connections} connections: ${Math.round(b)}/s against ${Math.round(a)}/s bare = ${(b / a).toFixed(2)} (aim 0.8)`)
  }
  bare.process.kill()
  await ours.stop()
})

test('the result page of J45 against a minimal Remix page of the same size', async () => {
  const ours = await startBuilt({ RATE_LIMIT: 'off' })
  const cookie = await cookieFor(ours.port, workedCase('J45').request)
  await buildScript('minimal-remix')
  for (const mode of modes) {
    const path = `/${mode}/check/result`
    const page = await send(ours.port, 'GET', path, { Cookie: cookie })
    if (page.status !== 200) throw new Error(`${path} answers ${page.status}`)
    const result = await perSecond(ours.url + path, 10, { cookie })
    for (const [way, name] of [
      ['streamed', 'streamed as the Remix template does'],
      ['whole', 'rendered whole'],
    ] as const) {
      const minimal = await startScript('build/bench/minimal-remix.js', [way], page.text)
      const { text } = await send(Number(new URL(minimal.url).port), 'GET', '/')
      const base = await perSecond(minimal.url, 10)
      say(
        `result page in ${mode} (${kilo(page.text)}): ${result.toFixed(0)}/s; a minimal Remix page (${kilo(text)}) ${name}: ${base.toFixed(0)}/s = ${(result / base).toFixed(2)} (aim 2)`,
      )
      minimal.process.kill()
    }
  }
  await ours.stop()
})

// Beside another commit, by turns in the same run: BENCH_BASELINE names a checkout of it with its packages and its build.
const baseline = process.env.BENCH_BASELINE
test.skipIf(baseline === undefined)('the result page of J45 against that of another build', async () => {
  const ours = await startBuilt({ RATE_LIMIT: 'off' })
  const theirs = await startBuilt({ RATE_LIMIT: 'off' }, undefined, baseline)
  const both = await Promise.all(
    [ours, theirs].map(async ({ port, url, process }) => ({
      ...{ port, url, pid: process.pid },
      cookie: await cookieFor(port, workedCase('J45').request),
    })),
  )
  for (const mode of modes) {
    const path = `/${mode}/check/result`
    const pages = await Promise.all(both.map(({ port, cookie }) => send(port, 'GET', path, { Cookie: cookie })))
    for (const { status } of pages) if (status !== 200) throw new Error(`${path} answers ${status}`)
    const measured = async ({ url, cookie, pid = 0 }: (typeof both)[number]) => {
      const before = processorTime(pid)
      const { requests, non2xx } = await autocannon({ url: url + path, connections: 10, duration: seconds, headers: { cookie } })
      if (non2xx > 0) throw new Error(`${non2xx} answers of ${url + path} were no 2xx`)
      return { rate: requests.average, cost: (processorTime(pid) - before) / requests.total }
    }
    // A server is as fast as it gets after some thousand answers: none counts before.
    for (let round = 0; round < 3; round++) for (const one of both) await measured(one)
    const rounds: { rate: number; cost: number }[] = []
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await measured(both[0] as (typeof both)[0]), await measured(both[1] as (typeof both)[0])]
      rounds.push({ rate: one.rate / other.rate, cost: other.cost / one.cost })
      say(
        `result page in ${mode} (${pages.map(({ text }) => kilo(text)).join(' and ')}): ${one.rate.toFixed(0)}/s beside ${other.rate.toFixed(0)}/s = ${(one.rate / other.rate).toFixed(2)} (aim 1.5); processor time of an answer ${one.cost.toFixed(1)} ms beside ${other.cost.toFixed(1)} ms`,
      )
    }
    const median = (of: 'rate' | 'cost') => rounds.map((round) => round[of]).sort((a, b) => a - b)[2]
    say(
      `result page in ${mode}: median of ${rounds.length} rounds ${median('rate')?.toFixed(2)}, by processor time ${median('cost')?.toFixed(2)}`,
    )
  }
  await Promise.all([ours.stop(), theirs.stop()])
})

const kilo = (text: string) => `${Math.round(Buffer.byteLength(text) / 1024)} KB`

/** Starts a server in a process of its own; it reads `input` and writes its address. */
async function startScript(script: string, args: readonly string[], input: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(input)
  const [url] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: String(url).trim(), process: child }
}

/** Builds a script beside this file as the site is built. */
async function buildScript(name: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: `tests/bench/${name}.ts`, outDir: 'build/bench', target: 'node20', emptyOutDir: false },
  })
}

test('the engine on J45, and on twelve rules against a hand-written minimum and json-rules-engine', async () => {
  const { request } = workedCase('J45')
  const input = JSON.stringify({ household: householdOf(request), asOf: request.asOf })
  await buildScript('engine')
  say(execFileSync(process.execPath, ['build/bench/engine.js'], { input }).toString().trim().replaceAll('\n', '\n  '))
})

test('bytes of a cold first visit, start-up time, memory', async () => {
  say(
    `cold first visit, compressed: ${(firstVisit('zh') / 1024).toFixed(1)} KB in Chinese (aim 30), ${(firstVisit('bo') / 1024).toFixed(1)} KB in Tibetan with its font (aim 110, better 75)`,
  )
  const began = performance.now()
  const server = await startBuilt({ RATE_LIMIT: 'off' })
  say(`start of the built site until ready: ${Math.round(performance.now() - began)} ms`)
  await perSecond(`${server.url}/bo/services`, 10)
  const rss = execFileSync('ps', ['-o', 'rss=', '-p', String(server.process.pid)]).toString()
  say(`memory after load: ${Math.round(Number(rss) / 1024)} MiB`)
  await server.stop()
})
