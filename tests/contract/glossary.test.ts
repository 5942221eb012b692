import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inEvery, type Language, languages } from '#app/domain/language.ts'

type Cell = { readonly term: string; readonly language: Language; readonly read: string }

/** What residents or staff read of each term, by the tables of the glossary. */
function cellsOf(glossary: string): Cell[] {
  const rows = glossary.split('\n').flatMap((line) => {
    const cells = /^\| (.+) \|$/.exec(line)?.[1]?.split(' | ') ?? []
    return cells.length === languages.length + 3 && cells[0] !== 'term' ? [cells] : []
  })
  return rows.flatMap(([term = '', ...cells]) =>
    languages.flatMap((language, at) => (cells[at] === '—' ? [] : [{ term, language, read: cells[at] ?? '' }])),
  )
}

const textsOf = (language: Language) =>
  readdirSync(`locales/${language}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(`locales/${language}/${name}`, 'utf8'))
    .join('\n')

const texts = inEvery(textsOf)
const unread = (cells: readonly Cell[]) => cells.filter(({ language, read }) => !texts[language].includes(read))

test('what the glossary says residents or staff read, they read', () => {
  const cells = cellsOf(readFileSync('docs/glossary.md', 'utf8'))
  expect(cells.length).toBeGreaterThan(100)
  expect(unread(cells)).toEqual([])
})

test('a word that stands in no text is found', () =>
  expect(unread(cellsOf('| hall | 政务中心大堂 | ཚོམས་ཆེན | a service hall | `Hall` |'))).toEqual([
    { term: 'hall', language: 'zh', read: '政务中心大堂' },
  ]))

/** Names the glossary says are declared in a file, and are not. */
function undeclared(glossary: string, read: (path: string) => string): string[] {
  const said = [
    ...glossary.matchAll(
      /(?<!(?:events?|grounds?|roles?|tables?|columns?|status|verdict) |`, )`([A-Za-z]+)`(?:(?:, | and )`[A-Za-z]+`)*(?:,| in) `((?:app|db)\/[\w./$-]+\.tsx?)`/g,
    ),
  ]
  return said.flatMap(([, name = '', path = '']) =>
    new RegExp(`export (?:async )?(?:const|function|type) ${name}\\b`).test(read(path)) ? [] : [`${name} in ${path}`],
  )
}

test('what the glossary says a file declares, it declares', () => {
  const glossary = readFileSync('docs/glossary.md', 'utf8')
  expect(undeclared(glossary, (path) => readFileSync(path, 'utf8'))).toEqual([])
  expect(undeclared('| hall | `Hall`, `db/halls.server.ts` |', () => 'export type Halls = 1')).toEqual(['Hall in db/halls.server.ts'])
})
