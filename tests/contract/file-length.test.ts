import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Past this there are two ideas in a file. */
const longest = 200

const sources = ['app', 'db']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`))
  .filter((name) => /\.(tsx?|css)$/.test(name) && !/\.test\.tsx?$/.test(name))

/** What is wrong with the length of a file. */
function lengthFaults(file: string, source: string): string[] {
  const lines = source.replace(/\n$/, '').split('\n').length
  return lines > longest ? [`${file} has ${lines} lines`] : []
}

test('no source file is longer than one can take in', () => {
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.flatMap((file) => lengthFaults(file, readFileSync(file, 'utf8')))).toEqual([])
})

test('a line too many is found', () => {
  expect(lengthFaults('a.ts', 'line\n'.repeat(200))).toEqual([])
  expect(lengthFaults('a.ts', 'line\n'.repeat(201))).toEqual(['a.ts has 201 lines'])
  expect(lengthFaults('a.ts', `${'line\n'.repeat(200)}line`)).toEqual(['a.ts has 201 lines'])
})
