import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Language } from '#app/domain/language.ts'

/** The folders a tree names: those at the top, and those of `app`; several may stand in one line. */
function toldFolders(page: string): { top: string[]; app: string[] } {
  const lines = (/## The tree\n\n```\n([\s\S]*?)```/.exec(page)?.[1] ?? '').split('\n')
  const at = (indent: RegExp) => lines.flatMap((line) => indent.exec(line)?.[1]?.match(/[\w-]+(?=\/)/g) ?? [])
  return { top: at(/^((?:[\w-]+\/ ?)+)/), app: at(/^ {2}((?:[\w-]+\/ ?)+)/) }
}

/** Folders a tree does not name, and named ones there are none of. */
function treeFaults(told: readonly string[], folders: readonly string[]): string[] {
  return [...folders.filter((name) => !told.includes(name)), ...told.filter((name) => !folders.includes(name))]
}

const foldersIn = (path: string) => readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

/** What is made as one works. */
const made = ['node_modules', 'build', 'data', 'data-demo', 'test-results', '.git']

/** Names of the top level that neither the owner asked for nor a tool needs, and missing ones. */
function topFaults(there: readonly string[]): string[] {
  const owner = ['app', 'db', 'locales', 'public', 'tests', 'remix.config.js', 'package.json', 'README.md', 'README.zh.md']
  const top = [...owner, 'docs', '.ci', '.gitignore', 'biome.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']
  return [...there.filter((name) => !top.includes(name) && !made.includes(name)), ...top.filter((name) => !there.includes(name))]
}

test.each(['README.md', 'docs/architecture.md'])(
  'every folder of the top and of app stands in the tree of %s, and nothing else',
  (page) => {
    const told = toldFolders(readFileSync(page, 'utf8'))
    expect(treeFaults(told.app, foldersIn('app'))).toEqual([])
    expect(
      treeFaults(
        told.top,
        foldersIn('.').filter((name) => !name.startsWith('.') && !made.includes(name)),
      ),
    ).toEqual([])
  },
)

test('the top level holds what the owner named, and what tools insist on', () => expect(topFaults(readdirSync('.'))).toEqual([]))

test('a missing folder of a tree, one too many, and an unknown one at the top are found', () => {
  const { top, app } = toldFolders('## The tree\n\n```\napp/\n  domain/ audit-log/   rules\n                more of them/here\ndb/\n```\n')
  expect([top, app]).toEqual([
    ['app', 'db'],
    ['domain', 'audit-log'],
  ])
  expect(treeFaults(app, ['domain', 'audit-log'])).toEqual([])
  expect(treeFaults(app, ['domain'])).toEqual(['audit-log'])
  expect(treeFaults(app, ['domain', 'audit-log', 'db'])).toEqual(['db'])
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
    const built = (language: Language) => `build/pages/${language}${page}/index.html.br`
    expect(weightFaults([built('zh'), asset('site-', '.css.br')], 30 * 1024)).toEqual([])
    expect(
      weightFaults(
        [
          built('bo'),
          ...['site-', 'fonts-'].map((name) => asset(name, '.css.br')),
          ...['tibetan-core-', 'tibetan-digits-'].map((name) => asset(name, '.woff2')),
        ],
        110 * 1024,
      ),
    ).toEqual([])
  },
)

test('a page that is too heavy, and one that is not there, are found', () => {
  const bytes = statSync('README.md').size
  expect(weightFaults(['README.md'], bytes)).toEqual([])
  expect(weightFaults(['README.md'], bytes - 1)).toEqual([`${bytes} bytes`])
  expect(weightFaults(['none-such.html'], bytes)).toEqual(['none-such.html'])
})
