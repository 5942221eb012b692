import { caseRoles, isAssignable, statusesFor } from '#app/domain/application.ts'
import { beginningOf, dayOf, daysLater } from '#app/domain/day.ts'
import { soonDays } from '#app/domain/soon.ts'
import type { Staff } from '#app/domain/staff.ts'
import { isHandedIn, type Status, statuses } from '#app/domain/status.ts'
import { isMode, modes } from '#app/i18n/mode.ts'
import { serviceById } from '#app/services/index.ts'
import { countyCodes } from '#app/services/places.ts'
import { retiredOf } from '#app/services/retired.ts'
import { servicesServed } from '#app/services/served.ts'

/** The filters of the queue, by their names in its address; empty: any value. */
export const filterNames = ['status', 'service', 'county', 'language', 'who', 'due', 'age', 'folder'] as const
/** The name of a filter. */
export type FilterName = (typeof filterNames)[number]
/** Chosen values. */
export type Chosen = Readonly<Record<FilterName, string>>

/** Statuses of the filter: every status but draft. */
export const shownStatuses = statuses.filter(isHandedIn)
/** Statuses the hall has to act on. */
export const openStatuses: readonly Status[] = [...new Set(caseRoles.flatMap((role) => statusesFor([role])))]
/** Ages since submission, at least, in days. */
export const ages = ['3', '10', '30'] as const
/** Filters of legal deadlines: over, or over or ending soon. */
export const dues = ['over', 'soon'] as const
/** Filters of who works on a case, beside every colleague by their id. */
export const workers = ['me', 'nobody'] as const

const allowed: Readonly<Record<FilterName, (value: string) => boolean>> = {
  status: (value) => ['all', 'proposed', 'asked', ...shownStatuses].includes(value),
  service: (value) => serviceById(value) !== undefined || retiredOf('services', value) !== undefined,
  county: (value) => countyCodes.has(value) || retiredOf('counties', value) !== undefined,
  language: (value) => isMode(value),
  who: (value) => /^[\w-]{1,60}$/.test(value),
  due: (value) => dues.some((due) => due === value),
  age: (value) => ages.some((age) => age === value),
  folder: (value) => /^[\w-]{1,60}$/.test(value),
}

/** The values of an address; unknown ones count as empty. */
export function chosenIn(query: URLSearchParams): Chosen {
  return Object.fromEntries(
    filterNames.map((name) => {
      const value = query.get(name) ?? ''
      return [name, allowed[name](value) ? value : '']
    }),
  ) as Chosen
}

/** The values as a query, empty ones left out. */
export function queryOf(chosen: Chosen): Record<string, string> {
  return Object.fromEntries(filterNames.flatMap((name) => (chosen[name] === '' ? [] : [[name, chosen[name]]])))
}

/**
 * The filter for a staff member, today. Without a status: what the hall has to act on; of a folder: everything. Nobody works on what could be
 * taken on and was not: what has ended is no one's to take.
 */
export function filterOf(chosen: Chosen, place: string, { id, serves }: Pick<Staff, 'id' | 'serves'>, now: Date) {
  const { status, service, county, language, who, due, age, folder } = chosen
  const asked = status === 'all' || status === 'asked' || (status === '' && folder !== '') ? undefined : statusesOf(status)
  const wanted = who === 'nobody' ? (asked ?? shownStatuses).filter(isAssignable) : asked
  const served = servicesServed(serves)
  const inDays = (days: number) => dayOf(daysLater(now, days))
  return {
    place,
    ...(served === undefined ? {} : { services: served }),
    ...(wanted === undefined ? {} : { statuses: wanted }),
    ...(status === 'proposed' ? { proposed: true } : {}),
    ...(status === 'asked' ? { asked: true } : {}),
    ...(service === '' ? {} : { service }),
    ...(county === '' ? {} : { county }),
    ...(language === '' ? {} : { mode: language }),
    ...(who === '' ? {} : { assignee: who === 'me' ? id : who === 'nobody' ? null : who }),
    ...(age === '' ? {} : { submittedBefore: beginningOf(inDays(1 - Number(age))) }),
    ...(due === '' ? {} : { dueUntil: inDays(due === 'over' ? -1 : soonDays) }),
    ...(folder === '' ? {} : { folder }),
  }
}

function statusesOf(status: string): readonly Status[] {
  const one = shownStatuses.find((shown) => shown === status)
  return one ? [one] : openStatuses
}

/** The modes of submission. */
export const languages = modes
