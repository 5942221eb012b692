import { z } from 'zod'
import { roles } from './application.ts'
import { assistanceChannels, grounds, mandateScopes, seenPapers } from './assisted-session.ts'
import type { EventType } from './stored-labels.ts'

// What several events are made of.

/** The actor: never a name. `id` tells staff members apart. */
export const actor = z.object({
  role: z.enum(roles),
  id: z.string().max(60).optional(),
})

/** Fields of every event: its type, which must be among the frozen ones, actor, and time. */
export const common = <Type extends EventType>(type: Type) => ({ type: z.literal(type), actor, at: z.iso.datetime() })

/** On what ground a clerk helped, in which assisted session, and which parts the resident confirmed, on a screen of their own or on the one they shared. */
const helped = z.object({
  session: z.string().max(60),
  ground: z.enum(grounds),
  channel: z.enum(assistanceChannels),
  confirmed: z.array(z.string().max(60)).max(200).optional(),
})
/** What the resident does, or a clerk for them. */
export const filed = { helped: helped.optional() }
/** The whole ground, with the documents seen. */
export const assistance = {
  session: z.string().max(60),
  ground: z.enum(grounds),
  channel: z.enum(assistanceChannels),
  seen: z.array(z.enum(seenPapers)),
  scope: z.array(z.enum(mandateScopes)).optional(),
  until: z.string().optional(),
}

/** Texts for staff that waited, by the id they were held with; those that cannot be read by that of their event. */
export const heldInternal = { of: z.string().max(60) }

/** What can be done about a member of staff: see `staff-changed`. */
export const staffChange = z.enum([
  'made',
  'moved',
  'renamed',
  'off',
  'on',
  'link',
  'password',
  'signed-out-everywhere',
  'second-factor-on',
  'second-factor-off',
])
