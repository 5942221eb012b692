import { json } from '@remix-run/node'
import { ratingAnswerers, scopeOf, staffRoles } from '#app/domain/staff.ts'
import { countOpenRatings } from '#db/ratings.server.ts'
import { modeOf, placeOf } from '../page-data.ts'
import { staffAt } from '../staff-session.server.ts'

/** Everything the start of the desk shows: who is here, and what waits for them alone. */
export async function showDeskStart(request: Request, params: { mode?: string }) {
  const mode = modeOf(params)
  const staff = await staffAt(request, mode, staffRoles)
  const place = ratingAnswerers.some((role) => role === staff.role) ? scopeOf(staff) : undefined
  return json({ mode, at: placeOf(request), staff, ratings: place === undefined ? null : await countOpenRatings(place) })
}
