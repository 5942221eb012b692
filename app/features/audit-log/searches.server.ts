import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { decryptEvent } from '#app/cases/case-events.server.ts'
import { daysLater } from '#app/domain/day.ts'
import { covers } from '#app/domain/place.ts'
import { type Staff, scopeOf } from '#app/domain/staff.ts'
import { lastDeskEvents } from '#db/audit-log.server.ts'
import { caseWithin } from '#db/cases.server.ts'

/** For so many days searches are listed, among so many events of the desk, and so many at the most. */
export const [searchDays, mostLooked, mostShown] = [30, 5000, 200]

/** So much of the keyed hash tells whether two searches were for the same number. */
const markLength = 8

/** Who searched for whom lately, and on what ground: in one's place, or everywhere for the administrator. Never what was typed. */
export async function searchesFor(staff: Staff, now: Date) {
  const place = scopeOf(staff)
  const events = (await lastDeskEvents('find-person', daysLater(now, -searchDays), mostLooked)).flatMap((stored) => {
    const read = decryptEvent(stored)
    if (!read.ok || read.value.type !== 'find-person') return []
    const isOwn = place === undefined ? !staff.practice : covers(place, read.value.place)
    return isOwn ? [read.value] : []
  })
  const shown = events.slice(0, mostShown)
  const names = await staffNames(shown.map(({ actor }) => actor.id))
  return Promise.all(
    shown.map(async ({ at, actor, kind, ground, hash, matched, of }) => ({
      ...{
        at,
        by: names.get(actor.id ?? '') ?? null,
        kind,
        ground: ground ?? null,
        mark: hash.slice(0, markLength),
        found: matched.length,
      },
      case: of !== undefined && place !== undefined && (await caseWithin(place, of)) ? of : null,
    })),
  )
}
