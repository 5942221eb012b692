/** Every truth, in the order of the answers somebody is offered. */
export const truths = ['yes', 'no', 'unknown'] as const
/** What is known of a condition. `unknown` is an answer, never a quiet `no`. */
export type Truth = (typeof truths)[number]

/** What the hall decides of a condition: it never leaves one open. */
export const decidedTruths = ['yes', 'no'] as const satisfies readonly Truth[]
/** A truth that is not open. */
export type DecidedTruth = (typeof decidedTruths)[number]
/** Is this a truth that is not open? */
export const isDecidedTruth = (text: unknown): text is DecidedTruth => decidedTruths.some((one) => one === text)

/** Kleene's "and": one `no` decides, else one `unknown` leaves it open. Of nothing: `yes`. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no'
  return truths.includes('unknown') ? 'unknown' : 'yes'
}

/** Kleene's "or": one `yes` decides, else one `unknown` leaves it open. Of nothing: `no`. */
export function any(truths: readonly Truth[]): Truth {
  if (truths.includes('yes')) return 'yes'
  return truths.includes('unknown') ? 'unknown' : 'no'
}

/** Kleene's "not". */
export function not(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown'
  return truth === 'yes' ? 'no' : 'yes'
}
