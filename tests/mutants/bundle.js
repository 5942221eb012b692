// @ts-check
/**
 * The unit tests of `app/domain` and `app/forms` as CommonJS modules: compiled once, evaluated as often as one likes.
 * @typedef {{ files: string[], evaluate: (path: string) => Promise<unknown>, reaches: (path: string, source: string) => boolean }} Bundle
 */
import { readdirSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { Script } from 'node:vm'
import { build } from 'vite'

/** Random households take minutes for each mutant; what only they notice counts as unnoticed. */
const tooSlow = ['app/domain/properties.test.ts']

const testFiles = ['app/domain', 'app/forms'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((path) => path.endsWith('.test.ts') && !tooSlow.includes(path)),
)

/** Takes every call and does nothing. @type {any} */
const nothing = new Proxy(() => nothing, { get: () => nothing })

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
  /** @type {Map<string, { run: (require: (name: string) => unknown, exports: object, filename: string) => void, imports: string[], mocks: boolean }>} */
  const modules = new Map()
  /** @type {Map<string, string>} from a source's path to its module's name */
  const names = new Map()
  for (const { fileName, code, imports, facadeModuleId } of chunks) {
    const run = new Script(`(function (require, exports, __filename) {${code}\n})`, { filename: fileName }).runInThisContext()
    modules.set(fileName, { run, imports, mocks: code.includes('vi.mock(') })
    if (facadeModuleId) names.set(relative(root, facadeModuleId), fileName)
  }
  // What `import.meta.url` becomes asks for `url`, which no module imports by itself.
  /** @type {Map<string, unknown>} */
  const packages = new Map([['url', await import('node:url')]])
  for (const name of new Set(chunks.flatMap(({ imports }) => imports)))
    if (!modules.has(name)) packages.set(name, name === 'vitest' ? { ...(await import(name)), vi: { mock() {} } } : await import(name))

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

  /**
   * Loads modules anew, each once.
   * @param {Map<string, unknown>} outside packages by name
   * @param {Map<string, object>} [inPlace] modules that are there already
   */
  function loader(outside, inPlace) {
    const loaded = new Map(inPlace)
    /** @param {string} name @returns {object} */
    return function load(name) {
      const before = loaded.get(name)
      if (before) return before
      const exports = {}
      loaded.set(name, exports)
      const found = modules.get(name)
      if (!found) throw new Error(`No module ${name}`)
      found.run((wanted) => outside.get(wanted) ?? load(posix.join(posix.dirname(name), wanted)), exports, join(root, name))
      return exports
    }
  }

  /**
   * What a test file puts in the place of modules (`vi.mock`), by their paths: it is run once with a vitest that does nothing else.
   * @param {string} name
   * @returns {Map<string, (original: () => Promise<object>) => Promise<object>>}
   */
  function mocksIn(name) {
    const found = new Map()
    if (!modules.get(name)?.mocks) return found
    const vi = { mock: (/** @type {string} */ path, /** @type {unknown} */ factory) => found.set(path.replace('#', ''), factory) }
    loader(new Map([...packages, ['vitest', { test: nothing, describe: nothing, expect: nothing, vi }]]))(name)
    return found
  }

  return {
    files: testFiles,
    reaches: (path, source) => reached.get(path)?.has(moduleNameOf(relative(root, source))) ?? false,
    async evaluate(path) {
      const name = moduleNameOf(path)
      /** @type {Map<string, object>} */
      const mocks = new Map()
      for (const [mocked, factory] of mocksIn(name))
        mocks.set(moduleNameOf(mocked), await factory(async () => loader(packages)(moduleNameOf(mocked))))
      return loader(packages, mocks)(name)
    },
  }
}
