import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import pLimit from 'p-limit'

/** So many are drawn at a time, so many more wait; each has so many seconds. */
const [atOnce, waiting, mostSeconds] = [1, 8, 60]
const inTurn = pLimit(atOnce)

/** The fonts the build made; the server runs in the folder of the project. */
const fonts = resolve('build/fonts')

/**
 * Draws in a worker thread, given what to draw and where the fonts lie: shaping and drawing block no page, and all their memory goes with
 * the thread. Undefined where too many wait, or it failed. Never throws.
 */
export async function drawnBy(worker: string, job: Readonly<Record<string, unknown>>): Promise<Uint8Array | undefined> {
  if (inTurn.pendingCount >= waiting) return undefined
  return inTurn(() => inThread(worker, { ...job, fonts }))
}

function inThread(worker: string, job: Readonly<Record<string, unknown>>): Promise<Uint8Array | undefined> {
  return new Promise((done) => {
    let made: Uint8Array | undefined
    const thread = new Worker(new URL(worker), { workerData: job, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: 256 } })
    const watch = setTimeout(() => void thread.terminate(), mostSeconds * 1000)
    thread.once('message', (bytes: Uint8Array) => {
      made = bytes
      void thread.terminate()
    })
    thread.once('error', () => {})
    thread.once('exit', () => {
      clearTimeout(watch)
      done(made)
    })
  })
}
