// @ts-check
import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const suffix = '?thread'
/** Where threads lie while nothing is built: tests and development. Within `node_modules`, so that packages are found from there. */
const folder = 'node_modules/.cache/threads'

/**
 * `import address from './work.server.ts?thread'`: the address of a file that `new Worker` runs, made of that module. The build
 * makes it a file of its own beside the server's.
 * @returns {import('vite').Plugin}
 */
export function threads() {
  let isBuild = false
  return {
    name: 'threads',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    async load(id) {
      if (!id.endsWith(suffix)) return undefined
      const file = id.slice(0, -suffix.length)
      if (isBuild) return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'chunk', id: file })}`
      const name = `${basename(file, '.server.ts')}.mjs`
      await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        build: { ssr: file, target: 'node20', outDir: folder, emptyOutDir: false, rollupOptions: { output: { entryFileNames: name } } },
      })
      return `export default ${JSON.stringify(pathToFileURL(resolve(folder, name)).href)}`
    },
  }
}
