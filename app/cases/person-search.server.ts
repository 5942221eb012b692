import { mostMatched } from '#app/domain/person-search.ts'
import { isOpen } from '#app/domain/status.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { personOf } from '#app/forms/application-form.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { services } from '#app/services/index.ts'
import { retired } from '#app/services/retired.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { foldersByIds } from '#db/folders.server.ts'
import { foldersLookedUp } from '#db/lookups.server.ts'
import { type OpenFolder, storedRead } from './folder.server.ts'
import { type Folder, phoneIn } from './folder.ts'
import { lookupOfNumber, lookupOfPhone } from './folder-lookups.server.ts'
import { seenIn } from './folder-scope.ts'

/** What is looked up by, hashed: what the log knows it by comes first. */
export type Looked = readonly [hash: string, ...more: string[]]

/** An identity number: as it stands in folders, and in what was handed in for a service that is, or was. */
export function hashesOfNumber(number: string): Looked {
  const all = [...services.map(({ id }) => id), ...Object.keys(retired.services)]
  return [lookupOfNumber(number), ...all.map((service) => keyedHash(hashLabels.person(service, number)))]
}

/** A telephone number. */
export const hashesOfPhone = (phone: string): Looked => [lookupOfPhone(phone)]

/** Whom a case is for: by their identity number, else by the telephone number; undefined where neither is known. */
export function hashesOfCase(folder: Folder, application: Pick<StoredApplication, 'number' | 'service' | 'member'>) {
  const number = folder.values[`person/${personOf(folder, application)}/identity-number`]
  if (typeof number === 'string' && number !== '') return { kind: 'identity-number' as const, looked: hashesOfNumber(number) }
  const phone = phoneIn(folder)
  return phone ? { kind: 'phone' as const, looked: hashesOfPhone(phone) } : undefined
}

/** Is what is looked up by something of a case? */
export function isOfCase(folder: Folder, { personHash }: Pick<StoredApplication, 'personHash'>, looked: Looked): boolean {
  const numbers = Object.entries(folder.values).flatMap(([target, value]) =>
    target.endsWith('/identity-number') && typeof value === 'string' && value !== '' ? [lookupOfNumber(value)] : [],
  )
  const phone = phoneIn(folder)
  return [...numbers, ...(phone ? [lookupOfPhone(phone)] : []), personHash].some((hash) => hash !== null && looked.includes(hash))
}

/** Whose eyes a folder is shown to. */
type Seer = Parameters<typeof seenIn>[1]

/** A folder as somebody may see it: with those of its applications that are in their place. */
export type SeenFolder = { readonly open: OpenFolder; readonly seen: readonly StoredApplication[] }

/** The folders that are found and may be seen, the last saved first. What cannot be read is left out: `npm run verify` names it. */
export async function foldersSeen(looked: readonly string[], seer: Seer): Promise<SeenFolder[]> {
  if (looked.length === 0) return []
  const ids = await foldersLookedUp(looked, mostMatched)
  const stored = await foldersByIds(ids)
  const found: SeenFolder[] = []
  for (const id of ids) {
    const folder = stored.get(id)
    const read = folder && (await storedRead(folder))
    if (!read?.ok) continue
    const seen = seenIn(read.value, seer)
    if (seen.length > 0) found.push({ open: read.value, seen })
  }
  return found
}

/** Is a case being worked on? Only then it is a ground to look for whom it is for. */
export const isWorkedOn = ({ status }: Pick<StoredApplication, 'status'>): boolean => isOpen(status)
