import type { Verdict } from '#app/domain/verdict.ts'

/** One thing that can be applied for: a service, for the household or one member, and what the self-check came to. */
export type ServiceChoice = {
  readonly pick: string
  readonly service: string
  readonly name: string | null
  readonly verdict: Verdict | null
}

/** Relatives offered to somebody who did no self-check; the first is who fills the folder in. */
export const relatives = ['myself', 'father', 'mother', 'grandfather', 'grandmother', 'son', 'daughter'] as const
