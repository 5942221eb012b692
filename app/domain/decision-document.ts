import { z } from 'zod'

const both = z.object({ zh: z.string(), bo: z.string() })
const truth = z.enum(['yes', 'no', 'unknown'])

/** A condition in words, and where it stands. */
const ground = z.object({ says: both, sources: z.array(both) })

/**
 * A decision as it was told when it was taken: words and values, nothing that is looked up. It lies in the event of the decision, so it
 * is encrypted and chained with it, and reads the same for ever and for whoever looks.
 */
export const decisionDocument = z.object({
  service: both,
  departments: z.array(both),
  /** The hall of whoever decided, and its place; null where that is not known. */
  hall: z.object({ name: both, place: both }).nullable(),
  outcome: both,
  /** The condition something was declined for; null where none was named. */
  ground: ground.nullable(),
  /** A common sentence that was chosen as the reason; free words stand in the event. */
  phrase: both.nullable(),
  /** Every condition, what it came to, and whether the hall decided that or the answers did. */
  conditions: z.array(ground.extend({ truth, by: z.enum(['hall', 'answers']) })),
  /** What comes next, or what can be done by whoever does not agree. */
  next: both,
})

/** A decision as it was told. */
export type DecisionDocument = z.infer<typeof decisionDocument>
