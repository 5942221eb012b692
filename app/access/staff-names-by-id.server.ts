import { staffByIds } from '#db/cases.server.ts'
import { namesOf } from './staff-names.server.ts'

/** The names of staff members by id; unknown ids are left out. */
export async function staffNames(ids: readonly (string | null | undefined)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => typeof id === 'string'))]
  if (known.length === 0) return new Map()
  return new Map((await staffByIds(known)).map((one) => [one.id, namesOf(one).name]))
}
