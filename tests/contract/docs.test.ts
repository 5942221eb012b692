import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const pages = [
  ...readdirSync('.').filter((name) => /^README.*\.md$/.test(name)),
  ...readdirSync('docs', { recursive: true }).flatMap((name) => (String(name).endsWith('.md') ? [join('docs', String(name))] : [])),
]

/** Every name of a source file, wherever it lies. */
const sourceNames: ReadonlySet<string> = new Set(
  ['.', 'app', 'db', 'locales', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: folder !== '.' }).map((path) => String(path).replaceAll('\\', '/').split('/').at(-1) ?? ''),
  ),
)

/** Where the links of a page lead within the project. */
function linked(file: string, page: string): string[] {
  const targets = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to.split('#')[0] ?? '')
  return targets.filter((to) => to !== '' && !/^[a-z]+:/.test(to)).map((to) => join(dirname(file), to))
}

/** Paths and source files a page names: from the root, below `app`, or by the name alone. Patterns with a placeholder are none. */
function named(page: string): string[] {
  const inCode = [...page.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.split(/[\s,;]+/))
  const paths = inCode.filter((word) => /^(app|db|docs|locales|public|tests|\.ci)\/[\w$.[\]/-]*$/.test(word))
  const sources = [...page.matchAll(/(?<![\w*./…>])[a-z$][\w$./[\]-]*\.(?:tsx?|js|css)\b/g)].map(([word]) => word)
  return [...new Set([...paths, ...sources])]
}

/** What a page names and there is not: links, paths, source files, npm scripts. */
function pageFaults(file: string, page: string): string[] {
  const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts
  const isThere = (path: string) => existsSync(path) || existsSync(join('app', path)) || (!path.includes('/') && sourceNames.has(path))
  return [
    ...linked(file, page).filter((path) => !existsSync(path)),
    ...named(page).filter((path) => !isThere(path)),
    ...[...page.matchAll(/npm run ([\w-]+)/g)].flatMap(([command, name = '']) => (name in scripts ? [] : [command])),
  ]
}

test.each(pages)('everything %s names exists', (file) => expect(pageFaults(file, readFileSync(file, 'utf8'))).toEqual([]))

test.each([
  ['a link', '[x](nowhere.md)', 'docs/nowhere.md'],
  ['a link upwards', '[x](../nowhere.md#part)', 'nowhere.md'],
  ['a folder', 'see `app/nowhere/`', 'app/nowhere/'],
  ['a file from the root', '`app/domain/nowhere.ts`', 'app/domain/nowhere.ts'],
  ['a file below app, outside of code', 'server/nowhere.ts makes it', 'server/nowhere.ts'],
  ['a file by its name', '`nowhere.ts`', 'nowhere.ts'],
  ['a script', '`npm run nowhere`', 'npm run nowhere'],
])('%s that leads nowhere is found', (_what, page, fault) => expect([...new Set(pageFaults('docs/any.md', page))]).toEqual([fault]))

test('existing paths, placeholders and addresses elsewhere are accepted', () => {
  const page =
    'Node.js; `app/services/<id>/form.ts`, `app/**/*.test.ts`, `index.ts`, [x](https://a.example/b.ts), [y](#here), `npm run check`'
  expect(pageFaults('docs/any.md', page)).toEqual([])
})
