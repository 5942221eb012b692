import { channels } from './assisted-session.ts'
import { isMoment } from './day.ts'
import { modes } from './language.ts'
import { scoreRange } from './rating.ts'
import { statuses } from './status.ts'
import { wordedSteps } from './worded-step.ts'

/** Plain columns of cases whose values are a closed set. */
const sets = { status: statuses, channel: channels, mode: modes, heldStep: wordedSteps } as const
/** A plain column with a closed set of values. */
export type SetColumn = keyof typeof sets

const dates = ['submittedAt', 'changedAt', 'dueOn', 'answeredAt', 'decidedAt', 'askedAt', 'at'] as const
const ranges = { corrections: [0, Number.MAX_SAFE_INTEGER], rating: scoreRange } as const

/** What was read of a row, by column; what was not asked for is left out. Null: empty. */
type Columns = Readonly<
  Partial<
    Record<SetColumn, string | null> & Record<(typeof dates)[number], string | Date | null> & Record<keyof typeof ranges, number | null>
  >
>

/** Is this a value a plain column may have? */
export const isKnown = (column: SetColumn, value: string): boolean => sets[column].some((one) => one === value)

/** Can the plain columns of a case be relied on: values of their sets, dates that are some, counts? Every list asks it of each row. */
export function isReadableRow(row: Columns): boolean {
  const columns = Object.keys(sets) as SetColumn[]
  const counts = Object.keys(ranges) as (keyof typeof ranges)[]
  return (
    columns.every((column) => row[column] == null || isKnown(column, row[column])) &&
    dates.every((column) => row[column] == null || isMoment(row[column])) &&
    counts.every((column) => row[column] == null || isWithin(row[column], ranges[column]))
  )
}

const isWithin = (value: number, [least, most]: readonly [number, number]) => Number.isInteger(value) && value >= least && value <= most
