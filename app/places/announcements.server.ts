import { type Announcement, isOfPlace } from '#app/domain/announcement.ts'
import type { Day } from '#app/domain/day.ts'
import { practicePlace, province } from '#app/domain/place.ts'
import { announcementsOn } from '#db/announcements.server.ts'
import { isDatabaseOpen } from '#db/connection.server.ts'

const forResidents = ({ audience, place }: Announcement) => audience !== 'staff' && place !== practicePlace

/** What residents of some counties are told on a day; everybody is told what the province says. */
export function announcedTo(counties: readonly (string | null | undefined)[], day: Day): Announcement[] {
  if (!isDatabaseOpen()) return []
  const known = counties.filter((one) => one != null && one !== practicePlace)
  return announcementsOn(day).filter(
    (one) => forResidents(one) && (one.place === province || known.some((county) => isOfPlace(one, county ?? ''))),
  )
}

/** What the staff of a place are told on a day; who has no place reads what the province says. */
export function announcedToStaff(place: string | undefined, day: Day): Announcement[] {
  const told = announcementsOn(day).filter(({ audience }) => audience !== 'residents')
  return told.filter((one) => isOfPlace(one, place ?? province))
}
