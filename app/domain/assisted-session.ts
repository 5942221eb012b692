import type { Move } from './application.ts'
import type { Day } from './day.ts'

/** The grounds on which a clerk acts for a resident: they are present, their guardian is, or a person with a written mandate. */
export const grounds = ['present', 'guardian', 'mandate'] as const
/** A ground. */
export type Ground = (typeof grounds)[number]

/** How the data arrived at the counter: spoken, or on a paper form that is typed in. */
export const assistanceChannels = ['counter', 'paper'] as const
/** A channel of the counter. */
export type AssistanceChannel = (typeof assistanceChannels)[number]

/** How something was handed in: by oneself, or at the counter. */
export const channels = ['self', ...assistanceChannels] as const

/** Documents a clerk looked at first: which, never their numbers. */
export const seenPapers = ['id-card', 'hukou-book', 'residence-permit', 'passport', 'guardian-proof', 'mandate', 'none'] as const
/** A document that was looked at. */
export type SeenPaper = (typeof seenPapers)[number]

/** What a mandate covers: moves of the life cycle. */
export const mandateScopes = ['submit', 'resubmit', 'withdraw'] as const satisfies readonly Move[]
/** One thing a mandate covers. */
export type MandateScope = (typeof mandateScopes)[number]

/** The ground of an assisted session, as stored and as every event of the session records it. */
export type Assistance = {
  readonly ground: Ground
  readonly channel: AssistanceChannel
  readonly seen: readonly SeenPaper[]
  /** What the mandate covers, and its last day; only for a mandate. */
  readonly scope?: readonly MandateScope[]
  readonly until?: Day
}

/** Errors of the form that starts an assisted session, by the names of its fields. */
export type AssistanceFault = 'ground' | 'seen' | 'seen-alone' | 'guardian-seen' | 'mandate-seen' | 'scope' | 'until' | 'until-over'

/** Parses the form that starts an assisted session, as of a day; or its errors. */
export function parseAssistance(
  given: { ground: string; channel: string; seen: readonly string[]; scope: readonly string[]; until: Day | undefined },
  asOf: Day,
): { readonly ok: true; readonly assistance: Assistance } | { readonly ok: false; readonly faults: readonly AssistanceFault[] } {
  const ground = grounds.find((one) => one === given.ground)
  const channel = assistanceChannels.find((one) => one === given.channel) ?? 'counter'
  const [seen, scope] = [seenPapers.filter((one) => given.seen.includes(one)), mandateScopes.filter((one) => given.scope.includes(one))]
  const faults: AssistanceFault[] = []
  if (!ground) faults.push('ground')
  if (seen.length === 0) faults.push('seen')
  if (seen.includes('none') && seen.length > 1) faults.push('seen-alone')
  if (ground === 'guardian' && seen.length > 0 && !seen.includes('guardian-proof')) faults.push('guardian-seen')
  if (ground === 'mandate' && seen.length > 0 && !seen.includes('mandate')) faults.push('mandate-seen')
  if (ground === 'mandate' && scope.length === 0) faults.push('scope')
  if (ground === 'mandate' && given.until === undefined) faults.push('until')
  if (ground === 'mandate' && given.until !== undefined && given.until < asOf) faults.push('until-over')
  if (!ground || faults.length > 0) return { ok: false, faults }
  return { ok: true, assistance: { ground, channel, seen, ...(ground === 'mandate' ? { scope, until: given.until as Day } : {}) } }
}

/** May a clerk do this for the resident? A mandate covers what it names, on its days; a resident who is present decides themselves. */
export function covered({ ground, scope, until }: Assistance, move: Move, asOf: Day): boolean {
  return ground !== 'mandate' || ((scope ?? []).some((one) => one === move) && until !== undefined && asOf <= until)
}
