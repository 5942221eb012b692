import { questionsOf } from './condition-parts.ts'
import type { Questionnaire } from './household.ts'
import type { Condition } from './verdict.ts'

/** Every question a condition depends on, also through skip rules and through what answers follow. */
export function groundsOf({ questions, skips }: Questionnaire, condition: Condition): ReadonlySet<string> {
  const known = grounds.get(condition)
  if (known) return known
  const found = new Set(questionsOf(condition.when))
  for (const id of found) {
    const skip = skips[id]
    if (skip) for (const other of questionsOf(skip)) found.add(other)
    const follows = questions[id]?.follows
    if (follows) found.add(follows)
  }
  grounds.set(condition, found)
  return found
}

/** Conditions never change: what they depend on is worked out once. */
const grounds = new WeakMap<Condition, ReadonlySet<string>>()
