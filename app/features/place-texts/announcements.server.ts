import { typedIn } from '#app/access/account-input.ts'
import { requireStaff } from '#app/access/guards.server.ts'
import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, type RefusedWhy, redirectTo, shownAgain } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { type Announcement, announcementAudiences, isAudience } from '#app/domain/announcement.ts'
import { addDays, type Day, isDay } from '#app/domain/day.ts'
import { type InEvery, inEvery, type Language, languages, sourceLanguage } from '#app/domain/language.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { announcementsOf, endAnnouncement, insertAnnouncement } from '#db/announcements.server.ts'
import { parsePlaceText } from './parse-text.ts'
import { ownPlace } from './place.ts'

const [longest, mostListed, longestDays] = [500, 50, 366]

/** An announcement as typed. */
export type TypedAnnouncement = Readonly<Record<'audience' | 'from' | 'until', string>> & { readonly text: InEvery<string> }

/** Data of the page of announcements of one's place. */
export async function announcementsLoader(context: RequestContext) {
  const { mode, at, today } = context
  const staff = requireStaff(context, 'announcements')
  const place = ownPlace(staff)
  const all = await announcementsOf(place, mostListed)
  for (const { id, audience } of all) if (!isAudience(audience)) unreadable({ table: 'announcements', id })
  return page({ ...{ mode, at, staff, place, today, all, once: newOnce() }, changed: context.query.has('changed') })
}

/** Makes an announcement, or takes one down. */
export async function announcementsAction(context: RequestContext, form: FormValues) {
  const { mode, now, today } = context
  const staff = requireStaff(context, 'announcements')
  const place = ownPlace(staff)
  switchMode(form, context)
  const typed: TypedAnnouncement = {
    ...{ audience: typedIn(form, 'audience'), from: typedIn(form, 'from'), until: typedIn(form, 'until') },
    text: inEvery((language) => String(form.get(language) ?? '').slice(0, 4 * longest)),
  }
  const say = (errors: readonly FieldError[], why?: RefusedWhy) => shownAgain({ typed, errors }, why)
  const done = () => redirectTo(`${paths.deskAnnouncements(mode)}?changed`)
  if (form.has('switch-to')) return say([])
  if (form.has('end')) {
    const one = (await announcementsOf(place, mostListed)).find(({ id }) => id === form.get('end'))
    if (one) await refusingFullDisk(endAnnouncement(one.id, place, told(staff, 'ended', one, now), now))
    return done()
  }
  const { audience, days, text, errors } = parsed(typed, today)
  if (errors.length > 0 || !audience) return say(errors, 'invalid')
  const id = idOf(seedOnce(form, ['announcement', place, audience, days, text]))
  const one: Announcement = { id, place, audience, ...days, text, ended: false }
  await refusingFullDisk(insertAnnouncement(one, staff.id, told(staff, 'made', one, now), now))
  return done()
}

function parsed(typed: TypedAnnouncement, today: Day) {
  const errors: FieldError[] = []
  const audience = announcementAudiences.find((one) => one === typed.audience)
  if (!audience) errors.push({ key: 'place-texts:errors.audience', field: 'audience' })
  const { from, until } = typed
  if (!isDay(from)) errors.push({ key: 'place-texts:errors.from', field: 'from' })
  if (!isDay(until) || until < today || until < from || until > addDays(today, longestDays))
    errors.push({ key: 'place-texts:errors.until', field: 'until' })
  // Nobody who can write Tibetan may be there: then it is shown that it is said in Chinese only.
  const parsedIn = (language: Language) =>
    language !== sourceLanguage && typed.text[language].trim() === '' ? null : parsePlaceText(typed.text[language], language, longest)
  const text = inEvery(parsedIn)
  for (const language of languages) if (text[language]?.error) errors.push(text[language].error)
  return { audience, days: { from, until }, text: inEvery((language) => text[language]?.text ?? null), errors }
}

function told({ role, id }: Staff, what: 'made' | 'ended', { place, audience, from, until, ...one }: Announcement, now: Date) {
  const event = { type: 'announcement-changed' as const, actor: eventActor(role, id), at: now.toISOString() }
  return encryptEvent({ ...event, announcement: one.id, what, place, audience, from, until })
}
