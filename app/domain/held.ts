import { partsOf } from './condition-parts.ts'
import type { Condition } from './verdict.ts'

/** The options by which one has a service already, of one question. */
export type HeldBy = { readonly question: string; readonly options: readonly string[] }

/** By which answers one has a service already: those that make its held conditions yes, alone or with others. */
export function heldBy(conditions: readonly Condition[]): readonly HeldBy[] {
  const known = found.get(conditions)
  if (known) return known
  const options = new Map<string, Set<string>>()
  for (const part of conditions.flatMap(({ kind, when }) => (kind === 'held' ? partsOf(when) : [])))
    if (part.op === 'match')
      for (const [option, truth] of Object.entries(part.truths))
        if (truth === 'yes' || typeof truth !== 'string') options.set(part.question, (options.get(part.question) ?? new Set()).add(option))
  const all = [...options].map(([question, of]) => ({ question, options: [...of] }))
  found.set(conditions, all)
  return all
}

/** Conditions never change: what holds them is worked out once. */
const found = new WeakMap<readonly Condition[], readonly HeldBy[]>()
