import type { Verdict } from '#app/domain/verdict.ts'
import type { Among } from '#app/forms/result-groups.ts'
import { choiceOf } from '#app/services/alternatives.ts'

/** The pick of everything one can apply for now: the way from the result. */
export const pickNow = 'now'

/** The input that says which application was the last of the folder when the page of choices was opened. */
export const lastInput = 'last-application'

/** The input that says after which application, which ended, the same is applied for again. */
export const afterInput = 'after-application'

/** A choice of the start page: a service, for the household or one member, and its verdict in the self-check. */
export type ServiceChoice = {
  readonly pick: string
  readonly service: string
  readonly name: string | null
  readonly verdict: Verdict | null
  /** Those it stands together with under one sentence; null where it stands by itself. */
  readonly among: Among | null
}

/** Do two choices stand together under one sentence? */
export const areAlternatives = ({ among: one }: ServiceChoice, { among: other }: ServiceChoice): boolean =>
  one !== null && one.choice === other?.choice && one.member === other.member

/** How many rows of the result these are: where things stand together, those of several people are one. */
export const rowsAmong = (picks: readonly ServiceChoice[]): number =>
  new Set(picks.map((one) => (one.among === null ? one.pick : `${one.service} ${one.verdict} ${one.among.member ?? ''}`))).size

/**
 * The choices that are ticked where `picked` is from a link: a member's own; of a service without its member those who may apply,
 * or, where nobody may yet, everybody who has it not; where nobody is known, the service itself. Of `pickNow` all one can apply for now,
 * except where only one thing can be chosen, or the one who wishes for it: nobody chooses that for them.
 */
export function tickedOf(picked: readonly string[], picks: readonly ServiceChoice[]): string[] {
  const ticked = picked.flatMap((wanted) => {
    if (wanted === pickNow) return picks.filter((one) => isNow(one) && !isOpenChoice(one, picks)).map(({ pick }) => pick)
    const [service, member] = wanted.split(':')
    if (picks.some(({ pick }) => pick === wanted)) return [wanted]
    const offered = picks.filter((one) => one.service === service && (member === undefined || one.pick === service))
    const [ready, later] = [offered.filter(({ verdict }) => mayApply(verdict)), offered.filter(({ verdict }) => verdict === 'not-yet')]
    return (ready.length > 0 ? ready : later).map(({ pick }) => pick)
  })
  return [...new Set(ticked)]
}

const isNow = ({ verdict }: ServiceChoice) => verdict === 'eligible'

/** Is something else to be had now in its place, or held already, or to be had by somebody else who may be the one meant? */
function isOpenChoice(one: ServiceChoice, picks: readonly ServiceChoice[]): boolean {
  if (picks.some((other) => other.verdict === 'already' && isInPlaceOf(one, other))) return true
  const others = picks.filter((other) => other !== one && isNow(other) && areAlternatives(one, other))
  return others.some((other) => one.among?.choice === 'wished' || sideOf(one) !== sideOf(other))
}

/** Is one to be had by the same person instead of the other only? @source fact base 2, 9.1 */
const isInPlaceOf = (one: ServiceChoice, other: ServiceChoice): boolean =>
  personOfPick(one) === personOfPick(other) && choiceOf(one.service) === choiceOf(other.service) && sideOf(one) !== sideOf(other)

const personOfPick = ({ pick }: ServiceChoice) => pick.split(':')[1]

/** Is there really something to choose among those that stand together? */
export const isChoice = ([first, ...others]: readonly ServiceChoice[]): boolean =>
  first?.among?.choice === 'wished' || others.some((other) => first !== undefined && sideOf(first) !== sideOf(other))

const sideOf = ({ service }: ServiceChoice) => choiceOf(service)?.sides.findIndex((side) => side.includes(service))

const mayApply = (verdict: ServiceChoice['verdict']) => verdict === null || verdict === 'eligible' || verdict === 'possible'
