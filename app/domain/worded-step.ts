import { z } from 'zod'
import { both } from './decision-document.ts'
import { eventText, storedText } from './event-text.ts'
import { lifeShapes } from './life-shapes.ts'
import { contact, storedDay } from './life-steps.ts'
import { decidedTruths } from './truth.ts'

// Steps of the desk that carry texts: they can wait until somebody else has read them.

/** The reasons a correction can be asked for. */
export const correctionReasons = ['missing', 'unreadable', 'does-not-match', 'expired', 'wrong-paper', 'other'] as const
/** A reason a correction can be asked for. */
export type CorrectionReason = (typeof correctionReasons)[number]

/**
 * One item to be corrected: a field (`block/subject/field`) or a paper (`paper/…`), with a coded reason. `label`: how it was called when
 * it was asked for; the first requests lack it. `still`: it was asked for last time too, and has not come.
 */
const item = z.object({
  target: z.string().min(1).max(120),
  label: both.optional(),
  still: z.literal(true).optional(),
  reason: z.enum(correctionReasons),
  words: eventText.optional(),
})

/** The reason of a refusal: the condition that is not met (its id), and a text of the hall. */
export const refusal = { condition: z.string().max(20).optional(), reason: eventText }

/**
 * What is asked for at once. `again`: why something is asked for that could have been seen before; `until`: the last day on which it is to
 * be answered, which the first requests lack.
 */
export const correction = { items: z.array(item).min(1).max(40), again: storedText.optional(), until: storedDay.optional() }

/** A step of the desk whose texts the resident reads: it can be held until somebody else has read them. */
export const wordedStep = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ask-correction'), ...correction }),
  z.object({ type: z.literal('approve'), reason: eventText.optional() }),
  z.object({ type: z.literal('propose-decline'), ...refusal }),
  z.object({ type: z.literal('answer-rating'), words: eventText }),
  z.object({ type: z.literal('resume'), ...lifeShapes.resume }),
  z.object({ type: z.literal('withdraw-requested'), ...lifeShapes['withdraw-requested'] }),
  z.object({ type: z.literal('serve'), ...lifeShapes.serve }),
  z.object({ type: z.literal('reopen'), ...lifeShapes.reopen }),
  z.object({ type: z.literal('stop-clock'), ...lifeShapes['stop-clock'] }),
  z.object({ type: z.literal('resume-clock'), ...lifeShapes['resume-clock'] }),
  z.object({ type: z.literal('refuse-acceptance'), ...lifeShapes['refuse-acceptance'] }),
  z.object({ type: z.literal('send-on'), ...lifeShapes['send-on'] }),
  z.object({ type: z.literal('close'), ...lifeShapes.close }),
  z.object({ type: z.literal('offer-to-relatives'), ...lifeShapes['offer-to-relatives'] }),
  z.object({ type: z.literal('take-back-acceptance'), ...lifeShapes['take-back-acceptance'] }),
  z.object({ type: z.literal('take-back-decision'), ...lifeShapes['take-back-decision'] }),
  z.object({ type: z.literal('annul'), ...lifeShapes.annul }),
  z.object({ type: z.literal('correct-decision'), ...lifeShapes['correct-decision'] }),
  z.object({ type: z.literal('issue'), ...lifeShapes.issue }),
  z.object({ type: z.literal('collect'), ...lifeShapes.collect }),
  z.object({ type: z.literal('answer-resident'), ...lifeShapes['answer-resident'] }),
])

/** How a condition the locality decides was judged. */
export const judgement = { condition: z.string().max(20), truth: z.enum(decidedTruths) }

/** A step of the desk whose texts only staff read: it can be held too. */
export const internalStep = z.discriminatedUnion('type', [
  z.object({ type: z.literal('note'), words: eventText }),
  z.object({ type: z.literal('return-proposal'), reason: eventText }),
  z.object({ type: z.literal('return-words'), reason: eventText }),
  z.object({ type: z.literal('judge'), ...judgement, reason: eventText }),
  z.object({ type: z.literal('contact'), ...contact, words: eventText }),
])

/** One item of a request for corrections. */
export type CorrectionItem = z.infer<typeof item>
/** A step of the desk whose texts the resident reads, without who does it and when. */
export type WordedStep = z.infer<typeof wordedStep>
/** Does a request for corrections ask for nothing but what was asked for last time and has not come? */
export const isReminder = ({ items }: { readonly items: readonly Pick<CorrectionItem, 'still'>[] }): boolean =>
  items.every(({ still }) => still === true)
/** The steps of the desk whose texts the resident reads. */
export const wordedSteps = wordedStep.options.map(({ shape }) => shape.type.value)
/** An event as a step that can be held; undefined for one whose texts no resident reads. */
export const wordedStepOf = (event: object): WordedStep | undefined => wordedStep.safeParse(event).data
/** A step of the desk whose texts only staff read, without who does it and when. */
export type InternalStep = z.infer<typeof internalStep>
/** The steps of the desk whose texts only staff read. */
export const internalSteps = internalStep.options.map(({ shape }) => shape.type.value)
/** An event as such a step; undefined for any other, and for one without texts. */
export const internalStepOf = (event: object): InternalStep | undefined => internalStep.safeParse(event).data
