import { typedIn } from '#app/access/account-input.ts'
import { requireStaff } from '#app/access/guards.server.ts'
import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, type RefusedWhy, redirectTo, shownAgain } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { recomputeDeadlines } from '#app/cases/recompute-deadlines.server.ts'
import { dayOf, isMoment, yearOf } from '#app/domain/day.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { announced, knownUntil, lastYearOf } from '#app/places/calendar.ts'
import { noticesNow } from '#app/places/notices.server.ts'
import { faultOf, type Notice, parseDays, parseNumber } from '#app/places/notices.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { insertNotice, noticesEntered, removeNotice } from '#db/announced-days.server.ts'
import { found } from '../page-data.ts'

/** A notice as typed. */
export type TypedNotice = { readonly year: string; readonly notice: string; readonly off: string; readonly worked: string }

/** The years a notice can be for: from last year on to the one after the last that is known. */
const yearsFor = (now: Date): string[] => {
  const [first, last] = [yearOf(dayOf(now)) - 1, lastYearOf(announced()) + 1]
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => String(first + index))
}

/** Data of the page of days off and worked. */
export async function calendarLoader(context: RequestContext) {
  const { mode, at, now } = context
  const staff = requireStaff(context, 'staffAndHalls')
  const entered = new Map(noticesEntered().map((one) => [one.id, one]))
  const names = await staffNames([...entered.values()].map(({ staffId }) => staffId))
  const notices = noticesNow().map((one) => {
    const by = entered.get(one.id)
    return { ...one, on: by && isMoment(by.createdAt) ? dayOf(by.createdAt) : null, by: by ? (names.get(by.staffId) ?? null) : null }
  })
  return page({
    ...{ mode, at, staff, notices, years: yearsFor(now), once: newOnce() },
    ...{ until: knownUntil(announced()), changed: context.query.has('changed') },
  })
}

/** Enters a notice, or takes one back; the limits of open cases are computed anew at once. */
export async function calendarAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  const by = requireStaff(context, 'staffAndHalls')
  switchMode(form, context)
  const typed: TypedNotice = { ...{ year: typedIn(form, 'year'), notice: typedIn(form, 'notice') }, ...daysIn(form) }
  const say = (errors: readonly FieldError[], why?: RefusedWhy) => shownAgain({ typed, errors }, why)
  if (form.has('switch-to')) return say([])
  if (form.has('remove')) {
    const one = noticesNow().find(({ id }) => id === form.get('remove'))
    // Taken back already: there is nothing to do.
    if (one) await refusingFullDisk(removeNotice(one.id, changed(by, 'removed', one, now)))
    return anew(mode, now)
  }
  const result = parsed(typed, yearsFor(now))
  if ('errors' in result) return say(result.errors, 'invalid')
  const id = idOf(seedOnce(form, ['notice', result.notice]))
  const one: Notice = { id, ...result.notice }
  const before = noticesNow()
  // Sent twice it is entered once.
  if (!before.some((other) => other.id === id)) {
    const fault = faultOf(one, announced(), before)
    if (fault) return say([{ key: `account:days.errors.${fault.why}`, field: fault.field, values: { day: fault.day ?? '' } }], 'invalid')
    await refusingFullDisk(insertNotice({ ...one, staffId: by.id }, changed(by, 'made', one, now), now))
  }
  return anew(mode, now)
}

const longest = 4000
const daysIn = (form: FormValues) => ({
  off: String(form.get('off') ?? '').slice(0, longest),
  worked: String(form.get('worked') ?? '').slice(0, longest),
})

async function anew(mode: RequestContext['mode'], now: Date) {
  await recomputeDeadlines(dayOf(now))
  return redirectTo(`${paths.deskCalendar(mode)}?changed`)
}

function parsed(typed: TypedNotice, years: readonly string[]): { notice: Omit<Notice, 'id'> } | { errors: FieldError[] } {
  const [notice, off, worked] = [parseNumber(typed.notice), parseDays(typed.off), parseDays(typed.worked)]
  const errors: FieldError[] = []
  if (!years.includes(typed.year)) errors.push({ key: 'account:days.errors.year', field: 'year' })
  if (notice === undefined) errors.push({ key: 'account:days.errors.notice', field: 'notice' })
  for (const [field, { wrong }] of Object.entries({ off, worked }))
    if (wrong !== undefined) errors.push({ key: 'account:days.errors.no-day', field, values: { typed: wrong } })
  if (errors.length > 0 || notice === undefined) return { errors }
  return { notice: { year: found(typed.year), notice, off: off.days, worked: worked.days } }
}

function changed({ role, id }: Staff, what: 'made' | 'removed', { notice: number, ...one }: Notice, now: Date) {
  const days = { off: [...one.off], worked: [...one.worked] }
  const event = { type: 'calendar-changed' as const, actor: eventActor(role, id), at: now.toISOString() }
  return encryptEvent({ ...event, notice: one.id, what, year: one.year, number, ...days })
}
