import type { RequestContext } from '#app/access/request-context.server.ts'
import type { SignedIn } from '#app/access/staff-session.server.ts'
import { staffOf } from '#app/access/staff-session.server.ts'
import { decryptEvent, historyOf } from '#app/cases/case-events.server.ts'
import { factInEvery } from '#app/cases/life-facts.ts'
import { isLifeStep, lifeForms } from '#app/cases/life-forms.ts'
import { bothOf } from '#app/cases/stored-texts.ts'
import { textInEvery } from '#app/cases/submission.ts'
import type { TypedLine } from '#app/cases/typed-lines.ts'
import type { LifeStep } from '#app/domain/application.ts'
import { type InEvery, inEvery, languages } from '#app/domain/language.ts'
import { ownNamed } from '#app/domain/phrase.ts'
import { covers } from '#app/domain/place.ts'
import { scopeOf } from '#app/domain/staff.ts'
import { type FormValues, postedValues } from '#app/forms/form-values.ts'
import { hallFields, hallInput } from '#app/forms/hall-form.ts'
import { hallOptionKey } from '#app/i18n/hall-text.ts'
import { hasText } from '#app/i18n/messages.ts'
import { placeName } from '#app/i18n/stored-names.ts'
import { applicationById } from '#db/applications.server.ts'
import { lastDeskEvents } from '#db/audit-log.server.ts'
import { phraseVersion } from '#db/own-phrases.server.ts'
import type { NotSaved } from '../not-saved-part.tsx'
import { typedFieldsIn } from './life-fields.ts'
import { knownOption } from './life-options.ts'
import { typedFacts } from './typed-facts.ts'

/** A page can be open for as long as a session lasts, and a form can still be sent a day later. */
const openHours = 36
const mostLooked = 2000

/**
 * What was typed at the desk, shown again where it was not taken, and what changed since the page can have been opened: one's own role or
 * hall, or the place of the case. Of a case that never was in their place it says nothing: the answer is the same as where there is none.
 */
export async function notSaved(
  { actor, now, at }: RequestContext,
  form: FormValues,
  caseId: string | undefined,
): Promise<NotSaved | undefined> {
  if (actor.by === 'resident') return undefined
  const [post, moved] = [await postSince(actor.session, now), await movedFrom(actor.session, caseId)]
  const step = /\/desk\/cases\/[^/]+\/([a-z-]+)/.exec(at)?.[1] ?? ''
  const typed = isLifeStep(step) ? typedOfStep(step, form) : typedAtDesk(form)
  return post || moved || typed.length > 0 ? { post, moved, typed, fields: postedValues(form, ['switch-to']) } : undefined
}

async function postSince({ stored }: SignedIn, now: Date): Promise<NotSaved['post']> {
  const since = new Date(now.getTime() - openHours * 3_600_000)
  for (const stands of await lastDeskEvents('staff-changed', since, mostLooked)) {
    const read = decryptEvent(stands)
    if (!read.ok || read.value.type !== 'staff-changed' || read.value.member !== stored.id || read.value.what !== 'moved') continue
    return { role: stored.role, hall: stored.hall?.name ?? null, at: read.value.at }
  }
  return null
}

async function movedFrom(session: SignedIn, caseId: string | undefined): Promise<NotSaved['moved']> {
  const place = scopeOf(staffOf(session))
  const application = place !== undefined && caseId !== undefined ? await applicationById(caseId) : undefined
  if (!place || !application || covers(place, application.county ?? '')) return null
  const went = (await historyOf(application.id, (kind) => kind === 'hand-over')).findLast(
    (event) => event.type === 'hand-over' && covers(place, event.from) && !covers(place, event.to),
  )
  return went?.type === 'hand-over' ? { county: application.county ?? '', at: went.at } : null
}

/** The inputs of the desk in which something is typed or chosen, by their labels. Passwords, codes and PINs are in none of them. */
const labels: Readonly<Record<string, string>> = {
  note: 'desk:case.note',
  words: 'desk:free-text.written',
  phrase: 'desk:free-text.written',
  again: 'desk:correct.again',
  reason: 'desk:correct.reason',
  name: 'account:name',
  login: 'account:login',
  answer: 'feedback:answer',
  condition: 'desk:decline.condition',
  role: 'account:role',
  place: 'account:place',
  ...Object.fromEntries(languages.map((language) => [language, `account:halls.${language}`])),
}

/** What was typed in the form of a step: every day, choice and line of it, and its text. */
const typedOfStep = (step: LifeStep, form: FormValues): TypedLine[] =>
  typedFacts(step, typedFieldsIn(lifeForms[step], form), ({ set }, value) => knownOption(set, value)).map(({ name, ...fact }) => {
    const { label, value } = factInEvery(fact)
    return { id: name, label, typed: value }
  })

/** What was typed in a form of the desk. Of a correction only what was asked for counts: every other field has its inputs too. */
function typedAtDesk(form: FormValues): TypedLine[] {
  return postedValues(form).flatMap(([id, value]) => {
    const ofHall = hallFields.find((one) => hallInput(one.id) === id)
    if (ofHall) return value.trim() === '' ? [] : [hallLine(ofHall.id, value)]
    const [, name = '', target] = /^([a-z]+)(?:-(.+))?$/.exec(id) ?? []
    const label = labels[name]
    const isAsked = target === undefined || form.has(`ask-${target}`)
    return label === undefined || !isAsked || value.trim() === '' ? [] : [{ id, label: textInEvery(label), typed: shown(name, value) }]
  })
}

/** A line of what residents need to know of a hall; of what several can be ticked of, one each. */
function hallLine(field: string, value: string): TypedLine {
  const option = hallOptionKey(field, value)
  const typed = option !== undefined && hasText(option) ? textInEvery(option) : inEvery(() => value)
  return { id: `${field} ${value}`, label: textInEvery(`halls:fields.${field}.label`), typed }
}

/** A choice in words, where it is one. */
function shown(name: string, value: string): InEvery<string> {
  if (name === 'place') return bothOf(placeName(value))
  const named = name === 'phrase' ? ownNamed(value) : undefined
  const own = named && phraseVersion(named.id, named.version)
  if (own) return own.text
  const condition = value.replace('.', ':conditions.')
  const key = {
    phrase: `phrases:${value}`,
    role: `desk:role.${value}`,
    reason: `application:reason.${value}`,
    condition: `services/${condition}.is`,
  }[name]
  return key !== undefined && /^[\w.-]+$/.test(value) && hasText(key) ? textInEvery(key) : inEvery(() => value)
}
