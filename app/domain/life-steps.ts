import { z } from 'zod'
import { isDay } from './day.ts'

// What is recorded with the steps by which a case never gets stuck. The values lie in stored events: some may be added, none renamed.

/** The steps of the desk with a page of their own on which more than a text is asked. */
export const lifeSteps = ['contact'] as const
/** One of these steps. */
export type LifeStep = (typeof lifeSteps)[number]

/** A day, as an event stores it. */
export const storedDay = z.string().refine(isDay)

/** How the hall tried to reach a resident. */
export const contactWays = ['phone', 'message', 'visit', 'other'] as const
/** What came of it. */
export const contactOutcomes = ['reached', 'not-reached'] as const
/** One attempt to reach a resident. */
export const contact = { on: storedDay, how: z.enum(contactWays), outcome: z.enum(contactOutcomes) }
