import { addDays, type Day } from './day.ts'

/** From which day to which something is the law, both included; always where nothing is said. */
export type InForce = { readonly from?: Day; readonly until?: Day }

/** Is something the law on a day? */
export function isInForce({ from, until }: InForce, day: Day): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until)
}

/** What is in force on a day; the very list that was given where all of it is. */
export function inForce<D extends InForce>(all: readonly D[], day: Day): readonly D[] {
  return all.every((one) => isInForce(one, day)) ? all : all.filter((one) => isInForce(one, day))
}

/** The first day after another on which something comes into force or goes out of it; undefined where nothing does. */
export function nextChange(all: readonly InForce[], after: Day): Day | undefined {
  const days = all.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [from]),
    ...(until === undefined ? [] : [addDays(until, 1)]),
  ])
  return days.filter((day) => day > after).sort()[0]
}
