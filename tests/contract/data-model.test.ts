import { readFileSync } from 'node:fs'
import { getTableName } from 'drizzle-orm'
import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#db/connection.server.ts'
import { columnsOf, dataModel, protectionOf, tables } from '#db/data-model.server.ts'

/** Lines of the page that are not those drawn from the schema, and drawn ones it has not. */
function pageFaults(page: string, drawn: string): string[] {
  const lines = page.slice(page.indexOf('## Tables\n')).split('\n')
  const wanted = drawn.split('\n')
  return [...lines.filter((line) => !wanted.includes(line)), ...wanted.filter((line, at) => lines[at] !== line)]
}

/** Columns of bytes that nothing encrypts: only what is encrypted is kept as bytes. */
function bareBytes(all: typeof tables): string[] {
  const bytes = all.flatMap(columnsOf).filter((column) => column.getSQLType() === 'blob' && protectionOf(column) !== 'encrypted')
  return bytes.map((column) => `${getTableName(column.table)}.${column.name}`)
}

/** Columns as `table.column`, in order. */
const named = (all: typeof tables) => all.flatMap((table) => columnsOf(table).map(({ name }) => `${getTableName(table)}.${name}`)).sort()

test('docs/data-model.md is what `npm run data-model` draws', () =>
  expect(pageFaults(readFileSync('docs/data-model.md', 'utf8'), dataModel())).toEqual([]))

test('what the schema says is what the migrations make, beside their own book-keeping', () => {
  const { db, close } = openDatabase(':memory:', 'db/migrations')
  onTestFinished(close)
  const made = db.$client
    .prepare(
      `select t.name || '.' || c.name from sqlite_schema t, pragma_table_info(t.name) c
       where t.type = 'table' and t.name not in ('__drizzle_migrations', 'code_migrations') and t.name not like 'sqlite%'`,
    )
    .pluck()
    .all()
  expect(named(tables)).toEqual([...made].sort())
  // A column the migrations do not make, and one of theirs that the schema does not name.
  const notes = sqliteTable('notes', { id: text('id').primaryKey() })
  expect(named([...tables, notes])).not.toEqual([...made].sort())
  expect(named(tables.slice(1))).not.toEqual([...made].sort())
})

test('every column of bytes is encrypted', () => expect(bareBytes(tables)).toEqual([]))

test('a page without a column, with one too many, and bytes nobody encrypts are found', () => {
  const drawn = dataModel()
  const line = '    text mode "may be null"\n'
  expect(pageFaults(drawn, drawn)).toEqual([])
  expect(pageFaults(drawn.replace(line, ''), drawn)).not.toEqual([])
  expect(pageFaults(drawn.replace(line, `${line}    text colour\n`), drawn)).toContain('    text colour')
  const notes = sqliteTable('notes', { id: text('id').primaryKey(), content: blob('content', { mode: 'buffer' }) })
  expect(bareBytes([...tables, notes])).toEqual(['notes.content'])
})
