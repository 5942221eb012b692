import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** Layers of the house and what each may import. Source: the plan of the house, "Who may import whom". */
const may: Readonly<Record<string, readonly string[]>> = {
  'app/domain': ['app/domain'],
  'app/services': ['app/services', 'app/domain'],
  'app/i18n': ['app/i18n', 'app/domain'],
  'app/security': ['app/security', 'app/domain'],
  'app/paths.ts': ['app/i18n'],
  'app/cases': ['app/cases', 'app/services', 'app/domain', 'app/i18n', 'app/security', 'db'],
  'app/root.tsx': ['app/features', 'app/ui', 'app/i18n'],
  'app/ui': ['app/ui', 'app/i18n', 'app/domain', 'app/services', 'app/paths.ts'],
  'app/features': ['app/features', 'app/cases', 'app/ui', 'app/i18n', 'app/services', 'app/domain', 'app/security', 'app/paths.ts', 'db'],
  'app/routes': ['app/features', 'app/cases', 'app/ui', 'app/i18n', 'app/services', 'app/domain', 'app/security', 'app/paths.ts'],
  'app/server': ['app/server', 'app/features', 'app/cases', 'app/services', 'app/i18n', 'app/security', 'db'],
  db: ['db', 'app/domain'],
}

const layerOf = (file: string) => Object.keys(may).find((layer) => file === layer || file.startsWith(`${layer}/`))
const files = ['app', 'db']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\.d\.ts$/.test(name))

function importsOf(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^'"]*from '([^']+)'|^import '([^']+)'/gm)
  return [...found].flatMap(([, from, bare]) => {
    const name = from ?? bare ?? ''
    if (name.startsWith('#')) return [name.slice(1)]
    return name.startsWith('.') ? [normalize(join(dirname(file), name))] : []
  })
}

test.each(files.map((file) => ({ file })))('$file imports only what its layer may', ({ file }) => {
  const layer = layerOf(file)
  if (!layer) return
  const breaches = importsOf(file).filter((name) => {
    const other = layerOf(name)
    return other !== undefined && !may[layer]?.includes(other)
  })
  expect(breaches).toEqual([])
})

test.each(files.filter((file) => file.startsWith('app/features/')).map((file) => ({ file })))(
  '$file imports no other feature',
  ({ file }) => {
    const feature = file.split('/')[2] ?? ''
    const others = importsOf(file).filter(
      (name) => name.startsWith('app/features/') && name.split('/').length > 3 && name.split('/')[2] !== feature,
    )
    expect(feature.includes('.') ? [] : others).toEqual([])
  },
)

test('only server modules reach the database and the keys', () => {
  const reaching = files.filter(
    (file) => !file.includes('.server.') && !file.startsWith('app/server/') && !file.startsWith('app/routes/') && !file.startsWith('db/'),
  )
  expect(
    reaching.filter((file) =>
      importsOf(file).some((name) => /\.server\.ts$/.test(name) && !readFileSync(file, 'utf8').includes('import type')),
    ),
  ).toEqual([])
})

test('the domain imports nobody but itself', () => {
  const outside = files
    .filter((file) => file.startsWith('app/domain/'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/from '([^.#'][^']*)'/g)].map(([, name]) => `${file} ${name}`))
  expect(outside.filter((line) => !line.endsWith(' zod'))).toEqual([])
})

test('nobody imports routes', () =>
  expect(files.filter((file) => importsOf(file).some((name) => name.startsWith('app/routes/')))).toEqual([]))
