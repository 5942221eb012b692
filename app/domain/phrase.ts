/** What standard sentences are said of. */
export const phraseKinds = ['correction', 'approve', 'decline', 'return', 'rating'] as const
/** What a standard sentence is said of. */
export type PhraseKind = (typeof phraseKinds)[number]

/** A sentence of a hall or the province is offered, or is no more. */
export const ownPhraseStates = ['used', 'left'] as const
/** The state of such a sentence. */
export type OwnPhraseState = (typeof ownPhraseStates)[number]
