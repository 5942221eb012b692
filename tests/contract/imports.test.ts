import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { browserFaults, featureFaults, importsOf, layerFaults, type Source } from './import-rules.ts'

const sources: Source[] = ['app', 'db']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`))
  .filter((name) => /\.(tsx?|[cm]?js)$/.test(name) && !/\.test\.|\.d\.ts$/.test(name))
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }))

test('every file belongs to a layer and imports only what its layer may', () => expect(sources.flatMap(layerFaults)).toEqual([]))

test('no feature imports another, and what all share imports none', () => expect(sources.flatMap(featureFaults)).toEqual([]))

test('what may run in a browser never reaches the server’s modules, the database or the keys', () =>
  expect(browserFaults(sources)).toEqual([]))

describe('the guards reject', () => {
  const page = 'app/features/desk/page.tsx'
  const at = (source: string, file = page): Source => ({ file, source })

  test.each([
    ['a whole line', "import { a } from '#db/a.server.ts'"],
    ['a line with nothing but the name', "import '#db/a.server.ts'"],
    ['a value beside an import of types', "import type { B } from './b.server.ts'\nimport { a } from '#db/a.server.ts'"],
    ['a value beside a type in one import', "import { type B, a } from '#db/a.server.ts'"],
    ['types only, but not said of the whole import: the module is loaded', "import { type B } from '#db/a.server.ts'"],
    ['several lines', "import {\n  a,\n  b,\n} from '#db/a.server.ts'"],
    ['double quotes', 'import { a } from "#db/a.server.ts"'],
    ['an import when it runs', "export const late = async () => (await import('#db/a.server.ts')).a"],
    ['a name in a template', 'export const late = () => import(`#db/a.server.ts`)'],
    ['require', "export const late = () => require('#db/a.server.ts')"],
    ['passing on', "export { a } from '#db/a.server.ts'"],
    ['passing everything on', "export * from '#db/a.server.ts'"],
    ['import as a name', "import a = require('#db/a.server.ts')"],
  ])('%s', (_what, source) => expect(browserFaults([at(source)])).toEqual([`${page} → db/a.server.ts`]))

  test.each([
    ['types', "import type { B } from '#db/a.server.ts'\nexport type { C } from '#db/a.server.ts'\nlet d: import('#db/a.server.ts').D"],
    ['a comment', "// import { a } from '#db/a.server.ts'"],
    ['words that look like it', 'const text = "import { a } from \'#db/a.server.ts\'"'],
  ])('not %s', (_what, source) => expect(browserFaults([at(source)])).toEqual([]))

  test('the way through a module between, and around a cycle', () => {
    const between = at("import { page } from '#app/features/desk/page.tsx'\nexport * from './store.ts'", 'app/cases/between.ts')
    const store = at("import { a } from '#db/a.server.ts'", 'app/cases/store.ts')
    const found = browserFaults([at("import { between } from '#app/cases/between.ts'"), between, store])
    expect(found).toContain(`${page} → app/cases/between.ts → app/cases/store.ts → db/a.server.ts`)
    expect(found).toHaveLength(3)
  })

  test('a cycle without a forbidden import is allowed', () =>
    expect(browserFaults([at("import './b.tsx'"), at("import './page.tsx'", 'app/features/desk/b.tsx')])).toEqual([]))

  test.each([
    ['a built-in module of Node', "import { readFileSync } from 'node:fs'", 'node:fs'],
    ['what serves', "import { a } from '#app/server/main.ts'", 'app/server/main.ts'],
    ['a server module of its own', "import { a } from './a.server.ts'", 'app/features/desk/a.server.ts'],
  ])('%s', (_what, source, target) => expect(browserFaults([at(source)])).toEqual([`${page} → ${target}`]))

  test.each([
    ['app/domain/a.ts', "import { a } from '#app/services/a.ts'"],
    ['app/domain/a.ts', "import { a } from 'react'"],
    ['app/domain/a.ts', "import type { A } from '#db/a.server.ts'"],
    ['app/services/a.ts', "export * from '#app/cases/a.ts'"],
    ['app/forms/a.ts', "import { a } from '#db/a.server.ts'"],
    ['app/forms/a.ts', "import { a } from '#app/cases/a.ts'"],
    ['app/audit-log/a.server.ts', "import { a } from '#app/cases/a.ts'"],
    ['app/uploads/a.server.ts', "import { a } from '#app/access/a.ts'"],
    ['app/places/a.server.ts', "import { a } from '#app/features/desk/a.ts'"],
    ['app/texts/a.server.ts', "import { a } from '#app/cases/a.ts'"],
    ['app/cases/a.server.ts', "import { a } from '#app/access/a.server.ts'"],
    ['app/access/a.server.ts', "import { a } from '#app/features/a.ts'"],
    ['app/jobs/a.server.ts', "import { a } from '#app/server/a.ts'"],
    ['app/client/a.ts', "import { a } from '#app/ui/a.ts'"],
    ['app/ui/a.tsx', "import { a } from '../features/desk/a.tsx'"],
    ['app/features/desk/a.ts', "const a = await import('#app/routes/a.tsx')"],
    ['app/features/desk/a.ts', "import type { A } from '#db/a.server.ts'"],
    ['app/routes/a.tsx', "import { a } from '#db/a.server.ts'"],
    ['db/a.server.ts', "import { a } from '#app/cases/a.ts'"],
    ['app/features/desk/a.ts', "import { a } from '#tests/support/a.ts'"],
  ])('an import against the layers: %s %s', (file, source) => expect(layerFaults(at(source, file))).toHaveLength(1))

  test('a file in no layer', () => expect(layerFaults(at('', 'app/utils/a.ts'))).toEqual(['app/utils/a.ts lies in no layer']))

  test.each([
    [page, "import { a } from '../figures/a.ts'"],
    [page, "import type { A } from '#app/features/figures/a.ts'"],
    ['app/features/shared.server.ts', "import { a } from './figures/a.ts'"],
  ])('a feature in another: %s %s', (file, source) => expect(featureFaults(at(source, file))).toHaveLength(1))

  test('no neighbour, and nothing all features share', () =>
    expect(featureFaults(at("import './a.tsx'\nimport '../page-data.ts'"))).toEqual([]))
})

test('there is something to guard', () => {
  expect(sources.length).toBeGreaterThan(300)
  expect(sources.flatMap(importsOf).length).toBeGreaterThan(1000)
})
