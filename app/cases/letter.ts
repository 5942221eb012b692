import type { Day } from '#app/domain/day.ts'
import type { DecisionDocument, LetterLabel } from '#app/domain/decision-document.ts'
import { letterTexts } from '#app/domain/decision-document.ts'
import type { EventText } from '#app/domain/event-text.ts'
import { text } from '#app/i18n/messages.ts'
import type { Language, Mode } from '#app/i18n/mode.ts'

/** A letter as it is read: on paper, as a PDF, on the screen. */
export type Letter = {
  readonly number: number
  readonly code: string
  readonly name: string
  readonly submitted: Day
  readonly decided: Day
  readonly reason: EventText | null
  readonly document: DecisionDocument
  /** The language the resident reads. */
  readonly language: Mode
  /** The day on which the case was taken up again after it; null where it was not. */
  readonly reopened: Day | null
  /** The day the document was written, where that was not when it was decided. */
  readonly writtenLater: Day | null
  /** Where anybody may check it; null where it is in no register, or the address of the site is not known. */
  readonly checkedAt: string | null
}

/** What the letter calls a part of it: as it was stored, or as today where the document was stored without. */
export const labelOf = (document: DecisionDocument, of: LetterLabel, language: Language): string =>
  document.labels?.[of]?.[language] ?? text(language, letterTexts[of])

/** A checksum as it is printed: four digits, a space. */
export const groupsOf = (checksum: string): string => checksum.replace(/(.{4})(?=.)/g, '$1 ')

/** The name of a letter as a file. */
export const pdfName = ({ document, decided, number }: Letter): string => `${document.register?.number ?? `${decided}-${number}`}.pdf`
