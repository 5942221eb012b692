import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** A built server in a child process, on a free port and an empty data folder. */
export type BuiltServer = {
  readonly url: string
  readonly port: number
  readonly process: ChildProcess
  /** Its stdout so far; empty once it has stopped. */
  output(): string
  /** Everything it wrote to stderr so far. */
  errors(): string
  stop(): Promise<number | null>
}

/** Starts the built site, or the one built in another folder; resolves when it says that it is ready. */
export async function startBuilt(
  env: Record<string, string> = {},
  dataDir = mkdtempSync(join(tmpdir(), 'settle-server-')),
  site?: string,
): Promise<BuiltServer> {
  const log = join(mkdtempSync(join(tmpdir(), 'settle-log-')), 'log')
  const serve = ['-e', "import('./app/run/serve.js').then(({ serve }) => serve())"]
  const child = spawn(process.execPath, site === undefined ? ['app/run/start.js'] : serve, {
    cwd: site,
    env: { ...process.env, VITEST: '', NODE_ENV: 'production', PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', openSync(log, 'a'), 'pipe'],
  })
  let errors = ''
  child.stderr?.on('data', (chunk) => {
    errors += chunk
    process.stderr.write(chunk)
  })
  const output = () => readFileSync(log, 'utf8')
  let url: string | undefined
  while (!url) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${output()}`)
    await setTimeout(20)
    url = /Ready: (\S+)/.exec(output())?.[1]
  }
  return {
    url,
    port: Number(new URL(url).port),
    process: child,
    output,
    errors: () => errors,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', (code) => {
          rmSync(dataDir, { recursive: true, force: true })
          rmSync(dirname(log), { recursive: true, force: true })
          resolve(code)
        })
        child.kill('SIGTERM')
      }),
  }
}

/** The output of the server, once it contains `text`, after `from` where given: log lines arrive a little later than what they log. */
export async function outputWith(server: Pick<BuiltServer, 'output'>, text: string, from = 0): Promise<string> {
  while (!server.output().includes(text, from)) await setTimeout(20)
  return server.output()
}

/** The response to a request no browser would send: any method, any path, any headers, any bytes. */
export type RawAnswer = {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly text: string
  readonly bytes: Buffer
}

/** Sends one request unchanged, on a new connection: a kept-alive one may be closed at the same moment. */
export function send(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: bytes.toString(), bytes })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Sends raw bytes on a new connection; resolves with the status line. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write(bytes))
    socket.once('data', (chunk) => {
      socket.destroy()
      resolve(String(chunk).split('\r\n')[0] ?? '')
    })
    socket.once('error', reject)
  })
}

/** A gateway for short messages that nobody answers at: they are offered, and wait. */
export const unansweredGateway = { SMS_URL: 'http://127.0.0.1:9/', SMS_SECRET: 'sixteen characters' }
