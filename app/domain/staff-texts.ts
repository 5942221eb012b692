import type { ApplicationEvent } from './event.ts'
import { type Language, languages } from './language.ts'

/**
 * What becomes of a text in which somebody is asked to give up their land. `held`: it waits for a second person, before any resident
 * reads it. `internal`: it waits for one too, before any colleague reads it. `confirmed`: it repeats one that was held, and is said by a
 * second person anyway. `refused`: it is not saved, since it is of no case it could wait in (`docs/decisions/0015-refused-texts.md`).
 * `waiting`: it is what waits already.
 */
export type LandGuard = 'held' | 'internal' | 'confirmed' | 'refused' | 'waiting'

/** The name of a hall in each language. */
const hallNames = Object.fromEntries(languages.map((language) => [`hall.${language}`, 'refused'])) as Readonly<
  Record<`hall.${Language}`, 'refused'>
>

/** Every free text a member of staff can save: where it stands in an event, or in which form. A test finds those that are missing. */
export const staffTexts = {
  events: {
    'ask-correction.items.words': 'held',
    'ask-correction.again': 'held',
    'approve.reason': 'held',
    'propose-decline.reason': 'held',
    'answer-rating.words': 'held',
    'resume.reason': 'held',
    'withdraw-requested.reason': 'held',
    'serve.name': 'held',
    'reopen.number': 'held',
    'reopen.reason': 'held',
    'stop-clock.reason': 'held',
    'resume-clock.reason': 'held',
    'refuse-acceptance.reason': 'held',
    'send-on.reason': 'held',
    'close.reason': 'held',
    'offer-to-relatives.reason': 'held',
    'take-back-acceptance.reason': 'held',
    'take-back-decision.reason': 'held',
    'annul.article': 'held',
    'annul.number': 'held',
    'annul.reason': 'held',
    'correct-decision.was': 'held',
    'correct-decision.is': 'held',
    'issue.what': 'held',
    'collect.name': 'held',
    'answer-resident.reason': 'held',
    'decline.reason': 'confirmed',
    'return-proposal.reason': 'internal',
    'return-words.reason': 'internal',
    'judge.reason': 'internal',
    'note.words': 'internal',
    'contact.words': 'internal',
    'hold-words.step.items.words': 'waiting',
    'hold-words.step.again': 'waiting',
    'hold-words.step.reason': 'waiting',
    'hold-words.step.number': 'waiting',
    'hold-words.step.name': 'waiting',
    'hold-words.step.article': 'waiting',
    'hold-words.step.was': 'waiting',
    'hold-words.step.is': 'waiting',
    'hold-words.step.what': 'waiting',
    'hold-words.step.words': 'waiting',
    'hold-words.caught': 'waiting',
    'hold-internal.step.words': 'waiting',
    'hold-internal.step.reason': 'waiting',
    'hold-internal.caught': 'waiting',
  },
  forms: {
    ...hallNames,
    ...{ 'hall.address': 'refused', 'hall.way': 'refused', 'hall.note': 'refused' },
    ...{ 'member.name': 'refused', 'member.login': 'refused', 'filter.name': 'refused', 'feedback.answer': 'refused' },
    ...{ 'announcement.zh': 'refused', 'announcement.bo': 'refused', 'phrase.zh': 'refused', 'phrase.bo': 'refused' },
  },
} as const satisfies { readonly [Where in 'events' | 'forms']: Readonly<Record<string, LandGuard>> }

const waits: readonly LandGuard[] = ['held', 'internal']
const guarded = Object.entries(staffTexts.events).flatMap(([path, guard]) => (waits.includes(guard) ? [path.split('.')] : []))

/** The texts of an event that wait where they ask for land. A common sentence is ours, and guarded with the locales. */
export function guardedTextsOf(event: ApplicationEvent): string[] {
  return guarded.flatMap(([type, ...path]) => (type === event.type ? textsAt(event, path) : []))
}

/** The texts at a path of a value, through lists; texts of an event are their `text`. */
function textsAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsAt(one, path))
  if (typeof value === 'string') return path.length === 0 ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  const [name = 'text', ...rest] = path
  return textsAt((value as Record<string, unknown>)[name], rest)
}
