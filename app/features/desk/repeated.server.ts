import { isDeepStrictEqual } from 'node:util'
import type { ApplicationEvent, HistoryEvent } from '#app/domain/event.ts'

type Case = { readonly history: readonly HistoryEvent[] }

/**
 * Did the same person do exactly this already since a page was opened, `seen` being the version of the case on it? Then it was sent twice. A
 * version counts the events of a case; views are none.
 */
export function isRepeated({ history }: Case, event: ApplicationEvent, seen: string): boolean {
  if (!/^\d{1,9}$/.test(seen) || event.type === 'look') return false
  const counted = history.filter((one) => (one.type === 'unreadable' ? one.was : one.type) !== 'look')
  return counted.slice(Number(seen)).some((one) => one.type !== 'unreadable' && isSame(one, event))
}

/** Words that wait are the step they hold. */
function isSame(stored: ApplicationEvent, event: ApplicationEvent): boolean {
  if (stored.actor.id === undefined || stored.actor.id !== event.actor.id) return false
  const { at: _, actor: __, ...asked } = event
  const { at: ___, actor: ____, ...done } = stored
  if (stored.type === 'hold-words' || stored.type === 'hold-internal') return isDeepStrictEqual(stored.step, asked)
  // A decision is stored with its document.
  return isDeepStrictEqual({ ...done, document: undefined }, { ...asked, document: undefined })
}
