import type { LetterEvent } from './letter-event.ts'
import { practicePlace } from './place.ts'

/** What a letter can be to whoever checks it: it holds, another took its place, it was annulled; or it was taken back before anybody was told. */
export const letterStates = ['valid', 'replaced', 'annulled', 'untold'] as const
/** One of these. */
export type LetterState = (typeof letterStates)[number]

/** What earlier letters of a case become by an event; undefined where they stay what they are. */
export function stateOfEarlier(type: string): Exclude<LetterState, 'valid'> | undefined {
  switch (type) {
    case 'approve':
    case 'decline':
    case 'refuse-acceptance':
    case 'correct-decision':
      return 'replaced'
    case 'annul':
    case 'take-back-decision':
      return 'annulled'
    case 'take-back':
      return 'untold'
    default:
      return undefined
  }
}

/** From when a letter, and what it does to earlier ones, can be told: an approval that may still be taken back is nobody's yet. */
export const toldFrom = (event: LetterEvent): string => ('finalAt' in event && event.finalAt) || event.at

/** In which series a letter is numbered: by the place of the hall and the year; undefined where it is practice. */
export const seriesOf = (place: string, year: string): string | undefined => (place === practicePlace ? undefined : `${place}-${year}`)

/** The number of a letter: its series, and which of it. */
export const letterNumber = (series: string, running: number): string => `${series}-${String(running).padStart(5, '0')}`

/** A code nobody can guess, as it stands in the address: 128 bits. */
export const letterCode = /^[0-9a-f]{32}$/
