import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { applicationColumns, type StoredApplication, stored } from './applications.server.ts'
import { columnRules } from './column-rules.server.ts'
import { database } from './connection.server.ts'
import { applications, papers, wordings } from './schema.server.ts'

/** A damaged row: `what` names the column or the rule. */
export type RowFault = { readonly table: string; readonly id: string; readonly what: string }

/** What SQLite finds wrong with its own pages and indexes, and rows whose foreign key leads nowhere. */
export async function databaseFaults(): Promise<RowFault[]> {
  const client = database().$client
  const own = client.prepare<[], { integrity_check: string }>('pragma integrity_check').all()
  const loose = client.prepare<[], { table: string; rowid: number; parent: string }>('pragma foreign_key_check').all()
  return [
    ...own
      .filter(({ integrity_check }) => integrity_check !== 'ok')
      .map(({ integrity_check }) => ({ table: 'database', id: '-', what: integrity_check })),
    ...loose.map(({ table, rowid, parent }) => ({ table, id: `row ${rowid}`, what: `names a row of ${parent} that is not there` })),
  ]
}

/** Values of plain columns outside their set or form. */
export async function columnFaults(): Promise<RowFault[]> {
  const client = database().$client
  const ids = (query: string) => client.prepare<[], unknown>(query).pluck().all().map(String)
  return [
    ...columnRules.flatMap(({ table, key, column, isWrong, what }) =>
      ids(`select ${key} from ${table} where ${column} is not null and (${isWrong})`).map((id) => ({
        ...{ table, id: key === 'rowid' ? `row ${id}` : id, what: `${column} ${what}` },
      })),
    ),
    ...ids('select id from applications where submitted_at is not null and sealed is null').map((id) => ({
      ...{ table: 'applications', id, what: 'what was submitted is missing' },
    })),
  ]
}

/** What plain columns name, and only the site knows; a condition as `<service>.<condition>`. */
export type Named = 'service' | 'county' | 'condition'
const ofCase = { service: 'service', county: 'county', declined_for: "service || '.' || declined_for" }
const named: readonly (readonly [table: string, key: string, kind: Named, column: keyof typeof ofCase])[] = [
  ...(['service', 'county', 'condition'] as const).flatMap((kind) => {
    const column = kind === 'condition' ? 'declined_for' : kind
    return [['applications', 'id', kind, column] as const, ['past_cases', 'position', kind, column] as const]
  }),
  ['feedback', 'id', 'county', 'county'],
]

/** Rows, deleted cases included, that name something there never was. */
export async function nameFaults(isKnown: Readonly<Record<Named, (name: string) => boolean>>): Promise<RowFault[]> {
  const client = database().$client
  return named.flatMap(([table, key, kind, column]) => {
    const sql = ofCase[column]
    const names = client.prepare<[], unknown>(`select distinct ${sql} from ${table} where ${column} is not null`).pluck().all()
    const known = names.filter((name) => typeof name === 'string' && isKnown[kind](name))
    // What is no text, or no whole one, is another than what it is read as.
    const isWrong = `typeof(${column}) <> 'text' or ${sql} not in (select value from json_each(?))`
    const ids = client.prepare<[string], unknown>(`select ${key} from ${table} where ${column} is not null and (${isWrong})`).pluck()
    return ids.all(JSON.stringify(known)).map((id) => ({ table, id: String(id), what: `${column} is unknown` }))
  })
}

/** The next applications that were handed in after an id; empty at the end. */
export async function submittedAfter(after: string, most: number): Promise<StoredApplication[]> {
  const further = and(gt(applications.id, after), isNotNull(applications.sealed))
  const rows = database().select(applicationColumns).from(applications).where(further).orderBy(asc(applications.id)).limit(most).all()
  return rows.map(stored)
}

/** The next complete files after an id, with the bytes each should have; empty at the end. */
export async function storedFilesAfter(after: string, most: number): Promise<{ id: string; bytes: number }[]> {
  return database()
    .select({ id: papers.id, bytes: papers.bytes })
    .from(papers)
    .where(and(gt(papers.id, after), eq(papers.state, 'kept')))
    .orderBy(asc(papers.id))
    .limit(most)
    .all()
}

/** Every version of the form texts. */
export async function allFormTexts(): Promise<{ id: string; content: string }[]> {
  return database().select().from(wordings).orderBy(asc(sql`rowid`)).all()
}
