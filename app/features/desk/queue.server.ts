import { randomUUID } from 'node:crypto'
import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { denied, page, type RefusedWhy, redirectTo, refused, stop } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { applicationHeads, headIn } from '#app/cases/application-name.server.ts'
import { assignNext, assignToSelf } from '#app/cases/assignment.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { folderAmong, folderHashOf } from '#app/cases/folder.server.ts'
import { calledIn } from '#app/cases/folder.ts'
import { isDueSure } from '#app/cases/legal-deadlines.ts'
import { statusesFor } from '#app/domain/application.ts'
import { parseCaseCode } from '#app/domain/case-code.ts'
import { type Day, dayOf, daysBetween, isMoment } from '#app/domain/day.ts'
import { parseText } from '#app/domain/identity.ts'
import { landDemandIn } from '#app/domain/land-guard.ts'
import { countiesWithin } from '#app/domain/place.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import { prefectures } from '#app/services/places.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { caseWithin } from '#db/cases.server.ts'
import { folderByCode, foldersByIds } from '#db/folders.server.ts'
import { type QueuedCase, type QueueKey, queuePage } from '#db/queue.server.ts'
import { type CountedBy, queueCounts, queueTotal } from '#db/queue-counts.server.ts'
import { filtersOf, forgetFilter, insertFilter } from '#db/saved-filters.server.ts'
import { found } from '../page-data.ts'
import { staffNames } from './case-staff.server.ts'
import { ages, chosenIn, dues, type FilterName, filterOf, queryOf, workers } from './filters.ts'

/** Cases on one page. */
const onePage = 25
const [longestFilterName, mostFilters] = [30, 20]

/** Data of the queue: one page, the filters with counts, and the reader's saved filters. */
export async function queueLoader(context: RequestContext) {
  const { mode, now } = context
  const staff = requireStaff(context, 'cases')
  const [place, query] = [requirePlace(staff), context.query]
  const chosen = chosenIn(query)
  const cases = await queuePage(filterOf(chosen, place, staff, now), keyIn(query), onePage + 1)
  const counted = async (by: CountedBy, name: FilterName): Promise<Record<string, number>> =>
    Object.fromEntries(await queueCounts(filterOf({ ...chosen, [name]: name === 'status' ? 'all' : '' }, place, staff, now), by))
  const last = cases.length > onePage ? cases[onePage - 1] : undefined
  const total = (name: FilterName, value: string) => queueTotal(filterOf({ ...chosen, [name]: value }, place, staff, now))
  const totals = async (name: FilterName, values: readonly string[]): Promise<Record<string, number>> =>
    Object.fromEntries(await Promise.all(values.map(async (value) => [value, await total(name, value)])))
  return page({
    ...{ mode, at: context.at, staff, chosen, counties: countiesOf(place) },
    rows: await queueRows(cases.slice(0, onePage), now),
    counts: {
      status: await counted('status', 'status'),
      proposed: await total('status', 'proposed'),
      service: await counted('service', 'service'),
      county: await counted('county', 'county'),
      language: await counted('mode', 'language'),
      who: await totals('who', workers),
      due: await totals('due', dues),
      age: await totals('age', ages),
    },
    more: last ? paths.queue(mode, { ...queryOf(chosen), after: `${last.submittedAt}~${last.id}` }) : null,
    isFirst: !query.has('after'),
    once: newOnce(),
    mayTake: statusesFor(staff.role).length > 0,
    saved: await filtersOf(staff.id),
  })
}

/** The counties of a place, in the order of their codes. */
function countiesOf(place: string): string[] {
  const [from, to] = countiesWithin(place)
  return prefectures.flatMap(({ counties }) => counties).filter((code) => code >= from && code <= to)
}

function keyIn(query: URLSearchParams): QueueKey | undefined {
  const [submittedAt = '', id = ''] = (query.get('after') ?? '').split('~')
  return submittedAt && id ? { submittedAt, id } : undefined
}

/** Cases as the queue shows them. */
export async function queueRows(cases: readonly QueuedCase[], now: Date) {
  const names = await staffNames(cases.map(({ assignee }) => assignee))
  const folders = await foldersByIds(cases.map(({ folderId }) => folderId))
  const heads = await applicationHeads(cases)
  return cases.map(({ folderId, member, submittedAt, dueOn, assignee, proposedBy, ...row }) => {
    const read = folderAmong(folders, folderId)
    const [submitted, due] = [isMoment(submittedAt) ? dayOf(submittedAt) : null, dueOn !== null && isMoment(dueOn) ? dueOn : null]
    const { name: title, limits } = headIn(heads, row)
    const isSure = (on: Day) => isDueSure(row.service, on, limits)
    if (row.damaged || submitted === null) unreadable({ table: 'applications', id: row.id })
    return {
      ...{
        ...row,
        title,
        submitted,
        dueOn: due,
        code: read.ok ? read.value.code : folderId,
        unreadable: !read.ok,
        proposed: proposedBy !== null,
      },
      name: read.ok ? calledIn(read.value.folder, member ?? read.value.folder.applicant) : '',
      days: submitted === null ? 0 : daysBetween(submitted, dayOf(now)),
      overdue: due !== null && due < dayOf(now) && isSure(due),
      notBefore: due !== null && !isSure(due),
      assignee: assignee === null ? null : { id: assignee, name: names.get(assignee) ?? null },
    }
  })
}

/** So many applications of one folder are looked through at the most. */
const mostOfFolder = 200

/** Takes the next case, takes this one, finds one by its code, saves or deletes a filter. @throws `malformed` for anything else */
export async function queueAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  const staff = requireStaff(context, 'cases')
  const place = requirePlace(staff)
  const given = (name: string) => String(form.get(name) ?? '')
  const back = () => redirectTo(context.at)
  const say = (why: RefusedWhy, error: FieldError) => refused({ errors: [error], code: given('code'), name: given('name') }, why)
  const assigned = { type: 'assign' as const, actor: eventActor(staff.role, staff.id), at: now.toISOString(), to: staff.id }
  switch (given('do')) {
    case 'take-next': {
      const eventId = idOf(seedOnce(form, ['take-next', staff.id, staff.practice]))
      const id = await assignNext({ place, statuses: statusesFor(staff.role) }, assigned, eventId)
      if (id === undefined) return say('conflict', { key: 'desk:error.none-left', field: 'take-next' })
      return redirectTo(paths.deskCase(mode, id))
    }
    case 'assign': {
      const one = found(await caseWithin(place, given('id')))
      if (one.assignee !== staff.id && !(await assignToSelf(place, given('id'), assigned)))
        return say('conflict', { key: 'desk:error.taken', field: `case-${given('id')}` })
      return back()
    }
    case 'find': {
      // As the list prints it, the number of the application stands behind the code: 4AC7D-9FG3H/2.
      const [, typed = '', number] = /^(.*?)(?:\/\s*(\d{1,3})\s*)?$/s.exec(given('code').normalize('NFKC')) ?? []
      const code = parseCaseCode(typed)
      if (!code) return say('invalid', { key: 'errors:open-folder.code-form', field: 'code' })
      const folder = (await folderByCode(folderHashOf(code)))?.id
      const all = folder ? await queuePage({ place, folder }, undefined, mostOfFolder) : []
      const cases = number === undefined ? all : all.filter((one) => one.number === Number(number))
      if (!folder || !cases[0]) return say('invalid', { key: 'desk:error.not-found', field: 'code' })
      return redirectTo(cases.length === 1 ? paths.deskCase(mode, cases[0].id) : paths.queue(mode, { folder }))
    }
    case 'keep': {
      const name = parseText(given('name').slice(0, 400), longestFilterName)
      if (!name.ok) return say('invalid', { key: 'desk:error.filter-name', field: 'name', values: { most: longestFilterName } })
      if (landDemandIn(name.value)) return say('invalid', { key: 'account:errors.name-land', field: 'name' })
      const query = new URLSearchParams(queryOf(chosenIn(context.query))).toString()
      if (!(await refusingFullDisk(insertFilter(staff.id, { id: randomUUID(), name: name.value, query }, mostFilters, now))))
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
