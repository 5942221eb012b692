import { Worker } from 'node:worker_threads'
import worker from './sanitize-worker.server.ts?thread'

/** What a file is made into: pixels with their measures, or a file. */
export type Sanitized =
  | { ok: true; bytes: Uint8Array; width?: number; height?: number }
  | { ok: false; error: 'file-broken' | 'file-too-large' | 'file-locked' }

/** What the thread is given. `mostPixels` holds for pictures. */
export type Job = { readonly kind: 'heic' | 'pdf'; readonly bytes: Uint8Array; readonly mostPixels: number }

/** The longest a file may take, and the most memory it may cost: small files can be made to unfold without end. */
const [mostSeconds, mostMemory] = [40, 1200 * 1024 * 1024]

/**
 * Takes apart a file of a kind whose parsers run as JavaScript or WebAssembly, in a thread of its own: it holds up no
 * page meanwhile, gives all its memory back, leaves nothing for the next file, and is ended where a file asks too much.
 * Never throws.
 */
export function inThread(job: Job): Promise<Sanitized> {
  return new Promise((resolve) => {
    let made: Sanitized = { ok: false, error: 'file-broken' }
    const began = { at: Date.now(), memory: process.memoryUsage.rss() }
    const thread = new Worker(new URL(worker), {
      workerData: job,
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      // What parsers say about a file may quote it; it must not reach the log.
      stdout: true,
      stderr: true,
    })
    thread.stdout.resume()
    thread.stderr.resume()
    const watch = setInterval(() => {
      const tooMuch = process.memoryUsage.rss() - began.memory > mostMemory
      if (!tooMuch && Date.now() - began.at < mostSeconds * 1000) return
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
