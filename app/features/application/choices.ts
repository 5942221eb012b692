import type { Verdict } from '#app/domain/verdict.ts'

/** A choice of the start page: a service, for the household or one member, and its verdict in the self-check. */
export type ServiceChoice = {
  readonly pick: string
  readonly service: string
  readonly name: string | null
  readonly verdict: Verdict | null
}

/**
 * The choices that are ticked where `picked` came by a link: a member's own; of a service without its member those who may apply,
 * or, where nobody may yet, everybody who has it not; where nobody is known, the service itself.
 */
export function tickedOf(picked: readonly string[], picks: readonly ServiceChoice[]): string[] {
  const ticked = picked.flatMap((wanted) => {
    const [service, member] = wanted.split(':')
    if (picks.some(({ pick }) => pick === wanted)) return [wanted]
    const offered = picks.filter((one) => one.service === service && (member === undefined || one.pick === service))
    const [ready, later] = [offered.filter(({ verdict }) => mayApply(verdict)), offered.filter(({ verdict }) => verdict === 'not-yet')]
    return (ready.length > 0 ? ready : later).map(({ pick }) => pick)
  })
  return [...new Set(ticked)]
}

const mayApply = (verdict: ServiceChoice['verdict']) => verdict === null || verdict === 'eligible' || verdict === 'possible'
