import { conditionSays } from '#app/cases/stored-texts.ts'
import { isLocal, judgedIn } from '#app/domain/decision.ts'
import { conditionsOn } from '#app/services/index.ts'
import type { DeskCase } from './case.server.ts'

/**
 * The conditions with what they came to on the day of submission, and how the hall decided those that are the locality's. What they ask
 * and whether the locality decides them is what was stored with the submission, whatever the conditions say by now.
 */
export function traceOf({ submission, history }: Pick<DeskCase, 'submission' | 'history'>) {
  const judged = judgedIn(history)
  return submission.trace.map(({ condition, truth, sources, says, local }) => ({
    ...{ condition, truth, sources, says: says ?? conditionSays(submission.service, condition) },
    local: local ?? isLocalNow(submission, condition) ?? true,
    judged: judged.get(condition)?.truth ?? null,
  }))
}

/** Does the locality decide a condition? What was submitted before that was stored follows the condition as it is; undefined where it went. */
function isLocalNow({ service, asOf }: DeskCase['submission'], condition: string): boolean | undefined {
  const known = conditionsOn(service, asOf).find(({ id }) => id === condition)
  return known && isLocal(known)
}
