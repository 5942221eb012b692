import type { InEvery } from '#app/domain/language.ts'
import { serviceName } from '#app/i18n/stored-names.ts'
import { type StoredApplication, submissionsByIds } from '#db/applications.server.ts'
import { bothOf } from './stored-texts.ts'
import { submittedName } from './submission.server.ts'

/**
 * The name of an application: of what was handed in the one its service had then, whatever it is called by now; of a draft today's. So has
 * what cannot be read. One of a service that went is named as `serviceName` names it.
 */
export async function applicationName({ service, ...of }: Pick<StoredApplication, 'id' | 'service' | 'sealed'>): Promise<InEvery<string>> {
  const read = await submittedName(of)
  return (read.ok ? read.value : undefined) ?? bothOf(serviceName(service))
}

/** The names of applications of which only id and service were read, by id. */
export async function applicationNames(
  all: readonly Pick<StoredApplication, 'id' | 'service'>[],
): Promise<ReadonlyMap<string, InEvery<string>>> {
  const sealed = await submissionsByIds(all.map(({ id }) => id))
  const named = all.map(async (one) => [one.id, await applicationName({ ...one, sealed: sealed.get(one.id) ?? null })] as const)
  return new Map(await Promise.all(named))
}

/** One of these names. @throws for an id whose name was not read */
export function namedIn(names: ReadonlyMap<string, InEvery<string>>, { id }: { readonly id: string }): InEvery<string> {
  const found = names.get(id)
  if (!found) throw new Error(`The name of ${id} was not read`)
  return found
}
