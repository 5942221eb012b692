// @ts-check
import { pathToFileURL } from 'node:url'

/** @type {string[]} */
let lines = []

/** Writes what was logged since the last time, in one go. */
function flush() {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
  lines = []
}

/** Takes one line of the log; it is written within fifty milliseconds. @param {string} line */
function log(line) {
  if (lines.push(line) === 1) setTimeout(flush, 50)
}

/** Serves the built site until it is told to stop: SIGTERM or SIGINT let requests in flight finish. */
export async function serve() {
  process.env.NODE_ENV ??= 'production'
  const server = await import(pathToFileURL('build/server/index.js').href)
  const running = await server.serve(server.readConfig(process.env), process.cwd(), log)
  // What was logged while starting stands before it.
  flush()
  console.log(`Ready: ${running.url}`)
  const stop = async () => {
    await running.stop()
    flush()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
