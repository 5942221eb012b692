import type { Expr } from '#app/domain/condition.ts'
import type { Certainty, Source } from '#app/domain/verdict.ts'
import { agedAtLeast, allOf, anyOf, notOf } from '#app/domain/vocabulary.ts'
import { isOneOf } from './household.ts'
import { cite } from './instruments.ts'

/** An explanation that goes with a result in certain cases; it never changes it. Its text is `locales/…/notes.json` under its id. */
export type Note = { readonly id: string; readonly when: Expr; readonly sources: readonly Source[]; readonly certainty: Certainty }

const minor = notOf(agedAtLeast(18))
const noHukou = isOneOf('hukou-place', ['no-hukou'])
const practice = cite('common-practice')

/** Every explanation, by its id. @source fact base 2, 2.4 and 2.5 */
export const notes = {
  'child-labour': {
    when: allOf(
      notOf(agedAtLeast(16)),
      anyOf(isOneOf('wage-owed', ['owed-recent', 'owed-old']), isOneOf('injury', ['work-lt1y', 'work-ge1y', 'platform-order'])),
    ),
    sources: [cite('minors-protection-law', '61'), cite('compulsory-education-law', '14')],
    certainty: 'medium',
  },
  'birth-registration': { when: allOf(noHukou, minor), sources: [cite('hukou-registration-regulations', '7')], certainty: 'high' },
  'late-registration': { when: allOf(noHukou, agedAtLeast(18)), sources: [cite('guobanfa-2015-96')], certainty: 'medium' },
  veteran: { when: isOneOf('anyone', ['veteran']), sources: [practice], certainty: 'medium' },
  relocation: { when: isOneOf('anyone', ['relocation']), sources: [cite('qinghai-2024-48', '十')], certainty: 'medium' },
  disability: { when: isOneOf('anyone', ['disability']), sources: [cite('employment-promotion-law', '52')], certainty: 'medium' },
  boarding: { when: isOneOf('lives-together', ['boards']), sources: [practice], certainty: 'medium' },
  'kin-care': {
    when: isOneOf('lives-together', ['relatives', 'alone']),
    sources: [cite('minors-protection-law', '22')],
    certainty: 'medium',
  },
  'separated-parents': { when: minor, sources: [practice], certainty: 'medium' },
  'employer-duty': {
    when: isOneOf('work', ['self-employed-hiring']),
    sources: [cite('work-injury-regulations', '2'), cite('social-insurance-law', '58')],
    certainty: 'high',
  },
} as const satisfies Record<string, Omit<Note, 'id'>>

/** The id of an explanation. */
export type NoteId = keyof typeof notes

/** Explanations by their ids, in the order given. */
export function withNotes(...ids: readonly NoteId[]): readonly Note[] {
  return ids.map((id) => ({ id, ...notes[id] }))
}
