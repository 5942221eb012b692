import { z } from 'zod'
import { announcementAudiences } from './announcement.ts'
import { common } from './event-shapes.ts'
import { storedDay } from './life-steps.ts'
import { phraseKinds } from './phrase.ts'

const place = z.string().length(6)
const id = z.string().max(60)

/** What halls and the province say for everybody was made, changed or taken away. */
export const placeShapes = [
  /** A notice of days off and worked. */
  z.object({
    ...common('calendar-changed'),
    ...{ notice: id, what: z.enum(['made', 'removed']), year: z.string().length(4), number: z.string().max(80) },
    ...{ off: z.array(storedDay).max(400), worked: z.array(storedDay).max(400) },
  }),
  /** An announcement. */
  z.object({
    ...common('announcement-changed'),
    ...{ announcement: id, what: z.enum(['made', 'ended']), place, audience: z.enum(announcementAudiences) },
    ...{ from: storedDay, until: storedDay },
  }),
  /** A standard sentence. */
  z.object({
    ...common('phrase-changed'),
    ...{ phrase: id, what: z.enum(['made', 'changed', 'left']), place, kind: z.enum(phraseKinds), version: z.number().int() },
  }),
] as const
