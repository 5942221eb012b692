import { z } from 'zod'
import { eventText, storedText } from './event-text.ts'
import {
  annulment,
  clockRun,
  clockStop,
  closing,
  collection,
  issuing,
  nonAcceptance,
  reopening,
  resumption,
  sending,
  service,
  storedDay,
  writtenRequest,
} from './life-steps.ts'

/** What each step by which a case never gets stuck says, with its texts: as an event stores it, and as it waits for a second reader. */
export const lifeShapes = {
  /** The hall goes on without an answer: the case is decided on what is there. */
  resume: { ...resumption, reason: eventText.optional() },
  /** Withdrawn by the hall, on a written request. */
  'withdraw-requested': { ...writtenRequest, reason: eventText.optional() },
  /** An ended case is taken up again; `number` is that of a ruling. `unaccepted`: nobody had accepted it, so that comes first. */
  reopen: { ...reopening, number: storedText.optional(), reason: eventText, unaccepted: z.literal(true).optional() },
  /** The last decision was handed over; `name` and `relation` are of whoever took it for the resident. */
  serve: { ...service, name: storedText.optional() },
  /** The clock of a legal limit stands still, on a ground the law names. */
  'stop-clock': { ...clockStop, reason: eventText },
  /** It runs again. */
  'resume-clock': { ...clockRun, reason: eventText.optional() },
  /** Not accepted: a decision too. */
  'refuse-acceptance': { ...nonAcceptance, reason: eventText },
  /** The hall of another place has it from now on, by the resident's consent. */
  'send-on': { ...sending, reason: eventText },
  /** Closed without a decision. */
  close: { ...closing, reason: eventText },
  /** Somebody died: their relatives may go on with it. */
  'offer-to-relatives': { on: storedDay, reason: eventText.optional() },
  /** Done by mistake. */
  'take-back-acceptance': { reason: eventText },
  /** Done by mistake, and not served yet. */
  'take-back-decision': { reason: eventText },
  /** What was approved is annulled: `article` is the ground in law, `number` that of the department's decision. */
  annul: { ...annulment, article: storedText, number: storedText.optional(), reason: eventText },
  /** An error in a decision: what was written, and what it ought to say. */
  'correct-decision': { was: storedText, is: storedText },
  /** A question of the resident is answered. */
  'answer-resident': { reason: eventText },
  /** What was produced lies ready. */
  issue: { ...issuing, what: storedText },
  /** It was collected; `name` and `relation` are of whoever did so for the resident. */
  collect: { ...collection, name: storedText.optional() },
} as const satisfies Readonly<Record<string, Readonly<Record<string, z.ZodType>>>>
