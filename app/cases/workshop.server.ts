import { Worker } from 'node:worker_threads'
import thread from './workshop-thread.cjs?raw'

/** What comes out of the workshop: pixels with their measures, or a file. */
export type Made =
  | { ok: true; bytes: Uint8Array; width?: number; height?: number }
  | { ok: false; error: 'file-broken' | 'file-too-large' | 'file-locked' }

/** The longest a file may take, and the most memory it may cost: small files can be made to unfold without end. */
const [mostSeconds, mostMemory] = [40, 1200 * 1024 * 1024]

/**
 * Takes apart a file of a kind whose parsers run as JavaScript or WebAssembly, in a thread of its own: it holds up no
 * page meanwhile, gives all its memory back, and is ended where a file asks too much. Never throws.
 */
export function inWorkshop(job: 'heic' | 'pdf', bytes: Uint8Array, mostPixels: number): Promise<Made> {
  return new Promise((resolve) => {
    let made: Made = { ok: false, error: 'file-broken' }
    const began = { at: Date.now(), memory: process.memoryUsage.rss() }
    const worker = new Worker(thread, {
      eval: true,
      workerData: { job, bytes, mostPixels, from: import.meta.url },
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      // What parsers say about a file may quote it; it must not reach the log.
      stdout: true,
      stderr: true,
    })
    worker.stdout.resume()
    worker.stderr.resume()
    const watch = setInterval(() => {
      const tooMuch = process.memoryUsage.rss() - began.memory > mostMemory
      if (!tooMuch && Date.now() - began.at < mostSeconds * 1000) return
      made = { ok: false, error: tooMuch ? 'file-too-large' : 'file-broken' }
      void worker.terminate()
    }, 50)
    worker.once('message', (answer: Made) => {
      made = answer
      void worker.terminate()
    })
    worker.once('error', () => {})
    worker.once('exit', () => {
      clearInterval(watch)
      resolve(made)
    })
  })
}
