import { setImmediate } from 'node:timers/promises'
import { isNotedAsDone, noteAsDone } from '#db/decisions.server.ts'

/** What became of a row: changed, in no need of it, or left as it is, to be tried again. */
export type RowOutcome = 'done' | 'needless' | 'left'

/**
 * Goes through all rows in batches, once in the life of an installation, beside the daily work. `name`: how it is remembered once nothing
 * is left; what is left (so is a row at which `each` throws) is tried again at the next start. `after`: the rows that follow one, in order.
 * @returns how many rows were changed and how many are left; undefined where it was done before
 */
export async function runOnce<Row>(
  name: string,
  now: Date,
  after: (last: Row | undefined) => Promise<readonly Row[]>,
  each: (row: Row) => Promise<RowOutcome>,
): Promise<{ readonly done: number; readonly left: number } | undefined> {
  if (await isNotedAsDone(name)) return undefined
  const count = { done: 0, needless: 0, left: 0 }
  for (let last: Row | undefined; ; ) {
    const rows = await after(last)
    for (const row of rows) count[await each(row).catch(() => 'left' as const)] += 1
    last = rows.at(-1)
    if (last === undefined) break
    // Others have their turn.
    await setImmediate()
  }
  if (count.left === 0) await noteAsDone(name, now)
  return { done: count.done, left: count.left }
}
