/** The scores somebody can give, the best first. */
export const scores = [5, 4, 3, 2, 1] as const
/** The worst score and the best. */
export const scoreRange = [Math.min(...scores), Math.max(...scores)] as const
/** Is this one of the scores, as a form posts it? */
export const isScore = (typed: string): boolean => scores.some((score) => String(score) === typed)

/** The highest of five scores that still says that somebody was not satisfied. */
export const dissatisfiedUpTo = 2

/** What a case keeps of its rating: a score, and when the hall answered it. */
export type Rated = { readonly rating: number | null; readonly ratingAnsweredAt: string | null }

/** Does a rating say that somebody was not satisfied? */
export function isDissatisfied({ rating }: Pick<Rated, 'rating'>): boolean {
  return rating !== null && rating <= dissatisfiedUpTo
}

/** Does a rating wait for an answer? Whoever was not satisfied gets one; nothing else closes it. */
export function awaitsAnswer(rated: Rated): boolean {
  return isDissatisfied(rated) && rated.ratingAnsweredAt === null
}
