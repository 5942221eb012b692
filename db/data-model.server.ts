import { getTableColumns, getTableName } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { encryptedSqlColumns } from './encrypted-columns.server.ts'
import * as schema from './schema.server.ts'

// The part of `docs/data-model.md` that is drawn from the schema: `npm run data-model`.

/** What each table is for. A table without a line does not compile. */
const purposes: Record<keyof typeof schema, string> = {
  folders: 'A family folder: what one household fills in for all services it applies for. Found by its case code.',
  applications: 'One service that the household or one member applies for, from draft to decision.',
  wordings: 'Form texts in both languages, one row for each version. Submissions refer to them, and read for ever as they were.',
  papers: 'Uploaded files (photographs and PDFs): which paper of whom. Their bytes are in the folder `papers`, each file encrypted.',
  outbox: 'Messages to residents, written in the commit of the event they tell of; deleted with the application.',
  sessions: 'Sessions with a folder open: of a resident, or of a clerk in an assisted session.',
  clientSessions:
    'Assisted sessions, in which a clerk helps a resident at the counter: since when, on what ground, with which folder and second screen.',
  events:
    'The audit log: everything that happened, in order. Rows are added, never changed; only their content is deleted with the application.',
  pastCases: 'What the figures need of deleted applications: nothing that leads to a person.',
  halls: 'Service halls with the place whose cases they see.',
  staff: 'Members of staff: role, hall, password, second factor. Found by sign-in name.',
  staffLinks: 'Links for one use, by which a member of staff chooses a password; of a used one, that it was used, and by which form.',
  staffSessions: 'Sessions of staff, for work or for practice.',
  carriedForms:
    'What a member of staff typed and could not send, kept for a day for them, in the same browser, where somebody else signed in meanwhile.',
  savedFilters: 'Filters of the queue that a member of staff saved under a name.',
  savedChecks: 'Self-checks that people chose to save. Found by case code.',
  pinAttempts: 'Wrong PINs by case code, whether or not such a case exists.',
  feedback: 'Feedback of visitors about a page, without a name: what became of it, and the answer.',
  folderLookups: 'By what a folder is found at a hall: the identity numbers in it, and its telephone number.',
  personSearches: 'Searches for people by staff: whose result can still be opened, and how many there were in the last hour.',
  recoveries: 'Requests to give a lost PIN or code back: asked for by one member of staff, confirmed by somebody else.',
  letters:
    'The register of letters: number, issuer, checksum, and whether one still holds; never deleted, and nothing of what was decided.',
  announcedDays: 'Days off and worked weekends as they were announced, by notice: limits are computed from them.',
  announcements: 'Announcements of halls and of the province, with the days from and until which they are shown.',
  ownPhrases: 'Standard sentences of halls and of the province, every version of each.',
  keyChecks: 'Key check values: which keys the data was written with. A start with other keys is refused.',
}

const {
  announcedDays,
  announcements,
  applications,
  clientSessions,
  events,
  folders,
  keyChecks,
  letters,
  ownPhrases,
  personSearches,
  recoveries,
  savedChecks,
  staff,
  staffSessions,
} = schema

/** Keyed hashes (HMAC-SHA-256) whose column is not called one. */
const keyedHashes: readonly SQLiteColumn[] = [clientSessions.staffSession, events.content, personSearches.hashes, keyChecks.value]
/** Keyed hashes that contain the one of the row before. */
const chained: readonly SQLiteColumn[] = [events.link, events.chain]
/** Hashes that are slow on purpose (scrypt with a salt), for what people remember. */
const slowHashes: readonly SQLiteColumn[] = [folders.pinHash, savedChecks.pinHash, staff.passwordHash]

/** Columns that reference a row which may be gone: no foreign key. */
const looseReferences: readonly (readonly [SQLiteColumn, SQLiteTable])[] = [
  [events.applicationId, applications],
  [applications.assignee, staff],
  [applications.proposedBy, staff],
  [clientSessions.staffId, staff],
  [clientSessions.staffSession, staffSessions],
  [personSearches.staffId, staff],
  [personSearches.applicationId, applications],
  [letters.applicationId, applications],
  [recoveries.staffId, staff],
  [recoveries.confirmedBy, staff],
  [announcedDays.staffId, staff],
  [announcements.staffId, staff],
  [ownPhrases.staffId, staff],
]

/** How a value is protected, where it is not stored in clear. */
export type Protection = 'encrypted' | 'chained' | 'keyed hash' | 'slow hash'

/** How the values of a column are protected; undefined where they are stored in clear. */
export function protectionOf(column: SQLiteColumn): Protection | undefined {
  if (encryptedSqlColumns.includes(column)) return 'encrypted'
  if (chained.includes(column)) return 'chained'
  if (slowHashes.includes(column)) return 'slow hash'
  return column.name.endsWith('_hash') || keyedHashes.includes(column) ? 'keyed hash' : undefined
}

const byName: Record<keyof typeof schema, SQLiteTable> = { ...schema }
const names = Object.keys(purposes) as (keyof typeof schema)[]
/** Every table of the schema. */
export const tables: readonly SQLiteTable[] = names.map((name) => byName[name])
/** Every column of a table, in its order. */
export const columnsOf = (table: SQLiteTable): SQLiteColumn[] => Object.values(getTableColumns(table))

/** The tables with their purposes, what is protected and how, and the diagram. */
export function dataModel(): string {
  const lines = names.map((name) => `| \`${getTableName(byName[name])}\` | ${purposes[name]} |`)
  const how = (protection: Protection) =>
    tables
      .flatMap(columnsOf)
      .filter((column) => protectionOf(column) === protection)
      .map((column) => `\`${getTableName(column.table)}.${column.name}\``)
      .join(', ')
  return [
    ...['## Tables', '', '| table | what a row is |', '|---|---|', ...lines, ''],
    ...['## Protected columns', '', '| how | columns |', '|---|---|'],
    ...(['encrypted', 'keyed hash', 'chained', 'slow hash'] as const).map((one) => `| ${one} | ${how(one)} |`),
    ...['', '## Diagram', '', '```mermaid', 'erDiagram', ...tables.flatMap(references), ...tables.flatMap(entity), '```', ''],
  ].join('\n')
}

/** A table with its columns: type, name, keys, and protection. */
function entity(table: SQLiteTable): string[] {
  const pointing = getTableConfig(table).foreignKeys.flatMap((key) => key.reference().columns.map(({ name }) => name))
  const lines = columnsOf(table).map((column) => {
    const keys = [column.primary && 'PK', pointing.includes(column.name) && 'FK', column.isUnique && 'UK'].filter(Boolean)
    const notes = [protectionOf(column), column.notNull ? undefined : 'may be null'].filter(Boolean)
    const note = notes.length > 0 ? [`"${notes.join(', ')}"`] : []
    return `    ${[column.getSQLType(), column.name, ...(keys.length > 0 ? [keys.join(', ')] : []), ...note].join(' ')}`
  })
  return [`  ${getTableName(table)} {`, ...lines, '  }']
}

/** References of a table: a line where there is a foreign key, a dotted one where there is none. */
function references(table: SQLiteTable): string[] {
  const name = getTableName(table)
  const held = getTableConfig(table).foreignKeys.map((key) => {
    const { columns, foreignTable } = key.reference()
    return `  ${getTableName(foreignTable)} ${columns[0]?.notNull ? '||' : '|o'}--o{ ${name} : ${columns[0]?.name}`
  })
  const loose = looseReferences.flatMap(([column, to]) =>
    column.table === table ? [`  ${getTableName(to)} |o..o{ ${name} : ${column.name}`] : [],
  )
  return [...held, ...loose]
}
