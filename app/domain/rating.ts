/** The highest of five scores that still says that somebody was not satisfied. */
export const dissatisfiedUpTo = 2

/** What a case keeps of its rating: one to five, and when the hall answered it. */
export type Rated = { readonly rating: number | null; readonly ratingAnsweredAt: string | null }

/** Does a rating say that somebody was not satisfied? */
export function isDissatisfied({ rating }: Pick<Rated, 'rating'>): boolean {
  return rating !== null && rating <= dissatisfiedUpTo
}

/** Does a rating wait for an answer? Whoever was not satisfied gets one; nothing else closes it. */
export function awaitsAnswer(rated: Rated): boolean {
  return isDissatisfied(rated) && rated.ratingAnsweredAt === null
}
