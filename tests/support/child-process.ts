import { execFile } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { promisify } from 'node:util'
import { build } from 'vite'
import { threads } from '#app/run/thread-plugin.js'

/**
 * Runs a module of `tests/support/` in a child process, with one order as JSON; resolves with what it prints.
 * It is bundled like the site, once per build of the site.
 */
export async function beside(module: string, order: object): Promise<string> {
  const script = `build/test/${module}.js`
  if (!existsSync(script) || statSync(script).mtimeMs <= statSync('build/stamp').mtimeMs)
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      plugins: [threads()],
      resolve: { conditions: ['node'] },
      build: { ssr: `tests/support/${module}.ts`, outDir: 'build/test', target: 'node20', emptyOutDir: false },
    })
  // Not synchronously: connections the server closes meanwhile would be taken for open ones afterwards.
  const running = promisify(execFile)(process.execPath, [script])
  running.child.stdin?.end(JSON.stringify(order))
  return (await running).stdout.trim()
}
