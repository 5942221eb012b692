import type { Expr } from './condition.ts'
import { questionsOf } from './condition-parts.ts'
import type { Questionnaire } from './household.ts'

/** What is so, or is asked, only on a condition: a condition of a service, a field, a paper, a limit. `question`: the one a field asks. */
type Conditional = { readonly when?: Expr | undefined; readonly question?: string | undefined }

/** Every question something depends on, also through skip rules and through what answers follow. */
export function groundsOf({ questions, skips }: Questionnaire, of: Conditional): ReadonlySet<string> {
  const known = grounds.get(of)
  if (known) return known
  const skipped = of.question === undefined ? undefined : skips[of.question]
  const found = new Set([of.when, skipped].flatMap((expr) => (expr ? questionsOf(expr) : [])))
  for (const id of found) {
    const skip = skips[id]
    if (skip) for (const other of questionsOf(skip)) found.add(other)
    const follows = questions[id]?.follows
    if (follows) found.add(follows)
  }
  grounds.set(of, found)
  return found
}

/** Definitions never change: what they depend on is worked out once. */
const grounds = new WeakMap<Conditional, ReadonlySet<string>>()
