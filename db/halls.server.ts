import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { HallDetails, PublicHall } from '#app/domain/hall.ts'
import type { Hall } from '#app/domain/staff.ts'
import { deskChain } from '#app/domain/stored-labels.ts'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed } from './commit.server.ts'
import { database, prepared } from './connection.server.ts'
import { halls, staff } from './schema.server.ts'
import { type CaseChange, saveWithin, staleWhereThrown } from './transitions.server.ts'

/** A hall as the domain knows it. */
export function storedHall({ id, place, nameZh, nameBo, secondFactor }: typeof halls.$inferSelect): Hall {
  return { id, place, name: { zh: nameZh, bo: nameBo }, secondFactor }
}

const rowOf = ({ id, place, name, secondFactor }: Hall) => ({ id, place, nameZh: name.zh, nameBo: name.bo, secondFactor })

/** Every hall, by place. */
export async function allHalls(): Promise<Hall[]> {
  return database().select().from(halls).orderBy(asc(halls.place), asc(halls.createdAt)).all().map(storedHall)
}

/** A hall with what residents need to know of it as it is stored: JSON, null where nothing was entered. */
export type HallWithDetails = Omit<PublicHall, 'details'> & { readonly stored: string | null }

const byPlace = prepared((db) => db.select().from(halls).orderBy(asc(halls.place), asc(halls.createdAt)).prepare())
const inPlaces = prepared((db) =>
  db
    .select()
    .from(halls)
    .where(inArray(halls.place, [sql.placeholder('one'), sql.placeholder('two'), sql.placeholder('three')]))
    .orderBy(asc(halls.place), asc(halls.createdAt))
    .prepare(),
)

const withStored = (row: typeof halls.$inferSelect): HallWithDetails => ({
  ...{ id: row.id, place: row.place },
  ...{ name: storedHall(row).name, stored: row.details },
})

/** Every hall with what is stored of it for residents, by place. */
export async function hallsWithDetails(): Promise<HallWithDetails[]> {
  return byPlace().all().map(withStored)
}

/** The same of those in these places, three at most. */
export async function hallsWithDetailsIn([one = '', two = one, three = two]: readonly string[]): Promise<HallWithDetails[]> {
  return inPlaces().all({ one, two, three }).map(withStored)
}

/** Changes what residents read of a hall, with its event; false, and nothing written, where it is not stored as it `was` any more. */
export async function changeHallDetails(id: string, details: HallDetails, was: string | null, event: NewEvent): Promise<boolean> {
  return committed((tx) => {
    const row = tx.select({ details: halls.details }).from(halls).where(eq(halls.id, id)).get()
    if (row?.details !== was) return false
    tx.update(halls)
      .set({ details: JSON.stringify(details) })
      .where(eq(halls.id, id))
      .run()
    appendEvent(deskChain, event)
    return true
  })
}

/** The hall with an id; undefined where there is none. */
export async function hallById(id: string): Promise<Hall | undefined> {
  const row = database().select().from(halls).where(eq(halls.id, id)).get()
  return row && storedHall(row)
}

/** Inserts a hall, with its event; nothing where there is one of this id. */
export async function insertHall(hall: Hall, at: Date, event?: NewEvent): Promise<void> {
  await committed((tx) => {
    const row = { ...rowOf(hall), createdAt: at.toISOString() }
    const isNew = tx.insert(halls).values(row).onConflictDoNothing().run().changes === 1
    if (isNew && event) appendEvent(deskChain, event)
  })
}

/**
 * Changes a hall, with its event and the cases reassigned with it; false, and nothing written, where it is not as it `was` any more, or one
 * of these cases was changed since.
 */
export async function changeHall(hall: Hall, was: Hall, event: NewEvent, cases: readonly CaseChange[] = []): Promise<boolean> {
  const result = await staleWhereThrown(
    committed((tx) => {
      const row = tx.select().from(halls).where(eq(halls.id, hall.id)).get()
      // Compared as it is read, as `was` was: what lies in a damaged row would never be what somebody saw.
      if (!row || !isDeepStrictEqual(storedHall(row), was)) return false
      tx.update(halls).set(rowOf(hall)).where(eq(halls.id, hall.id)).run()
      appendEvent(deskChain, event)
      saveWithin(tx, cases)
      return true
    }),
  )
  return result === true
}

/**
 * Closes a hall, with its event: those of its staff who are switched off are of no hall then. False, and nothing written, where it is not as
 * it `was` any more, or somebody works in it.
 */
export async function closeHall(was: Hall, event: NewEvent): Promise<boolean> {
  return committed((tx) => {
    const row = tx.select().from(halls).where(eq(halls.id, was.id)).get()
    if (!row || !isDeepStrictEqual(storedHall(row), was)) return false
    if (
      tx
        .select({ id: staff.id })
        .from(staff)
        .where(and(eq(staff.hallId, was.id), ne(staff.state, 'off')))
        .get()
    )
      return false
    tx.update(staff).set({ hallId: null }).where(eq(staff.hallId, was.id)).run()
    tx.delete(halls).where(eq(halls.id, was.id)).run()
    appendEvent(deskChain, event)
    return true
  })
}
