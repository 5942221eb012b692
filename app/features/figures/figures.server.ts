import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { daysLater } from '#app/domain/day.ts'
import { figuresOf } from '#app/domain/figures.ts'
import { countiesWithin } from '#app/domain/place.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import { services } from '#app/services/index.ts'
import { countyCodes } from '#app/services/places.ts'
import { retired } from '#app/services/retired.ts'
import { countedSince } from '#db/figures.server.ts'

/** Periods to choose from, in weeks; the first is the default. */
export const weeksBack = [12, 4, 26, 52] as const

/** Data of the figures page: of the reader's place, or a county in it; of every service or one. */
export async function figuresLoader(context: RequestContext) {
  const { mode, now } = context
  const staff = requireStaff(context, 'figures')
  const place = requirePlace(staff)
  const asked = context.query
  const weeks = weeksBack.find((count) => String(count) === asked.get('weeks')) ?? weeksBack[0]
  const [from, to] = countiesWithin(place)
  const counties = [...countyCodes, ...Object.keys(retired.counties)].filter((code) => code >= from && code <= to)
  const county = counties.find((code) => code === asked.get('county')) ?? null
  const applicable = services.filter(({ form }) => form !== undefined).map(({ id }) => id as string)
  const offered = [...applicable, ...Object.keys(retired.services)]
  const service = offered.find((id) => id === asked.get('service')) ?? null
  const { facts, unreadable: damaged } = await countedSince(county ?? place, daysLater(now, -weeks * 7))
  return page({
    ...{ mode, at: context.at, staff, weeks, counties, county, service },
    services: offered,
    unreadable: damaged.map(({ table, id }) => unreadable({ table, id })),
    figures: figuresOf(service === null ? facts : facts.filter((fact) => fact.service === service)),
  })
}
