import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { statuses } from '#app/domain/application.ts'
import { channels } from '#app/domain/assisted-session.ts'
import { feedbackKinds, feedbackStates } from '#app/domain/feedback.ts'
import { modes } from '#app/domain/language.ts'
import { staffRoles } from '#app/domain/staff.ts'
import { eventTypes } from '#app/domain/stored-labels.ts'
import { messageStates, staffStates, uploadStates } from '#app/domain/stored-states.ts'
import { wordedSteps } from '#app/domain/worded-step.ts'
import { applicationColumns, type StoredApplication, stored } from './applications.server.ts'
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

/** Plain columns with a closed set of values. */
const closedSets: readonly (readonly [table: string, key: string, column: string, allowed: readonly string[]])[] = [
  ['applications', 'id', 'status', statuses],
  ['applications', 'id', 'channel', channels],
  ['applications', 'id', 'mode', modes],
  ['applications', 'id', 'held_step', wordedSteps],
  ['events', 'position', 'type', eventTypes],
  ['past_cases', 'position', 'status', statuses],
  ['past_cases', 'position', 'channel', channels],
  ['past_cases', 'position', 'mode', modes],
  ['feedback', 'id', 'mode', modes],
  ['feedback', 'id', 'kind', feedbackKinds],
  ['feedback', 'id', 'state', feedbackStates],
  ['staff', 'id', 'role', staffRoles],
  ['staff', 'id', 'state', staffStates],
  ['papers', 'id', 'state', uploadStates],
  ['outbox', 'id', 'state', messageStates],
]

/** Plain columns that hold a timestamp or a day, where they are not empty. */
const dates: readonly (readonly [table: string, key: string, columns: readonly string[]])[] = [
  ['folders', 'id', ['created_at', 'saved_at', 'expires_at']],
  ['applications', 'id', ['created_at', 'changed_at', 'submitted_at', 'expires_at', 'due_on', 'answered_at', 'decided_at']],
  ['client_sessions', 'id', ['started_at', 'expires_at', 'ended_at']],
  ['sessions', 'id_hash', ['expires_at']],
  ['papers', 'id', ['created_at']],
  ['outbox', 'id', ['next_at', 'created_at']],
  ['events', 'position', ['at']],
  ['staff_sessions', 'id_hash', ['seen_at', 'expires_at']],
  ['saved_checks', 'code_hash', ['created_at', 'expires_at']],
  ['kept_forms', 'id', ['expires_at']],
  ['staff', 'id', ['created_at']],
  ['halls', 'id', ['created_at']],
  ['staff_links', 'rowid', ['expires_at']],
  ['saved_filters', 'id', ['created_at']],
  ['feedback', 'id', ['created_at']],
  ['past_cases', 'position', ['submitted_at', 'answered_at', 'decided_at']],
  ['pin_attempts', 'rowid', ['last_at']],
]

/** Plain columns with a form of their own: what a wrong value makes true, and what is wrong with it. Empty ones are valid. */
const shapes: readonly (readonly [table: string, key: string, column: string, isWrong: string, what: string])[] = [
  ['applications', 'id', 'number', "typeof(number) <> 'integer' or number < 1", 'is no number of an application'],
  ['applications', 'id', 'corrections', "typeof(corrections) <> 'integer' or corrections < 0", 'is no count'],
  ['past_cases', 'position', 'corrections', "typeof(corrections) <> 'integer' or corrections < 0", 'is no count'],
  ['applications', 'id', 'rating', "typeof(rating) <> 'integer' or rating not between 1 and 5", 'is no rating'],
  ['past_cases', 'position', 'rating', "typeof(rating) <> 'integer' or rating not between 1 and 5", 'is no rating'],
  // `scrypt.server.ts`: 16 bytes of salt and 32 of hash.
  ...(['folders.pin_hash', 'saved_checks.pin_hash', 'staff.password_hash'] as const).map((place) => {
    const [table = '', column = ''] = place.split('.')
    const isWrong = `length(${column}) <> 66 or substr(${column}, 23, 1) <> '.' or replace(${column}, '.', '') glob '*[^A-Za-z0-9_-]*'`
    return [table, table === 'saved_checks' ? 'code_hash' : 'id', column, isWrong, 'is no hash'] as const
  }),
  // A file whose pieces still arrive has no type yet.
  ['papers', 'id', 'type', "type not in ('image/jpeg', 'application/pdf') and not (state = 'receiving' and type = '')", 'is unknown'],
  ['papers', 'id', 'bytes', "typeof(bytes) <> 'integer' or bytes < 0 or (state = 'receiving' and bytes > size)", 'is no size'],
  ['papers', 'id', 'size', "typeof(size) <> 'integer' or size < 0", 'is no size'],
]

/** Columns of keyed hashes, by the key of their table: of what is not stored itself only the shape can be told. */
const hashed: readonly (readonly [table: string, key: string, columns: readonly string[]])[] = [
  ['folders', 'id', ['code_hash']],
  ['applications', 'id', ['person_hash', 'details_hash']],
  ['sessions', 'rowid', ['id_hash']],
  ['client_sessions', 'id', ['staff_session', 'screen_hash']],
  ['staff', 'id', ['login_hash']],
  ['staff_links', 'rowid', ['token_hash']],
  ['staff_sessions', 'rowid', ['id_hash']],
  ['saved_checks', 'rowid', ['code_hash']],
  ['kept_forms', 'id', ['browser_hash']],
  ['key_checks', 'rowid', ['value']],
  ['events', 'position', ['content', 'link', 'chain']],
]

/** Values of plain columns outside their set or format. */
export async function columnFaults(): Promise<RowFault[]> {
  const client = database().$client
  const list = (all: readonly string[]) => all.map((one) => `'${one}'`).join(', ')
  const ids = (query: string) => client.prepare<[], unknown>(query).pluck().all().map(String)
  return [
    ...closedSets.flatMap(([table, key, column, allowed]) =>
      ids(`select ${key} from ${table} where ${column} not in (${list(allowed)})`).map((id) => ({
        table,
        id,
        what: `${column} is unknown`,
      })),
    ),
    ...dates.flatMap(([table, key, columns]) =>
      columns.flatMap((column) =>
        ids(`select ${key} from ${table} where ${column} is not null and julianday(${column}) is null`).map((id) => ({
          ...{ table, id, what: `${column} is no date` },
        })),
      ),
    ),
    ...shapes.flatMap(([table, key, column, isWrong, what]) =>
      ids(`select ${key} from ${table} where ${column} is not null and (${isWrong})`).map((id) => ({
        table,
        id,
        what: `${column} ${what}`,
      })),
    ),
    ...hashed.flatMap(([table, key, columns]) =>
      columns.flatMap((column) =>
        ids(`select ${key} from ${table} where ${column} <> '' and (length(${column}) <> 43 or ${column} glob '*[^A-Za-z0-9_-]*')`).map(
          (id) => ({ table, id: key === 'rowid' ? `row ${id}` : id, what: `${column} is no hash` }),
        ),
      ),
    ),
    ...ids(`select id from halls where place not glob '[0-9][0-9][0-9][0-9][0-9][0-9]'`).map((id) => ({
      ...{ table: 'halls', id, what: 'place is no code' },
    })),
    ...ids('select id from applications where submitted_at is not null and sealed is null').map((id) => ({
      ...{ table: 'applications', id, what: 'what was submitted is missing' },
    })),
  ]
}

/** What plain columns of cases name, and only the site knows; a condition as `<service>.<condition>`. */
export type NamedInCases = 'service' | 'county' | 'condition'
const named: Readonly<Record<NamedInCases, readonly [column: string, sql: string]>> = {
  service: ['service', 'service'],
  county: ['county', 'county'],
  condition: ['declined_for', "service || '.' || declined_for"],
}

/** Cases, deleted ones included, that name something there never was. */
export async function nameFaults(isKnown: Readonly<Record<NamedInCases, (name: string) => boolean>>): Promise<RowFault[]> {
  const client = database().$client
  const tables = [
    ['applications', 'id'],
    ['past_cases', 'position'],
  ] as const
  return tables.flatMap(([table, key]) =>
    (Object.keys(named) as NamedInCases[]).flatMap((kind) => {
      const [column, sql] = named[kind]
      const names = client.prepare<[], unknown>(`select distinct ${sql} from ${table} where ${sql} is not null`).pluck().all().map(String)
      const unknown = names.filter((name) => !isKnown[kind](name))
      const ids = client.prepare<[string], unknown>(`select ${key} from ${table} where ${sql} = ?`).pluck()
      return unknown.flatMap((name) => ids.all(name).map((id) => ({ table, id: String(id), what: `${column} is unknown` })))
    }),
  )
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
