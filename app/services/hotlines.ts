import type { Certainty } from '#app/domain/verdict.ts'

/** National hotlines; what each is for stands in `locales/…/hotlines.json`. @source fact base, appendix 1 */
export const hotlines = {
  '12345': 'high',
  '12333': 'high',
  '12393': 'high',
  '12329': 'high',
  '12348': 'high',
  '12366': 'high',
  '12355': 'high',
  '12338': 'high',
  '12351': 'high',
  '12385': 'high',
  '12356': 'medium',
  '12349': 'medium',
  '110': 'high',
  '119': 'high',
  '120': 'high',
} as const satisfies Record<string, Certainty>

/** A national short number. */
export type Hotline = keyof typeof hotlines
