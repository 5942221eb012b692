import { and, asc, eq, gt, type SQLWrapper, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { committed } from './commit.server.ts'
import { database } from './connection.server.ts'
import {
  applications,
  carriedForms,
  clientSessions,
  events,
  folders,
  outbox,
  papers,
  recoveries,
  savedChecks,
  staff,
} from './schema.server.ts'

/** Encrypted columns: `key` finds a value, its purpose is made of `id`, `as` is the name of the column. */
const places = {
  folders: { table: folders, key: folders.id, id: folders.id, sealed: folders.sealed, as: 'sealed' },
  applications: { table: applications, key: applications.id, id: applications.id, sealed: applications.sealed, as: 'sealed' },
  events: { table: events, key: events.position, id: events.id, sealed: events.sealed, as: 'sealed' },
  outbox: { table: outbox, key: outbox.id, id: outbox.id, sealed: outbox.sealed, as: 'sealed' },
  'saved-checks': { table: savedChecks, key: savedChecks.codeHash, id: savedChecks.codeHash, sealed: savedChecks.sealed, as: 'sealed' },
  staff: { table: staff, key: staff.id, id: staff.id, sealed: staff.sealed, as: 'sealed' },
  'second-factors': { table: staff, key: staff.id, id: staff.id, sealed: staff.secondFactor, as: 'secondFactor' },
  'kept-forms': { table: carriedForms, key: carriedForms.id, id: carriedForms.id, sealed: carriedForms.sealed, as: 'sealed' },
  recoveries: { table: recoveries, key: recoveries.id, id: recoveries.id, sealed: recoveries.sealed, as: 'sealed' },
  'client-sessions': {
    table: clientSessions,
    key: clientSessions.id,
    id: clientSessions.id,
    sealed: clientSessions.sealed,
    as: 'sealed',
  },
} as const

/** Names of the encrypted columns. */
export type EncryptedPlace = keyof typeof places
/** Every encrypted column. */
export const encryptedPlaces = Object.keys(places) as EncryptedPlace[]

/** The encrypted columns in the schema. */
export const encryptedSqlColumns: readonly SQLiteColumn[] = Object.values(places).map(({ sealed }) => sealed)

/** Key of a value in its column. */
export type EncryptedKey = string | number
/** An encrypted value, its key, the id its purpose is made of, and the keyed hash its row is found or verified by, where it has one. */
export type EncryptedRow = { readonly key: EncryptedKey; readonly id: string; readonly sealed: Buffer; readonly hash: string | null }

const hashes: { readonly [place in EncryptedPlace]?: SQLWrapper } = {
  folders: folders.codeHash,
  staff: staff.loginHash,
  events: events.content,
}

/** The next encrypted values of a column after a key, in order, empty values included; empty at the end. */
export async function encryptedAfter(place: EncryptedPlace, after: EncryptedKey | undefined, most: number): Promise<EncryptedRow[]> {
  const { table, key, id, sealed } = places[place]
  const hash = sql<string | null>`${hashes[place] ?? sql`null`}`
  const further = after === undefined ? undefined : gt(key, after)
  const rows = database().select({ key, id, sealed, hash }).from(table).where(further).orderBy(asc(key)).limit(most).all()
  return rows.map((row) => ({ ...row, sealed: row.sealed ?? Buffer.alloc(0) }))
}

/** Replaces a value by the same content reencrypted; false when another one was written first. */
export async function replaceEncrypted(place: EncryptedPlace, key: EncryptedKey, from: Buffer, to: Buffer): Promise<boolean> {
  const at = places[place]
  return committed(
    (tx) =>
      tx
        .update(at.table)
        .set({ [at.as]: to })
        .where(and(eq(at.key, key), eq(at.sealed, from)))
        .run().changes === 1,
  )
}

/** The next ids of files after an id, in order; empty at the end. */
export async function uploadIdsAfter(after: string, most: number): Promise<string[]> {
  return database()
    .select({ id: papers.id })
    .from(papers)
    .where(and(gt(papers.id, after), eq(papers.state, 'kept')))
    .orderBy(asc(papers.id))
    .limit(most)
    .all()
    .map(({ id }) => id)
}
