import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// The npm scripts are plain JavaScript and call the built server by name: no compiler tells when it is called something else.

/** What a source exports by name. */
const exported = (source: string) => [
  ...[...source.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name = '']) => name),
  ...[...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim())),
]

/** What a script calls of a server it loaded, that the server does not export. */
function missing(script: string, names: readonly string[]): string[] {
  if (!/build\/server\/index\.js|ssrLoadModule/.test(script)) return []
  return [...script.matchAll(/\b(?:server|module)\s*\??\.(\w+)\(/g)].flatMap(([, name = '']) => {
    const isNode = /createServer/.test(script) && ['listen', 'address'].includes(name)
    return names.includes(name) || isNode ? [] : [name]
  })
}

const names = exported(readFileSync('app/server/main.ts', 'utf8'))
const scripts = readdirSync('app/run').filter((name) => name.endsWith('.js'))

test.each(scripts)('everything %s calls of the built server is exported by it', (name) =>
  expect(missing(readFileSync(`app/run/${name}`, 'utf8'), names)).toEqual([]),
)

test('a call of something the server does not export is found', () => {
  const load = "const server = await import('build/server/index.js')\n"
  expect(missing(`${load}await server\n  .none()`, ['serve'])).toEqual(['none'])
  expect(missing(`${load}await server.serve(server.readConfig({}))`, ['serve', 'readConfig'])).toEqual([])
  expect(exported('export async function serve() {}\nexport { readConfig, a } from "./config.ts"')).toEqual(['serve', 'readConfig', 'a'])
})

/** Modules of `tests/support/` that a test runs in a process of its own, by names that lead nowhere. */
const nowhere = (source: string) =>
  /from '[^']*child-process\.ts'/.test(source)
    ? [...source.matchAll(/\bbeside\('([\w-]+)'/g)].flatMap(([, name = '']) => (existsSync(`tests/support/${name}.ts`) ? [] : [name]))
    : []

test('every module that tests run in a process of its own is there', () => {
  const files = ['support', 'server', 'e2e'].flatMap((folder) => readdirSync(`tests/${folder}`).map((name) => `tests/${folder}/${name}`))
  expect(files.filter((file) => file.endsWith('.ts')).flatMap((file) => nowhere(readFileSync(file, 'utf8')))).toEqual([])
  expect(nowhere("import { beside } from './child-process.ts'\nbeside('none', {})")).toEqual(['none'])
})
