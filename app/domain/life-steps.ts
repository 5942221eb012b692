import { z } from 'zod'
import { isDay } from './day.ts'

// What is recorded with the steps by which a case never gets stuck. The values lie in stored events: some may be added, none renamed.

/** A day, as an event stores it. */
export const storedDay = z.string().refine(isDay)

/** How the hall tried to reach a resident. */
export const contactWays = ['phone', 'message', 'visit', 'other'] as const
/** What came of it. */
export const contactOutcomes = ['reached', 'not-reached'] as const
/** One attempt to reach a resident. */
export const contact = { on: storedDay, how: z.enum(contactWays), outcome: z.enum(contactOutcomes) }

/** Why the hall goes on with a case while corrections are asked for: it asked by mistake, or nobody answered. */
export const resumeReasons = ['mistake', 'unanswered'] as const
/** Going on with a case without an answer. */
export const resumption = { why: z.enum(resumeReasons) }

/** On which paper somebody asks for their application to be withdrawn. */
export const requestPapers = ['letter', 'hall-form', 'mandate', 'other'] as const
/** A written request that reached the hall, and of which day it is. */
export const writtenRequest = { on: storedDay, paper: z.enum(requestPapers) }

/** Why an ended case is taken up again: the hall checks it anew, a review a law provides for, or what 复议 or a court decided. */
export const reopenGrounds = ['recheck', 'statutory-review', 'ruling'] as const
/** Taking an ended case up again: on what ground, and of which day the request or its outcome is. */
export const reopening = { ground: z.enum(reopenGrounds), on: storedDay }

/** How a decision was handed over. */
export const serviceManners = ['collected', 'post', 'message', 'other'] as const
/** To whom: the resident, or somebody for them. */
export const serviceRecipients = ['resident', 'other'] as const
/** What somebody who took it is to the resident. */
export const serviceRelations = ['family', 'guardian', 'mandate', 'other'] as const
/** The service of a decision. */
export const service = {
  ...{ on: storedDay, manner: z.enum(serviceManners), recipient: z.enum(serviceRecipients) },
  relation: z.enum(serviceRelations).optional(),
}
