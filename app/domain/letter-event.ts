import { type ApplicationEvent, type DecisionEvent, type HistoryEvent, isDecision, isOfDecision, kindOfEvent } from './event.ts'

/** An event there is a letter of: a decision, or the correction of one. */
export type LetterEvent = DecisionEvent | Extract<ApplicationEvent, { type: 'correct-decision' }>

/** Is there a letter of an event? */
export const isLetter = (event: HistoryEvent): event is LetterEvent => isDecision(event) || event.type === 'correct-decision'
/** Is there a letter of it, even where it cannot be read? */
export const isOfLetter = (event: HistoryEvent): boolean => isOfDecision(event) || kindOfEvent(event) === 'correct-decision'
