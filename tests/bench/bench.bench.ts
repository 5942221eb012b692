import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import autocannon from 'autocannon'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { build } from 'vite'
import { test } from 'vitest'
import { send, startBuilt } from '#tests/support/built-server.ts'
import { householdOf, workedCase } from '#tests/support/worked-cases.ts'

const say = (line: string) => process.stdout.write(`  ${line}\n`)
const seconds = 4

async function perSecond(url: string, connections: number, headers: Record<string, string> = {}): Promise<number> {
  await autocannon({ url, connections, duration: 1, headers })
  const { requests, non2xx } = await autocannon({ url, connections, duration: seconds, headers })
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${url} were no 2xx`)
  return requests.average
}

async function listen(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

/** Everything of a first visit that is fetched, as compressed on disk. */
function firstVisit(mode: 'zh' | 'bo'): number {
  const size = (name: string) => statSync(name).size
  const assets = readdirSync('build/client/assets')
  const find = (start: string, end: string) =>
    join('build/client/assets', assets.find((name) => name.startsWith(start) && name.endsWith(end)) ?? '')
  const page = size(`build/pages/${mode}/index.html.br`) + size(find('site-', '.css.br')) + size('build/client/icon.svg.br')
  return mode === 'zh' ? page : page + size(find('fonts-', '.css.br')) + size(find('tibetan-core-', '.woff2'))
}

test('a reading page against a bare server that sends the same bytes', async () => {
  const body = readFileSync('build/pages/bo/services/index.html.br')
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'br', 'Content-Length': body.length }
  const bare = await listen((_request, response) => response.writeHead(200, headers).end(body))
  const ours = await startBuilt({ RATE_LIMIT: 'off' })
  for (const connections of [10, 50]) {
    const [a, b] = [
      await perSecond(`${bare.url}/`, connections),
      await perSecond(`${ours.url}/bo/services`, connections, { 'accept-encoding': 'br' }),
    ]
    say(`reading page, ${connections} connections: ${Math.round(b)}/s against ${Math.round(a)}/s bare = ${(b / a).toFixed(2)} (aim 0.8)`)
  }
  bare.server.close()
  await ours.stop()
})

test('the result page of J45 against a minimal Remix page of the same size', async () => {
  const ours = await startBuilt({ RATE_LIMIT: 'off' })
  const { request } = workedCase('J45')
  const cookie = await cookieFor(ours.port, request)
  const page = await send(ours.port, 'GET', '/zh/check/result', { Cookie: cookie })
  if (page.status !== 200) throw new Error(`The result page answers ${page.status}`)
  const remix = createRequestHandler(minimalBuild(page.text.length), 'production')
  const minimal = await listen(async (asked, response) => {
    const answer = await remix(new Request(`http://x${asked.url}`))
    response.writeHead(answer.status, { 'Content-Type': 'text/html' }).end(await answer.text())
  })
  const [a, b] = [await perSecond(`${minimal.url}/`, 10), await perSecond(`${ours.url}/zh/check/result`, 10, { cookie })]
  say(
    `result page (${Math.round(page.text.length / 1024)} KB): ${b.toFixed(1)}/s against ${a.toFixed(1)}/s of a minimal Remix page = ${(b / a).toFixed(2)} (aim 2)`,
  )
  minimal.server.close()
  await ours.stop()
})

/** A Remix build of one page: as many bytes as ours, in paragraphs of plain elements. */
function minimalBuild(bytes: number): ServerBuild {
  const paragraph = '青海的城市和镇，落户没有门槛。'
  const paragraphs = Array.from({ length: Math.floor(bytes / (Buffer.byteLength(paragraph) / 2 + 60)) }, (_, key) =>
    createElement('p', { key, className: 'quiet' }, createElement('span', null, paragraph)),
  )
  const Page = () => createElement('html', { lang: 'zh-CN' }, createElement('body', null, paragraphs))
  const handle = (request: Request, status: number, headers: Headers, context: Parameters<typeof RemixServer>[0]['context']) => {
    headers.set('Content-Type', 'text/html')
    return new Response(renderToString(createElement(RemixServer, { context, url: request.url })), { status, headers })
  }
  return {
    entry: { module: { default: handle } },
    routes: { root: { id: 'root', path: '', module: { default: Page, loader: () => null } } },
    assets: {
      entry: { imports: [], module: '' },
      routes: { root: { id: 'root', path: '', hasLoader: true, module: '', hasAction: false, hasErrorBoundary: false } },
      url: '',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {},
    isSpaMode: false,
    mode: 'production',
  } as unknown as ServerBuild
}

async function cookieFor(port: number, { household, members }: ReturnType<typeof workedCase>['request']): Promise<string> {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  let cookie = ''
  let at = '/zh/check/hukou-place'
  const post = async (body: string) => {
    const answer = await send(port, 'POST', at, { ...form, ...(cookie ? { Cookie: cookie } : {}) }, body)
    cookie = String(answer.headers['set-cookie'] ?? cookie).split(';')[0] ?? cookie
    at = String(answer.headers.location ?? at)
  }
  for (let step = 0; step < 120 && !at.includes('/summary'); step++) {
    const [, , , first = '', second] = at.split('/')
    if (first === 'members') {
      for (const { id } of members) await post(`do=add&name=${id}`)
      await post('do=done')
      continue
    }
    const answers = second ? members[Number(first) - 1] : household
    const answer = answers?.[second ?? first]
    if ((second ?? first) === 'birth-date' && typeof answer === 'string') {
      const [year, month, day] = answer.split('-')
      await post(`year=${year}&month=${month}&day=${day}`)
    } else
      await post(
        [answer ?? 'unsure']
          .flat()
          .map((one) => `answer=${one}`)
          .join('&'),
      )
  }
  return cookie
}

test('the engine on J45, and on twelve rules against a hand-written minimum and json-rules-engine', async () => {
  const built = { ssr: 'tests/bench/engine.ts', outDir: 'build/bench', target: 'node20' }
  const { request } = workedCase('J45')
  const input = JSON.stringify({ household: householdOf(request), asOf: request.asOf })
  await build({ configFile: false, logLevel: 'error', build: built })
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
