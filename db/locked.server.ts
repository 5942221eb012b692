import { and, asc, eq, gt } from 'drizzle-orm'
import { committed } from './commit.server.ts'
import { database } from './connection.server.ts'
import { applications, events, folders, outbox, papers, savedChecks } from './schema.server.ts'

const places = {
  folders: { table: folders, id: folders.id, sealed: folders.sealed },
  applications: { table: applications, id: applications.id, sealed: applications.sealed },
  events: { table: events, id: events.id, sealed: events.sealed },
  outbox: { table: outbox, id: outbox.id, sealed: outbox.sealed },
  'saved-checks': { table: savedChecks, id: savedChecks.codeHash, sealed: savedChecks.sealed },
} as const

/** Where locked values lie. */
export type LockedPlace = keyof typeof places
/** Every place locked values lie in. */
export const lockedPlaces = Object.keys(places) as LockedPlace[]

/** A locked value and the id its purpose is made of. */
export type Locked = { readonly id: string; readonly sealed: Buffer }

/** The next locked values of a place after an id, in order, empty ones for those that hold none; nothing at the end. */
export async function lockedAfter(place: LockedPlace, after: string, most: number): Promise<Locked[]> {
  const { table, id, sealed } = places[place]
  const rows = database().select({ id, sealed }).from(table).where(gt(id, after)).orderBy(asc(id)).limit(most).all()
  return rows.map((row) => ({ id: row.id, sealed: row.sealed ?? Buffer.alloc(0) }))
}

/** Puts the same content locked otherwise in the place of a value; false when somebody wrote another one first. */
export async function replaceLocked(place: LockedPlace, id: string, from: Buffer, to: Buffer): Promise<boolean> {
  const at = places[place]
  return committed(
    (tx) =>
      tx
        .update(at.table)
        .set({ sealed: to })
        .where(and(eq(at.id, id), eq(at.sealed, from)))
        .run().changes === 1,
  )
}

/** The next ids of files after an id, in order; empty at the end. */
export async function paperIdsAfter(after: string, most: number): Promise<string[]> {
  return database()
    .select({ id: papers.id })
    .from(papers)
    .where(and(gt(papers.id, after), eq(papers.state, 'kept')))
    .orderBy(asc(papers.id))
    .limit(most)
    .all()
    .map(({ id }) => id)
}
