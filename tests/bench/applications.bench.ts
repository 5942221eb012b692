import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, test } from 'vitest'
import { submissionVersion } from '#app/cases/opened-answers.server.ts'
import { type BuiltServer, send, startBuilt } from '#tests/support/built-server.ts'
import { fillIn, resident, submitForm } from '#tests/support/resident.ts'
import { buildScript, kilo, middle, perMicroseconds, perSecond, runScript, say, startScript } from './measuring.ts'

type Draft = { readonly submissionToken: string; readonly cookie: string }
type Seeded = { readonly seconds: number; readonly bytes: number; readonly cases: readonly string[]; readonly drafts: Draft[] }
/** A server with sample cases behind it. */
type Stocked = Seeded & { readonly server: BuiltServer; readonly dataDir: string; readonly code: string; readonly agree: readonly string[] }

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const clients = 8

/** Starts a server, fills in one folder as a resident does, and copies it: so many cases the hall has accepted, so many drafts to submit. */
async function stocked(cases: number, drafts: number): Promise<Stocked> {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-bench-'))
  const server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
  onTestFinished(() => server.stop().then(() => {}))
  const one = resident(server.port)
  const code = await fillIn(one, ['public-rental-housing'], { 'f-kind': 'home' })
  const { agree = [] } = await submitForm(one)
  const seeded = await runScript<Seeded>(await buildScript('seed-cases'), { dataDir, code, cases, drafts })
  return { ...seeded, ...{ server, dataDir, code, agree: [agree].flat() } }
}

/** The version of a copied draft: saved once, without files. */
const version = submissionVersion({ version: 1 }, [])

/** Submits so many of the drafts over HTTP, eight at the same moment; resolves with the microseconds one takes. */
async function submitted({ server, drafts, agree }: Stocked, count: number): Promise<number> {
  const requests = drafts.splice(0, count).map(({ submissionToken, cookie }) => {
    return {
      cookie,
      body: new URLSearchParams([
        ['submission-token', submissionToken],
        ['version', version],
        ...agree.map((kind) => ['agree', kind]),
      ]).toString(),
    }
  })
  if (requests.length < count) throw new Error('There are no drafts left')
  const order = { ...{ port: server.port, path: '/zh/apply/submit', location: '/zh/applications\r\n' }, clients, requests }
  return runScript<number>('tests/bench/post-clients.js', order)
}

test('submissions, on disk before the answer, against bare inserts of the same bytes', async () => {
  const [rounds, count, warm] = [5, 600, 3000]
  const stock = await stocked(1000, rounds * count + warm)
  const alone = await buildScript('submit-alone')
  const bareDir = mkdtempSync(join(tmpdir(), 'settle-bare-'))
  onTestFinished(() => rmSync(bareDir, { recursive: true }))
  await submitted(stock, warm)
  const took = { bare: [] as number[], http: [] as number[], stored: [] as number[], taken: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    took.bare.push(
      await runScript<number>('tests/bench/bare-inserts.js', { file: join(bareDir, 'bare.sqlite'), count: 1000, bytes: stock.bytes }),
    )
    took.http.push(await submitted(stock, count))
    const inProcess = await runScript<{ stored: number; taken: number }>(alone, { dataDir: stock.dataDir, code: stock.code, count: 1000 })
    took.stored.push(inProcess.stored)
    took.taken.push(inProcess.taken)
  }
  const bare = middle(took.bare)
  const line = (what: string, µs: number) => `${what}: ${perMicroseconds(µs)}/s = ${(bare / µs).toFixed(2)}`
  say(`bare inserts of ${stock.bytes} bytes, each on disk before the next: ${perMicroseconds(bare)}/s`)
  say(`${line(`submissions over HTTP, ${clients} clients`, middle(took.http))} (aim 0.6, at least 0.3)`)
  say(line('… the same without HTTP and Remix, 8 at the same moment', middle(took.taken)))
  say(line('… what is stored alone, 8 at the same moment', middle(took.stored)))
})

/** What the page of a saved step sends, with the version it was opened at: without it, each save is compared with what stands there. */
async function savedForm({ port }: BuiltServer, path: string, cookie: string): Promise<string> {
  await send(port, 'POST', path, { ...form, Cookie: cookie }, 'f-messages=none')
  const { text } = await send(port, 'GET', path, { Cookie: cookie })
  const hidden = [...text.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
  return new URLSearchParams([...hidden, ['f-messages', 'none']]).toString()
}

test('a step saved and a status looked up against a minimal Remix page of the same size', async () => {
  const { server, cases, drafts } = await stocked(1000, 10)
  const minimal = await buildScript('minimal-remix')
  const stepPath = '/zh/apply/step/contact/home'
  const saves: { method: 'POST'; headers: Record<string, string>; body: string }[] = []
  for (const { cookie } of drafts)
    saves.push({ method: 'POST', headers: { ...form, cookie }, body: await savedForm(server, stepPath, cookie) })
  const lookUps = cases.map((cookie) => ({ headers: { cookie } }))
  const pages = [
    { what: 'step saved (POST that answers 303, nothing rendered)', path: stepPath, asked: saves, cookie: drafts[0]?.cookie },
    { what: 'status looked up', path: '/zh/applications/1', asked: lookUps, cookie: cases[0] },
  ]
  for (const { what, path, asked, cookie = '' } of pages) {
    const { status, text } = await send(server.port, 'GET', path, { Cookie: cookie })
    if (status !== 200) throw new Error(`${path} answers ${status}`)
    const ours = await perSecond(server.url + path, asked)
    for (const [way, how] of [
      ['streamed', 'streamed as the Remix template does'],
      ['whole', 'rendered whole'],
    ] as const) {
      const other = await startScript(minimal, [way], text)
      const base = await perSecond(other.url)
      say(
        `${what}: ${ours.toFixed(0)}/s; a minimal Remix page as large as the page (${kilo(text)}) ${how}: ${base.toFixed(0)}/s = ${(ours / base).toFixed(2)} (aim 2)`,
      )
      other.process.kill()
    }
  }
  const other = await startScript(await buildScript('minimal-save'), [], '')
  const [ours, base] = [
    await perSecond(server.url + stepPath, saves),
    await perSecond(other.url, [{ method: 'POST', headers: form, body: 'f-messages=none' }]),
  ]
  say(
    `step saved: ${ours.toFixed(0)}/s; a minimal Remix action that reads the form, stores nothing and answers 303: ${base.toFixed(0)}/s = ${(ours / base).toFixed(2)}`,
  )
  other.process.kill()
})

test('100,000 cases against 1,000: no slower by more than a fifth', async () => {
  const [rounds, count, warm] = [5, 400, 2000]
  const [few, many] = [await stocked(1000, rounds * count + warm), await stocked(100_000, rounds * count + warm)]
  say(`100,000 sample cases written in ${many.seconds.toFixed(0)} s`)
  const took = { few: [] as number[], many: [] as number[] }
  const found = { few: [] as number[], many: [] as number[] }
  for (const stock of [few, many]) await submitted(stock, warm)
  for (let round = 0; round < rounds; round++) {
    for (const [name, stock] of [
      ['few', few],
      ['many', many],
    ] as const) {
      took[name].push(await submitted(stock, count))
      const lookUps = stock.cases.map((cookie) => ({ headers: { cookie } }))
      found[name].push(await perSecond(`${stock.server.url}/zh/applications/1`, lookUps, 2))
    }
  }
  const [a, b] = [middle(found.few), middle(found.many)]
  say(`status looked up: ${b.toFixed(0)}/s of 100,000 cases, ${a.toFixed(0)}/s of 1,000 = ${(b / a).toFixed(2)} (aim 0.83)`)
  const [c, d] = [middle(took.few), middle(took.many)]
  say(`submissions: ${perMicroseconds(d)}/s into 100,000 cases, ${perMicroseconds(c)}/s into 1,000 = ${(c / d).toFixed(2)} (aim 0.83)`)
})
