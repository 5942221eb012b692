import { z } from 'zod'

// How staff find somebody's applications: exactly, on a ground, and never by a name.

/** What is searched by. A name and a birth date find nobody: the answer is to ask for the card, whoever is there. */
export const searchKinds = ['identity-number', 'phone', 'code', 'name'] as const
/** One of these. */
export type SearchKind = (typeof searchKinds)[number]

/** Why one may search: the card is in hand, a case is being worked on, the slip with the code is in hand. */
export const searchGrounds = ['card', 'case', 'slip'] as const
/** A ground. */
export type SearchGround = (typeof searchGrounds)[number]

/** The kinds that need a ground to be chosen; a code is on a slip somebody brought. */
export const groundedKinds = ['identity-number', 'phone'] as const satisfies readonly SearchKind[]
/** The grounds that can be chosen. */
export const chosenGrounds = ['card', 'case'] as const satisfies readonly SearchGround[]

/** So many searches a member of staff may make in an hour. */
export const searchesAnHour = 40

/** How long what was found stays open, in minutes: then it is searched for again, on a ground. */
export const searchMinutes = 30

/** So many folders are shown at the most. */
export const mostMatched = 20

/**
 * What an event keeps of a search: by what (`hash` is keyed, never what was typed), on what ground, in the course of which case, of which
 * place whoever searched was, and the folders that were shown. Nobody is looked up by a name: that has no ground.
 */
export const personSearch = {
  kind: z.enum(searchKinds),
  ground: z.enum(searchGrounds).optional(),
  of: z.string().max(60).optional(),
  hash: z.string().max(60),
  place: z.string().length(6),
  matched: z.array(z.string().max(60)).max(mostMatched),
}
