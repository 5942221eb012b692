import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { and, eq, notInArray } from 'drizzle-orm'
import type { KeyKind } from '#app/domain/stored-states.ts'
import { committed } from './commit.server.ts'
import { keyChecks } from './schema.server.ts'

/** Check value of a key in use. */
export type KeyCheck = { readonly kind: KeyKind; readonly value: string }

/** An encrypted value, and the keyed hash its row is found by, or null. */
export type Sample = { readonly place: 'folders' | 'staff' | 'events' | 'saved-checks'; readonly id: string; readonly sealed: Buffer } & {
  readonly hash: string | null
}

/** Contents of a database file before anything in it is changed, whatever release wrote it. */
export type Contents = {
  readonly hasData: boolean
  readonly checks: readonly KeyCheck[]
  /** Encrypted values, some of each table; none where there are key checks. */
  readonly samples: readonly Sample[]
  /** Key ids that stand before encrypted values, in hexadecimal, and how often. */
  readonly keyIds: readonly { readonly id: string; readonly found: number }[]
  /** How many uploaded files should lie beside it. */
  readonly files: number
}

const nothing: Contents = { hasData: false, checks: [], samples: [], keyIds: [], files: 0 }
/** Tables whose rows need the keys, and their columns that were there from the first release on. */
const encrypted = {
  folders: { table: 'folders', id: 'id', hash: 'code_hash' },
  staff: { table: 'staff', id: 'id', hash: 'login_hash' },
  events: { table: 'events', id: 'id', hash: 'content' },
  'saved-checks': { table: 'saved_checks', id: 'code_hash', hash: 'null' },
} as const
const sampled = 50

/** Reads a database file without changing it; one that does not exist holds nothing. */
export function contentsOf(path: string): Contents {
  if (!existsSync(path)) return nothing
  const database = new Database(path, { fileMustExist: true })
  try {
    const columns = (table: string) => database.prepare('select name from pragma_table_info(?)').pluck().all(table)
    const all = <Row>(table: string, query: string) => (columns(table).length > 0 ? database.prepare<[], Row>(query).all() : [])
    const places = Object.entries(encrypted).map(([place, of]) => ({ place: place as Sample['place'], ...of }))
    const hasData = places.some(({ table }) => all(table, `select 1 from ${table} limit 1`).length > 0)
    const checks = all<KeyCheck>('key_checks', 'select kind, value from key_checks')
    const files = all<{ found: number }>('papers', `select count(*) found from papers where state = 'kept'`)[0]?.found ?? 0
    if (checks.length > 0) return { ...nothing, hasData, checks, files }
    const samples = places.flatMap(({ place, table, id, hash }) => {
      // The first release had no hashes of events.
      const found = hash === 'null' || columns(table).includes(hash) ? hash : 'null'
      const some = (order: string) =>
        all<Omit<Sample, 'place'>>(
          table,
          `select ${id} id, sealed, nullif(${found}, '') hash from ${table} where length(sealed) > 0 order by rowid ${order} limit ${sampled}`,
        )
      return [...some('asc'), ...some('desc')].map((sample) => ({ place, ...sample }))
    })
    const ids = places.filter(({ table }) => columns(table).length > 0)
    const keyIds =
      ids.length === 0
        ? []
        : database
            .prepare<[], { id: string; found: number }>(
              `select lower(hex(substr(sealed, 1, 4))) id, count(*) found from (${ids
                .map(({ table }) => `select sealed from ${table} where length(sealed) > 0`)
                .join(' union all ')}) group by 1 order by 2 desc`,
            )
            .all()
    return { hasData, checks, samples, keyIds, files }
  } finally {
    database.close()
  }
}

/** Saves checks of the keys in use. With `only`, those of its kind that are not named are deleted. */
export async function noteKeyChecks(checks: readonly KeyCheck[], now: Date, only?: KeyCheck['kind'] | 'all'): Promise<void> {
  await committed((tx) => {
    const others = notInArray(
      keyChecks.value,
      checks.map(({ value }) => value),
    )
    if (only)
      tx.delete(keyChecks)
        .where(only === 'all' ? others : and(others, eq(keyChecks.kind, only)))
        .run()
    for (const check of checks)
      tx.insert(keyChecks)
        .values({ ...check, madeAt: now.toISOString() })
        .onConflictDoNothing()
        .run()
  })
}
