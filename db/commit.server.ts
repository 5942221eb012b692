import { type Db, database } from './connection.server.ts'

/** The transaction a unit of work uses. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

type Waiting = { work(tx: Tx): unknown; resolve(value: unknown): void; reject(error: unknown): void }

let waiting: Waiting[] = []

/**
 * Runs a unit of work in a transaction that is on disk before the promise resolves. Concurrent units share one commit
 * (group commit); where one throws, everything is rolled back and the others are run again without it. `work` is synchronous and
 * changes nothing but the database.
 */
export function committed<T>(work: (tx: Tx) => T): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (waiting.push({ work, resolve: resolve as (value: unknown) => void, reject }) === 1) setImmediate(setImmediate, commit)
  })
}

function commit(): void {
  const batch = waiting
  waiting = []
  commitBatch(batch)
}

function commitBatch(batch: readonly Waiting[]): void {
  if (batch.length === 0) return
  let at: Waiting | undefined
  const doAll = (tx: Tx) =>
    batch.map((one) => {
      at = one
      return one.work(tx)
    })
  try {
    const values = database().transaction(
      (tx) => {
        const done = doAll(tx)
        at = undefined
        return done
      },
      { behavior: 'immediate' },
    )
    for (const [index, { resolve }] of batch.entries()) resolve(values[index])
  } catch (error) {
    for (const { reject } of at ? [at] : batch) reject(error)
    if (at) commitBatch(batch.filter((one) => one !== at))
  }
}

/** Thrown by a unit of work that finds it was decided on an outdated version: it is rolled back. */
export class Stale extends Error {}

/** Did the database refuse because its disk is full? Nothing acknowledged is lost then. */
export function isDiskFull(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error && 'code' in cause && (cause.code === 'SQLITE_FULL' || cause.code === 'SQLITE_IOERR_WRITE')
}
