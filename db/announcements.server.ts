import { and, asc, desc, eq, gte, isNull, lte } from 'drizzle-orm'
import type { Announcement, Audience } from '#app/domain/announcement.ts'
import type { Day } from '#app/domain/day.ts'
import type { InEvery } from '#app/domain/language.ts'
import { deskChain } from '#app/domain/stored-labels.ts'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed } from './commit.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { announcements } from './schema.server.ts'

function stored({ textZh, textBo, ...row }: typeof announcements.$inferSelect): Announcement {
  const text: InEvery<string | null> = { zh: textZh, bo: textBo }
  return {
    id: row.id,
    place: row.place,
    audience: row.audience as Audience,
    text,
    from: row.fromDay,
    until: row.untilDay,
    ended: row.endedAt !== null,
  }
}

const shown = prepared((db) => {
  const { fromDay, untilDay, endedAt } = announcements
  const current = and(lte(fromDay, given('day')), gte(untilDay, given('day')), isNull(endedAt))
  return db.select().from(announcements).where(current).orderBy(asc(fromDay), asc(announcements.id)).prepare()
})

/** Every announcement that is shown on a day somewhere. */
export const announcementsOn = (day: Day): Announcement[] => shown().all({ day }).map(stored)

/** The announcements of a place itself, the newest first. */
export async function announcementsOf(place: string, most: number): Promise<Announcement[]> {
  const { createdAt, id } = announcements
  const own = database().select().from(announcements).where(eq(announcements.place, place))
  return own.orderBy(desc(createdAt), desc(id)).limit(most).all().map(stored)
}

/** Stores an announcement with its event; sent twice it is one. */
export async function insertAnnouncement(one: Announcement, staffId: string, event: NewEvent, at: Date): Promise<void> {
  const { from, until, ended: _, text, ...row } = one
  await committed((tx) => {
    const values = {
      ...row,
      textZh: text.zh ?? '',
      textBo: text.bo,
      fromDay: from,
      untilDay: until,
      staffId,
      createdAt: at.toISOString(),
      endedAt: null,
    }
    if (tx.insert(announcements).values(values).onConflictDoNothing().run().changes === 1) appendEvent(deskChain, event)
  })
}

/** Takes an announcement of a place down, with its event; false where it is down already. */
export async function endAnnouncement(id: string, place: string, event: NewEvent, at: Date): Promise<boolean> {
  return committed((tx) => {
    const up = and(eq(announcements.id, id), eq(announcements.place, place), isNull(announcements.endedAt))
    if (tx.update(announcements).set({ endedAt: at.toISOString() }).where(up).run().changes === 0) return false
    appendEvent(deskChain, event)
    return true
  })
}
