import { z } from 'zod'
import { inEveryNow, sourceLanguage } from './language.ts'
import { letterCode } from './letter-register.ts'
import { storedDay } from './life-steps.ts'
import { truths } from './truth.ts'

/** A text as it was told. */
export const both = z
  .object({ [sourceLanguage]: z.string() })
  .catchall(z.string())
  .transform(inEveryNow)
const truth = z.enum(truths)

/** The key of each text by which the letter calls its parts. They are frozen with it, so that it reads as one text. */
export const letterTexts = {
  ...{ title: 'desk:letter.title', to: 'desk:letter.to', about: 'desk:letter.about', number: 'desk:letter.number' },
  ...{ submitted: 'desk:letter.submitted', decided: 'desk:letter.decided', hall: 'desk:letter.hall' },
  ...{ departments: 'desk:letter.departments', ground: 'application:ground', reason: 'desk:letter.reason' },
  ...{ conditions: 'desk:letter.conditions', 'by-hall': 'desk:letter.by-hall', 'by-answers': 'desk:letter.by-answers' },
  ...{ register: 'desk:letter.register', checksum: 'desk:letter.checksum', verify: 'desk:letter.verify' },
  ...{ yes: 'desk:case.truth.yes', no: 'desk:case.truth.no', unknown: 'desk:case.truth.unknown', stamp: 'desk:letter.stamp' },
} as const satisfies Readonly<Record<string, string>>
/** The same of a decision taken now: the department in charge decides. One of before was checked at the hall; what was stored keeps its text. */
export const letterTextsNow: Readonly<Record<LetterLabel, string>> = { ...letterTexts, 'by-hall': 'desk:letter.by-department' }
/** The same of a decision the hall may write in the name of the department that takes it. */
export const letterTextsMandated: Readonly<Record<LetterLabel, string>> = { ...letterTextsNow, title: 'desk:letter.title-decision' }
/** What a letter calls a part of it, by its name. */
export type LetterLabel = keyof typeof letterTexts

/** The text of a condition, and its sources. */
const ground = z.object({ says: both, sources: z.array(both) })

/** By what a letter is found and checked: its number, who issued it, the code of its address, and the checksum of everything else in it. */
const register = z.object({
  number: z.string(),
  issuer: both,
  code: z.string().regex(letterCode),
  checksum: z.string(),
  /** The languages its texts were written in. */
  languages: z.array(z.string()),
})

/**
 * The document of a decision: texts and values, nothing that is looked up. It is stored in the event of the decision, so it
 * is encrypted and chained with it, and reads the same for ever and for every reader.
 */
export const decisionDocument = z.object({
  /** The addressee, and what the letter calls its parts; the first documents lack both. */
  to: z.string().optional(),
  labels: z.record(z.string(), both).optional(),
  service: both,
  departments: z.array(both),
  /** The hall of the decider, its place, and where and when it is found; null where that is not known. The first documents lack the last. */
  hall: z.object({ name: both, place: both, lines: z.array(both).optional() }).nullable(),
  outcome: both,
  /** The condition something was declined for; null where none was named. */
  ground: ground.nullable(),
  /** A standard sentence that was chosen as the reason; a free text is in the event. */
  phrase: both.nullable(),
  /** Every condition, its result, and whether the hall decided that or the answers did. */
  conditions: z.array(ground.extend({ truth, by: z.enum(['hall', 'answers']) })),
  /** The next steps, or the remedies against a refusal. */
  next: both,
  /** What else was decided or is put right, each as it is called: a day, an article, where one goes. */
  facts: z.array(z.object({ label: both, value: both })).optional(),
  /** What can be done about it, by what kind of act the service is, and whom to ask; only where it goes against somebody. */
  remedies: z.object({ title: both, of: z.array(ground), ask: both }).optional(),
  /** The day it was handed in, as the letter says it. */
  submitted: storedDay.optional(),
  /** By what the hall may write in the name of the department; without it, the letter tells what came of it and is no decision. */
  mandate: both.optional(),
  /** That the text in another language was rendered and nobody has checked it; only where that is so. */
  unreviewed: both.optional(),
  /** Letters of before, and those of practice, are in no register. */
  register: register.optional(),
})

/** The document of a decision. */
export type DecisionDocument = z.infer<typeof decisionDocument>
