import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { json } from 'node:stream/consumers'
import autocannon, { type Asked } from 'autocannon'
import { build } from 'vite'
import { threads } from '#app/run/thread-plugin.js'

/** Prints a line of what was measured. */
export const say = (line: string) => process.stdout.write(`  ${line}\n`)
/** How large a page is. */
export const kilo = (text: string) => `${Math.round(Buffer.byteLength(text) / 1024)} KB`

/** How many there are in a second of what takes so many microseconds. */
export const perMicroseconds = (µs: number) => Math.round(1_000_000 / µs)
/** The median. */
export const middle = (of: readonly number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN

const connections = 10

/** Answers per second over ten connections that go through these requests in turn, each connection a part of its own, after as long a time to warm up. */
export async function perSecond(url: string, asked: readonly Asked[] = [{}], seconds = 4): Promise<number> {
  const [measured, status] = [await loaded(url, asked, seconds), asked[0]?.method === 'POST' ? '3xx' : '2xx']
  const others = (['2xx', '3xx', '4xx', '5xx'] as const).filter((one) => one !== status && measured[one] > 0)
  if (others.length > 0) throw new Error(`Answers of ${url} were ${others}`)
  return measured.requests.average
}

async function loaded(url: string, asked: readonly Asked[], seconds: number) {
  const load = () => {
    let connection = 0
    const part = () => asked.filter((_, index) => index % connections === connection % asked.length)
    const setupClient = (client: { setRequests(requests: Asked[]): void }) => {
      client.setRequests(part().map((one) => ({ ...one })))
      connection += 1
    }
    return autocannon({ url, connections, duration: seconds, setupClient })
  }
  await load()
  return load()
}

/** Starts a server in a process of its own; it reads `input` and writes its address. */
export async function startScript(script: string, args: readonly string[], input: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [script, ...args], { env: alone(), stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(input)
  const [url] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: String(url).trim(), process: child }
}

/** Runs a script to its end in a process of its own; it reads `order` and writes what it came to. */
export async function runScript<T>(script: string, order: object): Promise<T> {
  const child = spawn(process.execPath, [script], { env: alone(), stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(order))
  return json(child.stdout) as Promise<T>
}

const alone = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_ENV: 'production', VITEST: '' })

/** Builds a script beside this file as the site is built. */
export async function buildScript(name: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [threads()],
    resolve: { conditions: ['node'] },
    build: { ssr: `tests/bench/${name}.ts`, outDir: 'build/bench', target: 'node20', emptyOutDir: false },
  })
  return `build/bench/${name}.js`
}

/** The processor time of a process so far, in ms, where the system tells it (Linux); 0 elsewhere. */
export function processorTime(pid: number): number {
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return 0
  const [user = 0, system = 0] = readFileSync(stat, 'utf8').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? []
  return (user + system) * 10
}
