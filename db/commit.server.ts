import { type Db, database } from './connection.server.ts'

/** What a piece of work inside a commit sees: the transaction. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

type Waiting = { work(tx: Tx): unknown; resolve(value: unknown): void; reject(error: unknown): void }

let waiting: Waiting[] = []

/**
 * Does work in a transaction that is on disk before the promise resolves. Work that waits at the same moment shares one
 * commit; each piece has its own savepoint, so that one that throws is undone alone. `work` is synchronous.
 */
export function committed<T>(work: (tx: Tx) => T): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (waiting.push({ work, resolve: resolve as (value: unknown) => void, reject }) === 1) setImmediate(commit)
  })
}

function commit(): void {
  const batch = waiting
  waiting = []
  const outcomes: (() => void)[] = []
  try {
    database().transaction(
      (tx) => {
        for (const { work, resolve, reject } of batch) {
          try {
            const value = tx.transaction((inner) => work(inner))
            outcomes.push(() => resolve(value))
          } catch (error) {
            outcomes.push(() => reject(error))
          }
        }
      },
      { behavior: 'immediate' },
    )
  } catch (error) {
    for (const { reject } of batch) reject(error)
    return
  }
  for (const tell of outcomes) tell()
}

/** Did the database refuse because its disk is full? Nothing acknowledged is lost then. */
export function isDiskFull(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error && 'code' in cause && (cause.code === 'SQLITE_FULL' || cause.code === 'SQLITE_IOERR_WRITE')
}
