import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const tree = /## The tree\n\n```\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
const named = tree
  .split('\n')
  .map((line) => /^( {0,2})([\w.]+)/.exec(line))
  .flatMap((found) => (found ? [{ depth: found[1]?.length ?? 0, name: found[2] ?? '' }] : []))

test('every folder of app stands in the tree of the README, and nothing else', () => {
  const folders = readdirSync('app', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const told = named.filter(({ depth, name }) => depth === 2 && !name.includes('.')).map(({ name }) => name)
  expect([...told].sort()).toEqual([...folders].sort())
})

test('the top level holds what the owner named, and what tools insist on', () => {
  const top = readdirSync('.').filter((name) => !['node_modules', 'build', 'data', 'data-demo', 'test-results', '.git'].includes(name))
  const owner = ['app', 'db', 'locales', 'public', 'tests', 'remix.config.js', 'package.json', 'README.md', 'README.zh.md']
  expect(top.sort()).toEqual([...owner, '.ci', '.gitignore', 'biome.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'].sort())
})

test('residents get no framework: scripts of the build stay under 12 KB compressed', () => {
  const scripts = readdirSync('build/client', { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js.br') && !name.startsWith('desk/'))
  const bytes = scripts.reduce((sum, name) => sum + readFileSync(`build/client/${name}`).length, 0)
  expect(scripts.length).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(12 * 1024)
})

test('a cold first visit stays within its bytes: 30 KB in Chinese, 110 KB in Tibetan with its font', () => {
  const size = (name: string) => readFileSync(name).length
  const assets = readdirSync('build/client/assets')
  const asset = (start: string, end: string) =>
    size(`build/client/assets/${assets.find((name) => name.startsWith(start) && name.endsWith(end))}`)
  for (const page of ['', '/policy', '/services/resident-medical']) {
    expect(size(`build/pages/zh${page}/index.html.br`) + asset('site-', '.css.br')).toBeLessThan(30 * 1024)
    expect(
      size(`build/pages/bo${page}/index.html.br`) +
        asset('site-', '.css.br') +
        asset('fonts-', '.css.br') +
        asset('tibetan-core-', '.woff2'),
    ).toBeLessThan(110 * 1024)
  }
})
