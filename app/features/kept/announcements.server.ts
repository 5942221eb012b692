import { typedIn } from '#app/access/account-input.ts'
import { requireStaff } from '#app/access/guards.server.ts'
import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, type RefusedWhy, redirectTo, shownAgain } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { type Announcement, announcementAudiences } from '#app/domain/announcement.ts'
import { addDays, type Day, isDay } from '#app/domain/day.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { announcementsOf, endAnnouncement, insertAnnouncement } from '#db/announcements.server.ts'
import { keptPlace } from './kept-place.ts'
import { parseKept } from './kept-text.ts'

const [longest, mostListed, longestDays] = [500, 50, 366]

/** An announcement as typed. */
export type TypedAnnouncement = Readonly<Record<'audience' | 'from' | 'until' | 'zh' | 'bo', string>>

/** Data of the page of announcements of one's place. */
export async function announcementsLoader(context: RequestContext) {
  const { mode, at, today } = context
  const staff = requireStaff(context, 'announcements')
  const place = keptPlace(staff)
  const all = await announcementsOf(place, mostListed)
  return page({ ...{ mode, at, staff, place, today, all, once: newOnce() }, changed: context.query.has('changed') })
}

/** Makes an announcement, or takes one down. */
export async function announcementsAction(context: RequestContext, form: FormValues) {
  const { mode, now, today } = context
  const staff = requireStaff(context, 'announcements')
  const place = keptPlace(staff)
  switchMode(form, context)
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 4 * longest)
  const typed: TypedAnnouncement = {
    ...{ audience: typedIn(form, 'audience'), from: typedIn(form, 'from'), until: typedIn(form, 'until') },
    ...{ zh: text('zh'), bo: text('bo') },
  }
  const say = (errors: readonly FieldError[], why?: RefusedWhy) => shownAgain({ typed, errors }, why)
  const done = () => redirectTo(`${paths.deskAnnouncements(mode)}?changed`)
  if (form.has('switch-to')) return say([])
  if (form.has('end')) {
    const one = (await announcementsOf(place, mostListed)).find(({ id }) => id === form.get('end'))
    if (one) await refusingFullDisk(endAnnouncement(one.id, place, told(staff, 'ended', one, now), now))
    return done()
  }
  const { audience, days, zh, bo, errors } = parsed(typed, today)
  if (errors.length > 0 || !audience) return say(errors, 'invalid')
  const id = idOf(seedOnce(form, ['announcement', place, audience, days, zh, bo]))
  const one: Announcement = { id, place, audience, ...days, zh, bo, ended: false }
  await refusingFullDisk(insertAnnouncement(one, staff.id, told(staff, 'made', one, now), now))
  return done()
}

function parsed(typed: TypedAnnouncement, today: Day) {
  const errors: FieldError[] = []
  const audience = announcementAudiences.find((one) => one === typed.audience)
  if (!audience) errors.push({ key: 'kept:errors.audience', field: 'audience' })
  const { from, until } = typed
  if (!isDay(from)) errors.push({ key: 'kept:errors.from', field: 'from' })
  if (!isDay(until) || until < today || until < from || until > addDays(today, longestDays))
    errors.push({ key: 'kept:errors.until', field: 'until' })
  const zh = parseKept(typed.zh, 'zh', longest)
  // Nobody who can write Tibetan may be there: then it is shown that it is said in Chinese only.
  const bo = typed.bo.trim() === '' ? undefined : parseKept(typed.bo, 'bo', longest)
  for (const error of [zh.error, bo?.error]) if (error) errors.push(error)
  return { audience, days: { from, until }, zh: zh.text, bo: bo?.text ?? null, errors }
}

function told({ role, id }: Staff, what: 'made' | 'ended', { place, audience, from, until, ...one }: Announcement, now: Date) {
  const event = { type: 'announcement-changed' as const, actor: eventActor(role, id), at: now.toISOString() }
  return encryptEvent({ ...event, announcement: one.id, what, place, audience, from, until })
}
