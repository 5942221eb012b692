import { caseRoles, isHandedIn, type Status, statuses, statusesFor } from '#app/domain/application.ts'
import { beginningOf, dayOf, daysLater } from '#app/domain/day.ts'
import type { Staff } from '#app/domain/staff.ts'
import { isMode, modes } from '#app/i18n/mode.ts'
import { serviceById } from '#app/services/index.ts'
import { countyCodes } from '#app/services/places.ts'
import { retiredOf } from '#app/services/retired.ts'

/** What can be chosen in the queue, by the names that stand in its address; empty: whatever it is. */
export const filterNames = ['status', 'service', 'county', 'language', 'who', 'due', 'age', 'folder'] as const
/** The name of a filter. */
export type FilterName = (typeof filterNames)[number]
/** What somebody chose. */
export type Chosen = Readonly<Record<FilterName, string>>

/** Statuses a case can be looked for by: those of what was handed in. */
export const shownStatuses = statuses.filter(isHandedIn)
/** What the hall has to do something with. */
export const openStatuses: readonly Status[] = [...new Set(caseRoles.flatMap(statusesFor))]
/** How long ago something was handed in, at least, in days. */
export const ages = ['3', '10', '30'] as const
/** How a legal limit can be looked for: it is over, or it is or ends soon. */
export const dues = ['over', 'soon'] as const
/** How soon a limit ends that ends soon, in days. */
const soonDays = 5

const allowed: Readonly<Record<FilterName, (value: string) => boolean>> = {
  status: (value) => ['all', 'proposed', ...shownStatuses].includes(value),
  service: (value) => serviceById(value) !== undefined || retiredOf('services', value) !== undefined,
  county: (value) => countyCodes.has(value) || retiredOf('counties', value) !== undefined,
  language: (value) => isMode(value),
  who: (value) => value === 'me' || value === 'nobody',
  due: (value) => dues.some((due) => due === value),
  age: (value) => ages.some((age) => age === value),
  folder: (value) => /^[\w-]{1,60}$/.test(value),
}

/** What an address chooses; what there is not counts as nothing. */
export function chosenIn(query: URLSearchParams): Chosen {
  return Object.fromEntries(
    filterNames.map((name) => {
      const value = query.get(name) ?? ''
      return [name, allowed[name](value) ? value : '']
    }),
  ) as Chosen
}

/** The choices as they stand in an address, those that choose something. */
export function queryOf(chosen: Chosen): Record<string, string> {
  return Object.fromEntries(filterNames.flatMap((name) => (chosen[name] === '' ? [] : [[name, chosen[name]]])))
}

/** What the choices mean for one of the staff, today: the same all day long. Without a status: what lies with the hall; of a folder: everything. */
export function filterOf(chosen: Chosen, place: string, { id }: Pick<Staff, 'id'>, now: Date) {
  const { status, service, county, language, who, due, age, folder } = chosen
  const inDays = (days: number) => dayOf(daysLater(now, days))
  return {
    place,
    ...(status === 'all' || (status === '' && folder !== '') ? {} : { statuses: statusesOf(status) }),
    ...(status === 'proposed' ? { proposed: true } : {}),
    ...(service === '' ? {} : { service }),
    ...(county === '' ? {} : { county }),
    ...(language === '' ? {} : { mode: language }),
    ...(who === '' ? {} : { assignee: who === 'me' ? id : null }),
    ...(age === '' ? {} : { submittedBefore: beginningOf(inDays(1 - Number(age))) }),
    ...(due === '' ? {} : { dueUntil: inDays(due === 'over' ? -1 : soonDays) }),
    ...(folder === '' ? {} : { folder }),
  }
}

function statusesOf(status: string): readonly Status[] {
  const one = shownStatuses.find((shown) => shown === status)
  return one ? [one] : openStatuses
}

/** The modes a case can have been handed in in. */
export const languages = modes
