import type { InEvery } from '#app/domain/language.ts'
import { serviceName } from '#app/i18n/stored-names.ts'
import { type StoredApplication, submissionsByIds } from '#db/applications.server.ts'
import { bothOf } from './stored-texts.ts'
import { type SubmittedHead, submittedHead } from './submission.server.ts'

type Application = Pick<StoredApplication, 'id' | 'service' | 'sealed'>

/**
 * What a list says of an application: of what was submitted the name its service had then, whatever it is called by now, and the limits of
 * then; of a draft today's name. So has what cannot be read. One of a service that went is named as `serviceName` names it.
 */
async function headOf({ service, ...of }: Application): Promise<SubmittedHead> {
  const read = await submittedHead(of)
  return (read.ok ? read.value : undefined) ?? { name: bothOf(serviceName(service)), limits: undefined }
}

/** The name of an application, as of `applicationHeads`. */
export const applicationName = async (one: Application): Promise<InEvery<string>> => (await headOf(one)).name

export type ApplicationHeads = ReadonlyMap<string, SubmittedHead>

/** The names and limits of applications of which only id and service were read, by id. */
export async function applicationHeads(all: readonly Pick<StoredApplication, 'id' | 'service'>[]): Promise<ApplicationHeads> {
  const sealed = await submissionsByIds(all.map(({ id }) => id))
  const heads = all.map(async (one) => [one.id, await headOf({ ...one, sealed: sealed.get(one.id) ?? null })] as const)
  return new Map(await Promise.all(heads))
}

/** One of them. @throws for an id that was not read */
export function headIn(heads: ApplicationHeads, { id }: { readonly id: string }): SubmittedHead {
  const found = heads.get(id)
  if (!found) throw new Error(`The name of ${id} was not read`)
  return found
}
