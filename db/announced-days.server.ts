import { asc, eq } from 'drizzle-orm'
import type { Day } from '#app/domain/day.ts'
import { deskChain } from '#app/domain/stored-labels.ts'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed } from './commit.server.ts'
import { database, prepared } from './connection.server.ts'
import { announcedDays } from './schema.server.ts'

const all = prepared((db) => {
  const { id, year, notice, off, worked } = announcedDays
  return db
    .select({ id, year, notice, off, worked })
    .from(announcedDays)
    .orderBy(asc(year), asc(announcedDays.createdAt), asc(id))
    .prepare()
})

/** Every notice of days off and worked, by year; its days as JSON. */
export const storedNotices = () => all().all()

/** A notice to be stored. */
export type NewNotice = {
  readonly id: string
  readonly year: string
  readonly notice: string
  readonly off: readonly Day[]
  readonly worked: readonly Day[]
  readonly staffId: string
}

/** Stores a notice with its event; false where the same one is stored already. */
export async function insertNotice({ off, worked, ...row }: NewNotice, event: NewEvent, at: Date): Promise<boolean> {
  return committed((tx) => {
    const values = { ...row, off: JSON.stringify(off), worked: JSON.stringify(worked), createdAt: at.toISOString() }
    if (tx.insert(announcedDays).values(values).onConflictDoNothing().run().changes === 0) return false
    appendEvent(deskChain, event)
    return true
  })
}

/** Deletes a notice with its event; false where it is not there any more. */
export async function removeNotice(id: string, event: NewEvent): Promise<boolean> {
  return committed((tx) => {
    if (tx.delete(announcedDays).where(eq(announcedDays.id, id)).run().changes === 0) return false
    appendEvent(deskChain, event)
    return true
  })
}

/** When each notice was entered, and by whom. */
export function noticesEntered(): { readonly id: string; readonly staffId: string; readonly createdAt: string }[] {
  const { id, staffId, createdAt } = announcedDays
  return database().select({ id, staffId, createdAt }).from(announcedDays).all()
}
