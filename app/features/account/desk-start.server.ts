import { requireStaff } from '#app/access/guards.server.ts'
import { page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { countAbandoned } from '#app/cases/assignees.server.ts'
import { countToRead, returnedTo } from '#app/cases/held-texts.server.ts'
import { countToConfirm } from '#app/cases/recoveries.server.ts'
import { waitingWithoutHall } from '#app/cases/uncovered.server.ts'
import { workWaiting } from '#app/cases/waiting.server.ts'
import { dayOf } from '#app/domain/day.ts'
import { mayOpen, scopeOf } from '#app/domain/staff.ts'
import { announcedToStaff } from '#app/places/announcements.server.ts'
import { announced, calendarEnd } from '#app/places/calendar.ts'
import { publicHalls } from '#app/places/halls.server.ts'
import { countOpenRatings } from '#db/ratings.server.ts'

/** Data of the start page of the desk. */
export async function deskStartLoader(context: RequestContext) {
  const { mode } = context
  const staff = requireStaff(context, 'desk')
  const place = mayOpen(staff, 'ratings') ? scopeOf(staff) : undefined
  return page({
    mode,
    at: context.at,
    staff,
    calendar: staff.role === 'administrator' ? (calendarEnd(dayOf(context.now), announced()) ?? null) : null,
    ratings: place === undefined ? null : await countOpenRatings(place),
    announcements: announcedToStaff(scopeOf(staff), context.today),
    work: mayOpen(staff, 'cases') ? await workWaiting(scopeOf(staff), context.now) : null,
    held: await countToRead(staff),
    toConfirm: mayOpen(staff, 'recoveries') ? await countToConfirm(staff, context.now) : 0,
    withoutHall: mayOpen(staff, 'colleagues') ? await waitingWithoutHall(scopeOf(staff) ?? '', await publicHalls()) : [],
    abandoned: mayOpen(staff, 'colleagues') && scopeOf(staff) !== undefined ? await countAbandoned(scopeOf(staff) ?? '') : 0,
    returned: mayOpen(staff, 'heldTexts') ? (await returnedTo(staff)).length : 0,
  })
}
