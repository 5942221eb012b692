import { z } from 'zod'
import { inEveryNow, sourceLanguage } from './language.ts'
import { truths } from './truth.ts'

/** Words as they were told. */
const both = z
  .object({ [sourceLanguage]: z.string() })
  .catchall(z.string())
  .transform(inEveryNow)
const truth = z.enum(truths)

/** The text of a condition, and its sources. */
const ground = z.object({ says: both, sources: z.array(both) })

/**
 * The document of a decision: texts and values, nothing that is looked up. It is stored in the event of the decision, so it
 * is encrypted and chained with it, and reads the same for ever and for every reader.
 */
export const decisionDocument = z.object({
  service: both,
  departments: z.array(both),
  /** The hall of the decider, and its place; null where that is not known. */
  hall: z.object({ name: both, place: both }).nullable(),
  outcome: both,
  /** The condition something was declined for; null where none was named. */
  ground: ground.nullable(),
  /** A standard sentence that was chosen as the reason; a free text is in the event. */
  phrase: both.nullable(),
  /** Every condition, its result, and whether the hall decided that or the answers did. */
  conditions: z.array(ground.extend({ truth, by: z.enum(['hall', 'answers']) })),
  /** The next steps, or the remedies against a refusal. */
  next: both,
})

/** The document of a decision. */
export type DecisionDocument = z.infer<typeof decisionDocument>
