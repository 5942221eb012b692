import { isDeepStrictEqual } from 'node:util'
import type { ApplicationEvent, HistoryEvent } from '#app/domain/event.ts'

type Case = { readonly history: readonly HistoryEvent[] }

/**
 * Did the same person do exactly this already since a page was opened, `seen` being the version of the case on it, and does it stand as
 * they left it? Then it was sent twice. What something happened after may be undone by now: who asks for it again is told what happened.
 * Only of a note it does not matter, nor of an attempt to reach the resident: they stand beside the rest. A version counts the events of a case; views are none.
 */
export function isRepeated({ history }: Case, event: ApplicationEvent, seen: string): boolean {
  if (!/^\d{1,9}$/.test(seen) || event.type === 'look') return false
  const since = history.filter((one) => (one.type === 'unreadable' ? one.was : one.type) !== 'look').slice(Number(seen))
  // What happens together has one time: texts that are let go, and the step they held.
  const last = since.at(-1)?.at
  const standing =
    event.type === 'note' || event.type === 'contact'
      ? since.filter((one) => !isReturned(one, since))
      : since.filter(({ at }) => at === last)
  return standing.some((one) => one.type !== 'unreadable' && isSame(one, event))
}

/** Texts for staff that waited, and were given or taken back. */
const isReturned = (held: HistoryEvent, since: readonly HistoryEvent[]) =>
  held.type === 'hold-internal' &&
  since.some((one) => (one.type === 'return-internal' || one.type === 'retract-internal') && one.of === held.id)

/** Texts that wait are the step they hold. */
function isSame(stored: ApplicationEvent, event: ApplicationEvent): boolean {
  if (stored.actor.id === undefined || stored.actor.id !== event.actor.id) return false
  const { at: _, actor: __, ...asked } = event
  const { at: ___, actor: ____, ...done } = stored
  if (stored.type === 'hold-words' || stored.type === 'hold-internal') return isDeepStrictEqual(stored.step, asked)
  // A decision is stored with its document, and with the moment from which it stands.
  const bare = { document: undefined, finalAt: undefined }
  return isDeepStrictEqual({ ...done, ...bare }, { ...asked, ...bare })
}
