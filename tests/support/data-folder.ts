import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startBuilt } from './built-server.ts'
import { openDesk } from './open-desk.ts'
import { resident } from './resident.ts'
import { type HandedIn, handedIn } from './submitted-application.ts'

/** A data folder without a running server, with a case, an uploaded file, a saved check and a staff member. */
export type DataFolder = HandedIn & { readonly dataDir: string }

/** Who applies: with an identity number and a telephone, as a second application is found by. */
const person = { 'f-identity-number': '990001198601120019', 'f-phone': '13800000000' }

/** Makes a data folder by journeys on the built site, and stops the site. */
export async function madeDataFolder(env: Record<string, string> = {}): Promise<DataFolder> {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-folder-'))
  const server = await startBuilt({ RATE_LIMIT: 'off', ...env }, dataDir)
  const staff = await openDesk(dataDir, '630104', [{ id: 'clerk', name: '办事员·测试', role: 'clerk' }])
  const made = await handedIn(resident(server.port, staff.clerk), server.port, '630104', person)
  const visitor = resident(server.port)
  await visitor.post('/zh/check/hukou-place', { answer: 'qh-other' })
  await visitor.post('/zh/check/save', { pin: '481592', again: '481592' })
  await ended(server.process)
  return { ...made, dataDir }
}

/** A copy of a data folder, deleted after the test. */
export function copyOf({ dataDir }: Pick<DataFolder, 'dataDir'>): string {
  const copy = mkdtempSync(join(tmpdir(), 'settle-copy-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  cpSync(dataDir, copy, { recursive: true })
  return copy
}

/** Stops a site; resolves once it has ended. Its data folder stays. */
export async function ended(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
}

/** Starts the built site and returns its stderr where it refused to start; undefined where it was ready, and is stopped again. */
export async function refusal(dataDir: string, env: Record<string, string> = {}): Promise<string | undefined> {
  const child = spawn(process.execPath, ['app/run/start.js'], {
    env: { ...process.env, VITEST: '', NODE_ENV: 'production', PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, isReady] = ['', false]
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  child.stdout.on('data', (chunk) => {
    if (!String(chunk).includes('Ready: ')) return
    isReady = true
    child.kill('SIGTERM')
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (isReady) return undefined
  return `${code}: ${said.trim()}`
}
