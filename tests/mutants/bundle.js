// @ts-check
/**
 * The unit tests of `app/domain` and `app/forms` as CommonJS modules: compiled once, evaluated as often as one likes.
 * @typedef {{ files: string[], evaluate: (path: string) => unknown, reaches: (path: string, source: string) => boolean }} Bundle
 */
import { readdirSync } from 'node:fs'
import { posix, relative } from 'node:path'
import { Script } from 'node:vm'
import { build } from 'vite'

/** Random households take minutes for each mutant; what only they notice counts as unnoticed. */
const tooSlow = ['app/domain/properties.test.ts']

const testFiles = ['app/domain', 'app/forms'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((path) => path.endsWith('.test.ts') && !tooSlow.includes(path)),
)

/** @returns {Promise<Bundle>} */
export async function bundle() {
  const root = process.cwd()
  const built = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      write: false,
      minify: false,
      rollupOptions: {
        input: testFiles,
        treeshake: false,
        output: { format: 'cjs', preserveModules: true, interop: 'esModule', exports: 'named' },
      },
    },
  })
  const { output } = /** @type {import('vite').Rollup.RollupOutput} */ (built)
  const chunks = output.filter((part) => part.type === 'chunk')
  /** @type {Map<string, { run: (require: (name: string) => unknown, exports: object) => void, imports: string[] }>} */
  const modules = new Map()
  /** @type {Map<string, string>} from a source's path to its module's name */
  const names = new Map()
  for (const { fileName, code, imports, facadeModuleId } of chunks) {
    const run = new Script(`(function (require, exports) {${code}\n})`, { filename: fileName }).runInThisContext()
    modules.set(fileName, { run, imports })
    if (facadeModuleId) names.set(relative(root, facadeModuleId), fileName)
  }
  /** @type {Map<string, unknown>} */
  const packages = new Map()
  for (const name of new Set(chunks.flatMap(({ imports }) => imports))) if (!modules.has(name)) packages.set(name, await import(name))

  /** @param {string} path */
  const moduleNameOf = (path) => names.get(path) ?? path

  /** @param {string} name @param {Set<string>} seen @returns {Set<string>} */
  function allFrom(name, seen = new Set()) {
    if (seen.has(name)) return seen
    seen.add(name)
    for (const next of modules.get(name)?.imports ?? []) allFrom(next, seen)
    return seen
  }
  const reached = new Map(testFiles.map((path) => [path, allFrom(moduleNameOf(path))]))

  return {
    files: testFiles,
    reaches: (path, source) => reached.get(path)?.has(moduleNameOf(relative(root, source))) ?? false,
    evaluate(path) {
      /** @type {Map<string, object>} */
      const loaded = new Map()
      /** @param {string} name @returns {object} */
      function load(name) {
        const before = loaded.get(name)
        if (before) return before
        const exports = {}
        loaded.set(name, exports)
        const found = modules.get(name)
        if (!found) throw new Error(`No module ${name}`)
        found.run((wanted) => packages.get(wanted) ?? load(posix.join(posix.dirname(name), wanted)), exports)
        return exports
      }
      return load(moduleNameOf(path))
    },
  }
}
