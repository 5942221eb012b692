import { type Day, dayOf } from '#app/domain/day.ts'
import { type HistoryEvent, isDecision, kindOfEvent, reasonOf } from '#app/domain/event.ts'
import { isLetter, isOfLetter, type LetterEvent } from '#app/domain/letter-event.ts'
import { toldHistory } from '#app/domain/take-back.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { documentOf, laterDocument } from './decision-document.server.ts'
import type { Folder } from './folder.ts'
import { languageOf } from './folder-language.ts'
import { nameInCase } from './handed-in-values.ts'
import type { Letter } from './letter.ts'
import type { Submission } from './submission.ts'

/** A case with what was handed in and what happened to it. */
type Known = {
  readonly application: StoredApplication
  readonly folder: Folder
  readonly code: string
  readonly history: readonly HistoryEvent[]
  readonly submission: Submission
}

/** The event a letter is of, by which it is among those that were told, the first being 1; the last one where none is named. */
export function letterEventOf(history: readonly HistoryEvent[], which: string | null, now: Date): HistoryEvent | undefined {
  const told = toldHistory(history, now).filter(isOfLetter)
  return told[Number(which ?? told.length) - 1]
}

/** The letter of an event. `addressOf`: where it can be checked, by its code. */
export async function letterOf(of: Known, event: LetterEvent, addressOf: (code: string) => string | null): Promise<Letter> {
  const { application, folder, code, history, submission } = of
  const later = event.document ? undefined : laterDocument(history)
  const document = await documentOf(of, event)
  return {
    ...{ number: application.number, code },
    name: document.to ?? nameInCase(folder, application, submission.rows),
    submitted: document.submitted ?? submission.asOf,
    decided: dayOf(event.at),
    reason: isDecision(event) ? (reasonOf({ ...event, document }) ?? null) : null,
    ...{ document, language: languageOf(folder, [application]) },
    reopened: dayReopened(history, event),
    writtenLater: later ? dayOf(later.at) : null,
    checkedAt: document.register ? addressOf(document.register.code) : null,
  }
}

/** The letters of a case a resident may have, each by its place among them and its day; what cannot be read is not there. */
export function lettersTold(history: readonly HistoryEvent[], now: Date): { readonly decision: string; readonly day: Day }[] {
  const told = toldHistory(history, now).filter(isOfLetter)
  return told.flatMap((event, index) => (isLetter(event) ? [{ decision: String(index + 1), day: dayOf(event.at) }] : []))
}

/** The day on which a case was taken up again after a decision; null where it was not. */
function dayReopened(history: readonly HistoryEvent[], decision: HistoryEvent): Day | null {
  const reopened = history
    .slice(history.indexOf(decision))
    .find((event) => kindOfEvent(event) === 'reopen' || kindOfEvent(event) === 'take-back-decision')
  return reopened?.at ? dayOf(reopened.at) : null
}
