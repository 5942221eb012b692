import type { ApplicationEvent } from './event.ts'

/**
 * What becomes of a text in which somebody is asked to give up their land. `held`: it waits for a second person, before any resident
 * reads it. `confirmed`: it repeats one that was held, and is said by a second person anyway. `refused`: it is not saved. `staff`: it is
 * saved, since nobody but staff ever reads it.
 *
 * Why `staff` does not wait: a note is where a colleague writes down that somebody was asked for their land, so the guard would hold the
 * evidence with the demand; a case holds one text at a time, so that a note that waits would keep the words of a decision from waiting; and
 * whatever comes of a note reaches the resident by words that do. Notes, judgements and returns stay in the audit log, with who wrote them.
 */
export type LandGuard = 'held' | 'confirmed' | 'refused' | 'staff'

/** Every free text a member of staff can save: where it stands in an event, or in which form. A test finds those that are missing. */
export const staffTexts = {
  events: {
    'ask-correction.items.words': 'held',
    'ask-correction.again': 'held',
    'approve.reason': 'held',
    'propose-decline.reason': 'held',
    'answer-rating.words': 'held',
    'decline.reason': 'confirmed',
    'return-proposal.reason': 'staff',
    'return-words.reason': 'staff',
    'judge.reason': 'staff',
    'note.words': 'staff',
    // What waits already.
    'hold-words.step.items.words': 'staff',
    'hold-words.step.again': 'staff',
    'hold-words.step.reason': 'staff',
    'hold-words.step.words': 'staff',
    'hold-words.caught': 'staff',
  },
  forms: { 'hall.zh': 'refused', 'hall.bo': 'refused', 'member.name': 'refused', 'member.login': 'staff', 'filter.name': 'staff' },
} as const satisfies { readonly [Where in 'events' | 'forms']: Readonly<Record<string, LandGuard>> }

const held = Object.entries(staffTexts.events).flatMap(([path, guard]) => (guard === 'held' ? [path.split('.')] : []))

/** The texts of an event that are held where they ask for land. A common sentence is ours, and guarded with the locales. */
export function heldTextsOf(event: ApplicationEvent): string[] {
  return held.flatMap(([type, ...path]) => (type === event.type ? textsAt(event, path) : []))
}

/** The texts at a path of a value, through lists; words of an event are their `text`. */
function textsAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsAt(one, path))
  if (typeof value === 'string') return path.length === 0 ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  const [name = 'text', ...rest] = path
  return textsAt((value as Record<string, unknown>)[name], rest)
}
