import type { Verdict } from '#app/domain/verdict.ts'
import { relatives as others } from '#app/forms/relatives.ts'

/** A choice of the start page: a service, for the household or one member, and its verdict in the self-check. */
export type ServiceChoice = {
  readonly pick: string
  readonly service: string
  readonly name: string | null
  readonly verdict: Verdict | null
}

/** Who can be chosen without a self-check; the first is the applicant. */
export const relatives = ['myself', ...others] as const
