/** The button of a correction that saves what was typed and leads to a paper: its value is the key of the paper. */
export const toPaperInput = 'to-paper'

/** The id of the card of a paper on the page of a correction. */
export const paperId = (key: string) => `paper-${key}`

/** Of a correction that moves a case: the county it moves to, once the page said who receives it there. */
export const movesToInput = 'moves-to'
