import { Worker } from 'node:worker_threads'
import worker from './sanitize-worker.server.ts?thread'

/** Result: pixels with width and height, or a file. */
export type Sanitized =
  | { ok: true; bytes: Uint8Array; width?: number; height?: number }
  | { ok: false; error: 'file-broken' | 'file-too-large' | 'file-locked' }

/** Input of the thread. `mostPixels` applies to pictures. */
export type Job = { readonly kind: 'heic' | 'pdf'; readonly bytes: Uint8Array; readonly mostPixels: number }

/**
 * Maximum work for a file, in seconds of processor time of this process, and maximum memory, in bytes: small files can be made to decode without
 * end. Not by the clock: on a slow or a busy machine a good file takes longer, and no more work.
 */
const [mostSeconds, mostMemory] = [40, 1200 * 1024 * 1024]

/**
 * Sanitizes a file of a kind whose parsers run as JavaScript or WebAssembly in a worker thread: it blocks no
 * page, frees all its memory, leaves nothing for the next file, and is terminated when it exceeds a limit.
 * Never throws.
 */
export function inThread(job: Job): Promise<Sanitized> {
  return new Promise((resolve) => {
    let made: Sanitized = { ok: false, error: 'file-broken' }
    const began = { work: process.cpuUsage(), memory: process.memoryUsage.rss() }
    const thread = new Worker(new URL(worker), {
      workerData: job,
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      // Messages of parsers may quote the file; they must not reach the log.
      stdout: true,
      stderr: true,
    })
    thread.stdout.resume()
    thread.stderr.resume()
    const watch = setInterval(() => {
      const tooMuch = process.memoryUsage.rss() - began.memory > mostMemory
      const { user, system } = process.cpuUsage(began.work)
      if (!tooMuch && user + system < mostSeconds * 1_000_000) return
      made = { ok: false, error: tooMuch ? 'file-too-large' : 'file-broken' }
      void thread.terminate()
    }, 50)
    thread.once('message', (answer: Sanitized) => {
      made = answer
      void thread.terminate()
    })
    thread.once('error', () => {})
    thread.once('exit', () => {
      clearInterval(watch)
      resolve(made)
    })
  })
}
