// @ts-check
import { pathToFileURL } from 'node:url'

/** Serves the built site until it is told to stop: SIGTERM or SIGINT let requests in flight finish. */
export async function serve() {
  process.env.NODE_ENV ??= 'production'
  const server = await import(pathToFileURL('build/server/index.js').href)
  const running = await server.serve(server.readConfig(process.env), process.cwd(), (/** @type {string} */ line) => process.stdout.write(`${line}\n`))
  console.log(`Ready: ${running.url}`)
  const stop = async () => {
    await running.stop()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
