import { z } from 'zod'
import type { Move } from './application.ts'

const language = z.enum(['zh', 'bo', 'zh-bo'])
/** Free words of somebody, and the language they are in. */
const words = z.object({ text: z.string().max(2000), language: z.enum(['zh', 'bo']) })

/** One thing to be mended: a field (`block/subject/field`) or a paper (`paper/…`), with a coded reason. */
const item = z.object({
  target: z.string().min(1).max(120),
  reason: z.enum(['missing', 'unreadable', 'does-not-match', 'expired', 'wrong-paper', 'other']),
  words: words.optional(),
})

/** Who did it: never a name. `id` tells members of staff apart. */
const actor = z.object({ role: z.enum(['resident', 'desk', 'reviewer', 'system']), id: z.string().max(60).optional() })

const common = { actor, at: z.iso.datetime() }

/** Everything that can happen to an application. One union: nothing happens without an event, and no event has a shape of its own. */
export const applicationEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('submit'), ...common, language, version: z.string() }),
  z.object({ type: z.literal('accept'), ...common }),
  z.object({ type: z.literal('ask-correction'), ...common, items: z.array(item).min(1).max(40) }),
  z.object({
    type: z.literal('resubmit'),
    ...common,
    language,
    version: z.string(),
    changed: z.array(z.string()),
    before: z.unknown().optional(),
  }),
  z.object({ type: z.literal('start-review'), ...common }),
  z.object({ type: z.literal('approve'), ...common, reason: words.optional() }),
  z.object({ type: z.literal('decline'), ...common, condition: z.string().optional(), reason: words }),
  z.object({ type: z.literal('withdraw'), ...common, reason: words.optional() }),
  z.object({ type: z.literal('expire'), ...common }),
  z.object({ type: z.literal('rate'), ...common, score: z.number().int().min(1).max(5), words: words.optional() }),
])

/** One event of an application, as stored (sealed). */
export type ApplicationEvent = z.infer<typeof applicationEvent>
/** One item of a request for corrections. */
export type CorrectionItem = z.infer<typeof item>
/** The reasons a correction can be asked for. */
export const correctionReasons = item.shape.reason.options

/** The move an event records; undefined for a rating, which moves nothing. */
export function moveOf({ type }: Pick<ApplicationEvent, 'type'>): Move | undefined {
  return type === 'rate' ? undefined : type
}
