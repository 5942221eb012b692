import { randomUUID } from 'node:crypto'
import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { denied, page, type RefusedWhy, redirectTo, refused, stop } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { namesOf } from '#app/access/staff-names.server.ts'
import { assignToSelf } from '#app/cases/assignment.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { folderHashOf } from '#app/cases/folder.server.ts'
import { isAssignable, statusesFor } from '#app/domain/application.ts'
import { parseCaseCode } from '#app/domain/case-code.ts'
import { parseText } from '#app/domain/identity.ts'
import { landDemandIn } from '#app/domain/land-guard.ts'
import { countiesWithin } from '#app/domain/place.ts'
import type { Staff } from '#app/domain/staff.ts'
import { isAssigner } from '#app/domain/transition.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { prefectures } from '#app/services/places.ts'
import { isServed } from '#app/services/served.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { caseWithin, staffByIds } from '#db/cases.server.ts'
import { folderByCode } from '#db/folders.server.ts'
import { isByDue, type QueueKey, queuePage } from '#db/queue.server.ts'
import { type CountedBy, queueCounts, queueTotal } from '#db/queue-counts.server.ts'
import { filtersOf, forgetFilter, insertFilter } from '#db/saved-filters.server.ts'
import { found } from '../page-data.ts'
import { assignMany, switchedQueue, withoutGiven } from './assign-many.server.ts'
import { ages, chosenIn, dues, type FilterName, filterOf, queryOf, workers } from './filters.ts'
import { justApproved } from './just-approved.server.ts'
import { assignNextIn } from './next-case.server.ts'
import { queueRows } from './queue-rows.server.ts'
import { takersOf } from './takers.server.ts'

/** Cases on one page. */
const onePage = 25
const [longestFilterName, mostFilters] = [30, 20]

/** Data of the queue: one page, the filters with counts, and the reader's saved filters. */
export async function queueLoader(context: RequestContext) {
  const { mode, now } = context
  const staff = requireStaff(context, 'cases')
  const [place, query] = [requirePlace(staff), context.query]
  const chosen = chosenIn(query)
  const filter = filterOf(chosen, place, staff, now)
  const cases = await queuePage(filter, keyIn(query), onePage + 1)
  const counted = async (by: CountedBy, name: FilterName): Promise<Record<string, number>> =>
    Object.fromEntries(await queueCounts(filterOf({ ...chosen, [name]: name === 'status' ? 'all' : '' }, place, staff, now), by))
  const last = cases.length > onePage ? cases[onePage - 1] : undefined
  const total = (name: FilterName, value: string) => queueTotal(filterOf({ ...chosen, [name]: value }, place, staff, now))
  const totals = async (name: FilterName, values: readonly string[]): Promise<Record<string, number>> =>
    Object.fromEntries(await Promise.all(values.map(async (value) => [value, await total(name, value)])))
  const byAssignee = await counted('assignee', 'who')
  const rows = await queueRows(cases.slice(0, onePage), now)
  // Where nothing on the page can be ticked, nothing is offered to be done with it.
  const toAssign = rows.filter(({ status }) => isAssignable(status))
  return page({
    ...{ mode, at: context.at, staff, chosen, counties: countiesOf(place) },
    rows,
    colleagues: await colleaguesIn([...Object.keys(byAssignee), chosen.who], staff),
    takers:
      isAssigner(staff.role) && toAssign.length > 0
        ? await takersOf(
            staff,
            toAssign.map(({ county }) => county),
            'some',
          )
        : null,
    given: context.query.get('given'),
    done: await justApproved(context, place, staff.id),
    from: new URLSearchParams(queryOf(chosen)).toString(),
    counts: {
      status: await counted('status', 'status'),
      proposed: await total('status', 'proposed'),
      asked: await total('status', 'asked'),
      service: await counted('service', 'service'),
      county: await counted('county', 'county'),
      language: await counted('mode', 'language'),
      who: { ...byAssignee, ...(await totals('who', workers)) },
      due: await totals('due', dues),
      age: await totals('age', ages),
    },
    more: last ? paths.queue(mode, { ...queryOf(chosen), after: `${isByDue(filter) ? last.dueOn : last.submittedAt}~${last.id}` }) : null,
    isFirst: !query.has('after'),
    once: newOnce(),
    mayTake: statusesFor(staff.roles).length > 0,
    saved: await filtersOf(staff.id),
  })
}

/** The counties of a place, in the order of their codes. */
function countiesOf(place: string): string[] {
  const [from, to] = countiesWithin(place)
  return prefectures.flatMap(({ counties }) => counties).filter((code) => code >= from && code <= to)
}

/** Those of the staff who have cases, by name; also who is switched off, or not on record. */
async function colleaguesIn(ids: readonly string[], { id: own }: Staff) {
  const others = new Set(ids.filter((id) => id !== '' && id !== 'null' && id !== own && !workers.some((one) => one === id)))
  const stored = new Map((await staffByIds([...others])).map((one) => [one.id, one]))
  const named = [...others].map((id) => {
    const one = stored.get(id)
    return { id, name: one ? namesOf(one).name : null, isOff: one?.state === 'off' }
  })
  return named.sort((a, b) => ((a.name ?? '~') < (b.name ?? '~') ? -1 : 1))
}

function keyIn(query: URLSearchParams): QueueKey | undefined {
  const [first = '', id = ''] = (query.get('after') ?? '').split('~')
  return first && id ? { submittedAt: first, dueOn: first, id } : undefined
}

/** So many applications of one folder are looked through at the most. */
const mostOfFolder = 200

/** Takes the next case, takes this one, finds one by its code, saves or deletes a filter. @throws `malformed` for anything else */
export async function queueAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  const staff = requireStaff(context, 'cases')
  const place = requirePlace(staff)
  const given = (name: string) => String(form.get(name) ?? '')
  const back = () => redirectTo(withoutGiven(context.at))
  const say = (why: RefusedWhy, error: FieldError) => refused({ errors: [error], code: given('code'), name: given('name') }, why)
  if (form.has('switch-to')) return switchedQueue(context, form)
  const chosen = chosenIn(context.query)
  const from = new URLSearchParams(queryOf(chosen)).toString()
  const assigned = { type: 'assign' as const, actor: eventActor(staff.role, staff.id), at: now.toISOString(), to: staff.id }
  switch (given('do')) {
    case 'take-next': {
      const eventId = idOf(seedOnce(form, ['take-next', staff.id, staff.practice]))
      const id = await assignNextIn({ staff, place, now }, chosen, eventId)
      if (id === undefined) return say('conflict', { key: 'desk:error.none-left', field: 'take-next' })
      return redirectTo(paths.deskCase(mode, id, undefined, { from }))
    }
    case 'assign': {
      const one = found(await caseWithin(place, given('id')))
      if (!isServed(staff.serves, one.service)) return say('conflict', { key: 'desk:error.not-served', field: `case-${one.id}` })
      if (one.assignee !== staff.id && !(await assignToSelf(place, given('id'), assigned)))
        return say('conflict', { key: 'desk:error.taken', field: `case-${given('id')}` })
      return back()
    }
    case 'assign-many':
      return assignMany(context, form, staff, place)
    case 'find': {
      // As the list prints it, the number of the application stands behind the code: 4AC7D-9FG3H/2.
      const [, typed = '', number] = /^(.*?)(?:\/\s*(\d{1,3})\s*)?$/s.exec(given('code').normalize('NFKC')) ?? []
      const code = parseCaseCode(typed)
      if (!code) return say('invalid', { key: 'errors:open-folder.code-form', field: 'code' })
      const folder = (await folderByCode(folderHashOf(code)))?.id
      const all = folder ? await queuePage({ place, folder }, undefined, mostOfFolder) : []
      const cases = number === undefined ? all : all.filter((one) => one.number === Number(number))
      if (!folder || !cases[0]) return say('invalid', { key: 'desk:error.not-found', field: 'code' })
      return redirectTo(cases.length === 1 ? paths.deskCase(mode, cases[0].id, undefined, { from }) : paths.queue(mode, { folder }))
    }
    case 'keep': {
      const name = parseText(given('name').slice(0, 400), longestFilterName)
      if (!name.ok) return say('invalid', { key: 'desk:error.filter-name', field: 'name', values: { most: longestFilterName } })
      if (landDemandIn(name.value)) return say('invalid', { key: 'account:errors.name-land', field: 'name' })
      if (!(await refusingFullDisk(insertFilter(staff.id, { id: randomUUID(), name: name.value, query: from }, mostFilters, now))))
        return say('invalid', { key: 'desk:error.filters-full', field: 'name', values: { most: mostFilters } })
      return back()
    }
    case 'forget':
      await refusingFullDisk(forgetFilter(staff.id, given('id')))
      return back()
    default:
      throw stop(denied('malformed'))
  }
}
