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

/** The id of a department, as an event stores it: of the definition of that day. */
const storedDepartment = z.string().max(60)

/** Why the clock of a legal limit stands still: the id of a ground the law names. */
export const clockStop = { ground: z.string().max(60), on: storedDay }
/** The clock runs again, from a day on. */
export const clockRun = { on: storedDay }

/** Why something is not accepted: it needs no procedure, another department decides it, or it stays incomplete after it was asked for. */
export const refusalGrounds = ['not-needed', 'not-competent', 'incomplete'] as const
/** Not accepting an application: why, and which department one goes to; none where no procedure is needed. */
export const nonAcceptance = { ground: z.enum(refusalGrounds), department: storedDepartment.optional() }

/** How a resident consented to something at the hall. */
export const consentWays = ['present', 'phone', 'written'] as const
/** Sending an application on to the hall of another place: where to, and how the resident consented, on which day. */
export const sending = { to: z.string().length(6), consent: z.enum(consentWays), on: storedDay }

/** Why a case is closed without a decision. That nobody is reached is no reason: it is decided on what is there. */
export const closeReasons = ['death', 'duplicate', 'done-elsewhere'] as const
/** Closing a case, and since when the reason is known. */
export const closing = { why: z.enum(closeReasons), on: storedDay }

/** How a resident was heard before something was annulled. */
export const hearings = ['present', 'written', 'silent'] as const
/** Annulling a decision: which department does, on which article, and how the resident was heard, on which day. */
export const annulment = { department: storedDepartment, heard: z.enum(hearings), on: storedDay }

/** What was produced, such as a card, lies ready since a day. */
export const issuing = { on: storedDay }
/** It was collected, by whom. */
export const collection = { on: storedDay, recipient: service.recipient, relation: service.relation }
