import { typedIn } from '#app/access/account-input.ts'
import { requireStaff } from '#app/access/guards.server.ts'
import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, type RefusedWhy, redirectTo, shownAgain } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { type InEvery, inEvery, languages, sourceLanguage } from '#app/domain/language.ts'
import { isOfferedAt, isPhraseKind, longestPhrase, type OwnPhrase, phraseKinds } from '#app/domain/phrase.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { insertPhrase, phrasesNow } from '#db/own-phrases.server.ts'
import { found } from '../page-data.ts'
import { parsePlaceText } from './parse-text.ts'
import { ownPlace } from './place.ts'

/** A sentence as typed; `id` is empty for a new one. */
export type TypedPhrase = { readonly id: string; readonly kind: string; readonly text: InEvery<string> }

/** Data of the phrase book of one's place: its own sentences, and those of the places above, which are changed there. */
export async function phrasesLoader(context: RequestContext) {
  const { mode, at } = context
  const staff = requireStaff(context, 'phrases')
  const place = ownPlace(staff)
  const used = phrasesNow().filter((one) => one.state === 'used' && isOfferedAt(one, place))
  for (const { id, kind } of used) if (!isPhraseKind(kind)) unreadable({ table: 'own_phrases', id })
  const [own, above] = [used.filter((one) => one.place === place), used.filter((one) => one.place !== place)]
  return page({ ...{ mode, at, staff, place, own, above, once: newOnce() }, changed: context.query.has('changed') })
}

/** Adds a sentence, changes one, or offers it no more: each is another version, and what was sent stays as it was sent. */
export async function phrasesAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  const staff = requireStaff(context, 'phrases')
  const place = ownPlace(staff)
  switchMode(form, context)
  const typed: TypedPhrase = {
    ...{ id: typedIn(form, 'id'), kind: typedIn(form, 'kind') },
    text: inEvery((language) => String(form.get(language) ?? '').slice(0, 4 * longestPhrase)),
  }
  const say = (errors: readonly FieldError[], why?: RefusedWhy) => shownAgain({ typed, errors }, why)
  if (form.has('switch-to')) return say([])
  const done = () => redirectTo(`${paths.deskPhrases(mode)}?changed`)
  const store = async (next: OwnPhrase, what: 'made' | 'changed' | 'left') =>
    refusingFullDisk(insertPhrase(next, staff.id, told(staff, what, next, now), now))
  const before = typed.id === '' ? undefined : found(phrasesNow().find((one) => one.id === typed.id && one.place === place))
  const seen = Number(form.get('version') ?? 0)
  const changedMeanwhile = { key: 'place-texts:errors.changed', field: before ? `phrase-${before.id}` : sourceLanguage }
  if (before && form.has('leave')) {
    // Offered no more already: there is nothing to do.
    if (before.state === 'left') return done()
    if (seen !== before.version || !(await store({ ...before, version: seen + 1, state: 'left' }, 'left')))
      return say([changedMeanwhile], 'conflict')
    return done()
  }
  const kind = before?.kind ?? phraseKinds.find((one) => one === typed.kind)
  const parsed = inEvery((language) => parsePlaceText(typed.text[language], language, longestPhrase))
  const errors = [
    ...(kind ? [] : [{ key: 'place-texts:errors.kind', field: 'kind' }]),
    ...languages.flatMap((language) => parsed[language].error ?? []),
  ]
  if (errors.length > 0 || !kind) return say(errors, 'invalid')
  const content = { text: inEvery((language) => parsed[language].text), state: 'used' as const }
  if (!before) {
    await store({ id: idOf(seedOnce(form, ['phrase', place, kind, content])), version: 1, place, kind, ...content }, 'made')
    return done()
  }
  if (isSameText(before, content) && before.state === 'used') return done()
  if (seen !== before.version || !(await store({ ...before, ...content, version: seen + 1 }, 'changed')))
    return say([changedMeanwhile], 'conflict')
  return done()
}

const isSameText = (a: Pick<OwnPhrase, 'text'>, b: Pick<OwnPhrase, 'text'>) => languages.every((one) => a.text[one] === b.text[one])

function told({ role, id }: Staff, what: 'made' | 'changed' | 'left', { place, kind, version, ...one }: OwnPhrase, now: Date) {
  const event = { type: 'phrase-changed' as const, actor: eventActor(role, id), at: now.toISOString() }
  return encryptEvent({ ...event, phrase: one.id, what, place, kind, version })
}
