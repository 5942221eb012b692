import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The folders of `app` the tree of a README names. */
function toldFolders(readme: string): string[] {
  const tree = /## The tree\n\n```\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  return tree.split('\n').flatMap((line) => /^ {2}(\w[\w-]*)\//.exec(line)?.[1] ?? [])
}

/** Folders the tree does not name, and named ones there are none of. */
function treeFaults(readme: string, folders: readonly string[]): string[] {
  const told = toldFolders(readme)
  return [...folders.filter((name) => !told.includes(name)), ...told.filter((name) => !folders.includes(name))]
}

/** Names of the top level that neither the owner asked for nor a tool needs, and missing ones. */
function topFaults(there: readonly string[]): string[] {
  const made = ['node_modules', 'build', 'data', 'data-demo', 'test-results', '.git']
  const owner = ['app', 'db', 'locales', 'public', 'tests', 'remix.config.js', 'package.json', 'README.md', 'README.zh.md']
  const top = [...owner, 'docs', '.ci', '.gitignore', 'biome.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']
  return [...there.filter((name) => !top.includes(name) && !made.includes(name)), ...top.filter((name) => !there.includes(name))]
}

test('every folder of app stands in the tree of the README, and nothing else', () => {
  const folders = readdirSync('app', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(
    treeFaults(
      readFileSync('README.md', 'utf8'),
      folders.map(({ name }) => name),
    ),
  ).toEqual([])
})

test('the top level holds what the owner named, and what tools insist on', () => expect(topFaults(readdirSync('.'))).toEqual([]))

test('a folder the tree lacks, one too many, and a stranger at the top are found', () => {
  const tree = '## The tree\n\n```\napp/\n  domain/   rules\n  audit-log/ events\ndb/\n```\n'
  expect(treeFaults(tree, ['domain', 'audit-log'])).toEqual([])
  expect(treeFaults(tree, ['domain'])).toEqual(['audit-log'])
  expect(treeFaults(tree, ['domain', 'audit-log', 'db'])).toEqual(['db'])
  expect(topFaults([...readdirSync('.'), 'utils'])).toEqual(['utils'])
  expect(topFaults(readdirSync('.').filter((name) => name !== 'tests'))).toEqual(['tests'])
})

/** What of these files there is not, and their bytes where they are too many together. */
function weightFaults(files: readonly string[], mostBytes: number): string[] {
  const missing = files.filter((file) => !existsSync(file))
  const bytes = files.filter((file) => !missing.includes(file)).reduce((sum, file) => sum + statSync(file).size, 0)
  return [...missing, ...(bytes <= mostBytes ? [] : [`${bytes} bytes`])]
}

/** The built file of this kind that a page loads, whatever the hash in its name. */
const asset = (start: string, end: string) =>
  join('build/public/assets', readdirSync('build/public/assets').find((name) => name.startsWith(start) && name.endsWith(end)) ?? start)

test.each(['', '/policy', '/services/resident-medical'])(
  'a cold first visit of “%s” stays within its bytes: 30 KB in Chinese, 110 KB in Tibetan with its font',
  (page) => {
    const [zh, bo] = ['zh', 'bo'].map((language) => `build/pages/${language}${page}/index.html.br`) as [string, string]
    expect(weightFaults([zh, asset('site-', '.css.br')], 30 * 1024)).toEqual([])
    expect(
      weightFaults([bo, ...['site-', 'fonts-'].map((name) => asset(name, '.css.br')), asset('tibetan-core-', '.woff2')], 110 * 1024),
    ).toEqual([])
  },
)

test('a page that is too heavy, and one that is not there, are found', () => {
  const bytes = statSync('README.md').size
  expect(weightFaults(['README.md'], bytes)).toEqual([])
  expect(weightFaults(['README.md'], bytes - 1)).toEqual([`${bytes} bytes`])
  expect(weightFaults(['none-such.html'], bytes)).toEqual(['none-such.html'])
})
