import type { Certainty, Source } from '#app/domain/verdict.ts'
import type { DepartmentId } from './departments.ts'
import { cite } from './instruments.ts'

/** What kind of act a service is, in law. Limits, silence and remedies follow from it. */
export const natures = [
  'licence',
  'confirmation',
  'benefit',
  'registration',
  'public-service',
  'admission',
  'complaint',
  'company-contract',
  'right',
] as const
/** What kind of act a service is, in law. */
export type Nature = (typeof natures)[number]

/** What one can do about a result, by id, with where that stands; each is a sentence in `natures.json`. */
export const remedies = {
  recheck: [],
  'recheck-by-notice': [],
  'recheck-by-school': [],
  'department-review': [cite('public-rental-measures', '9')],
  reconsideration: [cite('administrative-reconsideration-law', '20')],
  court: [cite('administrative-litigation-law', '46')],
  'benefit-arbitration': [cite('mediation-arbitration-law')],
  'labour-dispute': [cite('mediation-arbitration-law'), cite('legal-aid-law')],
  'employer-complaint': [cite('social-insurance-law')],
  contract: [],
} as const satisfies Readonly<Record<string, readonly Source[]>>
/** What one can do about a result. */
export type Remedy = keyof typeof remedies

/** Remedies there are against the written decision of an administrative act only. */
export const administrativeRemedies = ['reconsideration', 'court'] as const satisfies readonly Remedy[]

/** Grounds on which the clock of a legal limit stands still, by id, with where each stands; nothing else stops one. */
export const stopGrounds = {
  'licence-examination': [cite('administrative-licence-law', '45')],
  'other-authority': [cite('work-injury-regulations', '20')],
} as const satisfies Readonly<Record<string, readonly Source[]>>
/** A ground on which the clock stands still. */
export type StopGround = keyof typeof stopGrounds

/**
 * Within how long what was handed in is answered: what is missing, or whether it is accepted. `silence`: what it means where nobody did.
 * It binds a department to which things are handed in; a hall holds itself to it, and presumes nothing.
 */
export type Acceptance = {
  readonly days: number
  readonly unit: 'working' | 'calendar'
  readonly silence: 'accepts' | 'nothing'
  readonly source: Source
}

/** The act of a service: what it is in law, who decides, what follows. @source fact base 2, section 9.2, and its table of natures */
export type Act = {
  readonly nature: Nature
  readonly decides: readonly [DepartmentId, ...DepartmentId[]]
  /** Only where a source names a time; without it, silence means nothing. */
  readonly acceptance?: Acceptance
  readonly stops?: readonly StopGround[]
  readonly remedies: readonly Remedy[]
  /** Is it never refused? It ends by naming a place, or who gives one. */
  readonly placed?: true
  /** Do relatives go on with it where somebody dies? */
  readonly inherited?: true
  readonly sources: readonly Source[]
  readonly certainty: Certainty
}
