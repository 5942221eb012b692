import { type Day, dayOf } from '#app/domain/day.ts'
import type { HistoryEvent } from '#app/domain/event.ts'
import { isOfLetter } from '#app/domain/letter-event.ts'

/** A letter: its place among all of the case, its day, null where that cannot be read, and which of that day it is, null where it is the only one. */
export type LetterShown = { readonly decision: string; readonly day: Day | null; readonly nth: number | null }

/** Every letter there is, of decisions and of what was put right in them, the last one first. */
export function lettersIn(history: readonly HistoryEvent[]): LetterShown[] {
  const days = history.filter(isOfLetter).map(({ at }) => (at === null ? null : dayOf(at)))
  const countOf = (day: Day | null, until: number) => days.slice(0, until).filter((one) => one === day).length
  return days
    .map((day, index) => ({
      decision: String(index + 1),
      day,
      nth: countOf(day, days.length) > 1 ? countOf(day, index + 1) : null,
    }))
    .reverse()
}

/** The key of what its button says. */
export function letterKey({ day, nth }: LetterShown, isOnly: boolean): string {
  if (isOnly) return 'desk:case.letter'
  if (day === null) return nth === null ? 'desk:case.letter' : 'desk:case.letter-nth'
  return nth === null ? 'desk:case.letter-of' : 'desk:case.letter-of-nth'
}
