import type { ApplicationEvent, HistoryEvent } from './event.ts'
import type { PaperKey } from './form.ts'

type Seeing = Extract<ApplicationEvent, { type: 'see-original' }>

/** Which originals were seen at the hall, by paper: by whom and when last. What was noted by mistake is not there. */
export function originalsSeen(history: readonly HistoryEvent[]): ReadonlyMap<PaperKey, Seeing> {
  const last = new Map(history.flatMap((event) => (event.type === 'see-original' ? [[event.paper, event] as const] : [])))
  return new Map([...last].filter(([, { seen }]) => seen))
}
