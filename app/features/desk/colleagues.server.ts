import { typedIn } from '#app/access/account-input.ts'
import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { notFound, page, type RefusedWhy, redirectTo, shownAgain } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { namesOf } from '#app/access/staff-names.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { type Assignee, abandonedCases, assigneesIn } from '#app/cases/assignees.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import type { Difference } from '#app/cases/differences.ts'
import { reassign } from '#app/cases/reassignment.server.ts'
import { textInEvery } from '#app/cases/submission.ts'
import { afterConflict, contentVersion, isConflictSwitched, openedAt } from '#app/cases/version.server.ts'
import { isAssignable } from '#app/domain/application.ts'
import { inEvery } from '#app/domain/language.ts'
import { covers, practicePlace } from '#app/domain/place.ts'
import { putBack } from '#app/domain/put-back.ts'
import { statuses } from '#app/domain/status.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { text } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { Taker } from '#app/ui/give-to.tsx'
import type { StoredApplication } from '#db/applications.server.ts'
import { casesAssignedTo } from '#db/assignees.server.ts'
import { staffByIds } from '#db/cases.server.ts'
import { queuePage } from '#db/queue.server.ts'
import { queueRows } from './queue-rows.server.ts'
import { takersOf } from './takers.server.ts'

type Params = { id?: string }
type Cases = readonly StoredApplication[]

/** So many cases are listed at the most; what is done concerns all. */
const mostListed = 200

/** The version of a list of cases: another one as soon as another case is among them, or one is not any more. */
const versionOf = (cases: Cases): string => contentVersion(cases.map(({ id }) => id).sort())

const countiesOf = (cases: Cases) => [...new Set(cases.map(({ county }) => county ?? ''))]

/** Data of the list of those to whom cases are assigned, with what lies with somebody who cannot work on it. */
export async function colleaguesLoader(context: RequestContext) {
  const { mode, at } = context
  const staff = requireStaff(context, 'colleagues')
  const place = requirePlace(staff)
  const [all, abandoned] = [(await assigneesIn(place)).map(shownAssignee), await abandonedCases(place)]
  return page({
    ...{ mode, at, staff, changed: context.query.has('changed') },
    ...{ here: all.filter(({ away }) => away === null), away: all.filter(({ away }) => away !== null) },
    ...{ abandoned: abandoned.length, version: versionOf(abandoned), takers: await takersOf(staff, countiesOf(abandoned)) },
  })
}

/** Somebody to whom cases are assigned, as the list shows them. */
export type ShownAssignee = ReturnType<typeof shownAssignee>

function shownAssignee({ stored, ...one }: Assignee) {
  return { ...one, name: stored ? namesOf(stored).name : null, role: stored?.role ?? null, hall: stored?.hall ?? null }
}

/** Data of the page of a colleague: their open cases. @throws `not-found` for who works elsewhere and has none here */
export async function colleagueLoader(context: RequestContext, { id = '' }: Params) {
  const { mode, at, now } = context
  const staff = requireStaff(context, 'colleagues')
  const place = requirePlace(staff)
  const [cases, [one]] = [await casesAssignedTo([id], place), await staffByIds([id])]
  const isOfPlace = one?.hall != null && (place === practicePlace || covers(place, one.hall.place))
  if (cases.length === 0 && !isOfPlace) throw notFound()
  const listed = await queuePage({ place, assignee: id, statuses: statuses.filter(isAssignable) }, undefined, mostListed)
  return page({
    ...{ mode, at, staff, id, total: cases.length, version: versionOf(cases), rows: await queueRows(listed, now) },
    ...{ name: one ? namesOf(one).name : null, roles: one?.roles ?? null, hall: one?.hall ?? null, isOff: one?.state === 'off' },
    takers: (await takersOf(staff, countiesOf(cases))).filter((taker) => taker.id !== id),
  })
}

/** The form that reassigns cases, shown again. */
export type ReassignAgain = {
  readonly chosen: string
  readonly errors: readonly FieldError[]
  readonly version: string
  readonly differences: readonly Difference[]
}

/** Reassigns everything that lies with people who cannot work on it, in one act. */
export async function colleaguesAction(context: RequestContext, form: FormValues) {
  return reassignAll(context, form, abandonedCases)
}

/** Reassigns every open case of a colleague, in one act. */
export async function colleagueAction(context: RequestContext, form: FormValues, { id = '' }: Params) {
  return reassignAll(context, form, (place) => casesAssignedTo([id], place))
}

/** Reassigns cases as they lay when the page was opened; where others do by now, what is to be done is shown beside it and not done. */
async function reassignAll(context: RequestContext, form: FormValues, casesIn: (place: string) => Promise<Cases>) {
  const { mode, now } = context
  const staff = requireStaff(context, 'colleagues')
  const place = requirePlace(staff)
  switchMode(form, context)
  const [chosen, opened] = [typedIn(form, 'to'), openedAt(form)]
  for (;;) {
    const cases = await casesIn(place)
    const version = versionOf(cases)
    const takers = await takersOf(staff, countiesOf(cases))
    const say = (again: Partial<ReassignAgain>, why?: RefusedWhy) =>
      shownAgain<ReassignAgain>({ chosen, errors: [], version: opened, differences: [], ...again }, why)
    const conflict = { version: afterConflict(version, opened), differences: [differenceOf(cases, chosen, takers)] }
    if (form.has('switch-to')) return say(isConflictSwitched(form) && opened !== version ? conflict : {})
    // Nothing lies there any more: it was sent twice, or somebody else did it.
    if (cases.length === 0) return redirectTo(paths.colleagues(mode, 'yes'))
    const isKnown = chosen === putBack || takers.some(({ id }) => id === chosen)
    if (!isKnown) return say({ errors: [{ key: `colleagues:errors.${chosen === '' ? 'not-chosen' : 'gone'}`, field: 'to' }] }, 'invalid')
    if (opened !== version) return say(conflict, 'conflict')
    const to = chosen === putBack ? null : chosen
    const result = await reassign(cases, { actor: eventActor(staff.role, staff.id), at: now, to: () => to })
    if (result !== 'stale') return redirectTo(paths.colleagues(mode, 'yes'))
  }
}

/** How many cases lie there now, and what was to be done with them. */
function differenceOf(cases: Cases, chosen: string, takers: readonly Taker[]): Difference {
  const taker = takers.find(({ id }) => id === chosen)
  const given = inEvery((reader) =>
    taker ? text(reader, 'colleagues:give.to', { name: taker.name, role: text(reader, `desk:role.${taker.role}`) }) : '',
  )
  return {
    ...{ id: 'cases', label: textInEvery('colleagues:work.cases') },
    now: inEvery((reader) => text(reader, 'colleagues:work.count', { count: cases.length })),
    typed: taker ? given : textInEvery('colleagues:give.nobody'),
  }
}
