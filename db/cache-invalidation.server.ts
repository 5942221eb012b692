import { prepared } from './connection.server.ts'

/** A point between two changes of cases: a counter of this process, and SQLite's data version for those of other processes. */
export type ChangeMark = { readonly changes: number; readonly elsewhere: unknown }

/** The number of the last change in each county. Triggers report it, whichever function changes a case. */
const watched = prepared(({ $client }) => {
  const log = { changes: 0, last: new Map<unknown, number>() }
  $client.function('case_changed', (county: unknown) => {
    log.changes += 1
    log.last.set(county, log.changes)
    return null
  })
  // Drafts are not shown at the desk.
  const handedIn = (row: 'old' | 'new') => `select case_changed(${row}.county) where ${row}.status <> 'draft'`
  const told = { insert: [handedIn('new')], update: [handedIn('old'), handedIn('new')], delete: [handedIn('old')] }
  for (const [what, tell] of Object.entries(told))
    $client.exec(`create temp trigger case_${what} after ${what} on main.applications begin ${tell.map((one) => `${one};`).join(' ')} end`)
  return log
})

const dataVersion = prepared(({ $client }) => $client.prepare('pragma data_version').pluck())

/** The mark of this moment. */
export const changeMark = (): ChangeMark => ({ changes: watched().changes, elsewhere: dataVersion().get() })

/** The counties in which cases changed since a mark; undefined where another process changed something: it may be any. */
export function countiesChangedSince({ changes, elsewhere }: ChangeMark): string[] | undefined {
  if (changeMark().elsewhere !== elsewhere) return undefined
  return [...watched().last].flatMap(([county, change]) => (change > changes && typeof county === 'string' ? [county] : []))
}
