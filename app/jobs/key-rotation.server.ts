import { purposes } from '#app/domain/stored-labels.ts'
import { isEncryptedByCurrentKey, reencrypt } from '#app/security/encryption.server.ts'
import { keys } from '#app/security/keys.server.ts'
import { getFile, isFileCurrent, putFile } from '#app/uploads/file-store.server.ts'
import {
  type EncryptedKey,
  type EncryptedPlace,
  encryptedAfter,
  encryptedPlaces,
  replaceEncrypted,
  uploadIdsAfter,
} from '#db/encrypted-columns.server.ts'

/** The purpose an encrypted value was encrypted with: its place's label and its id. */
export const purposeOfColumn: Record<EncryptedPlace, (id: string) => string> = {
  folders: purposes.folder,
  applications: purposes.submission,
  events: purposes.event,
  outbox: purposes.message,
  'client-sessions': purposes.clientSession,
  'kept-forms': purposes.keptForm,
  recoveries: purposes.recovery,
  'saved-checks': purposes.savedCheck,
  staff: purposes.staff,
  'second-factors': purposes.secondFactor,
}

/** Result of a pass: values reencrypted, and those no key decrypts. `complete`: nothing is left that only an older key decrypts. */
export type Rotated = { readonly anew: number; readonly unreadable: number; readonly complete: boolean }

const batch = 200

/**
 * After a change of the data key: reencrypts everything of older keys with the current one, a batch at a time, so that
 * the site goes on working. Undefined where there is no older key. What is written meanwhile is not overwritten.
 */
export async function rotateKeys(): Promise<Rotated | undefined> {
  if (keys().data.older.length === 0) return undefined
  let [anew, unreadable] = [0, 0]
  for (const place of encryptedPlaces) {
    for (let after: EncryptedKey | undefined; ; ) {
      const values = await encryptedAfter(place, after, batch)
      for (const { key, id, sealed } of values) {
        if (sealed.length === 0 || isEncryptedByCurrentKey(sealed)) continue
        const fresh = reencrypt(sealed, purposeOfColumn[place](id))
        if (!fresh) unreadable += 1
        else if (await replaceEncrypted(place, key, sealed, fresh)) anew += 1
      }
      const last = values.at(-1)
      if (!last) break
      after = last.key
    }
  }
  const files = await reencryptFiles()
  return { anew: anew + files.anew, unreadable: unreadable + files.unreadable, complete: files.complete }
}

async function reencryptFiles(): Promise<Rotated> {
  let [anew, unreadable, complete] = [0, 0, true]
  for (let after = ''; ; ) {
    const ids = await uploadIdsAfter(after, batch)
    for (const id of ids) {
      if (await isFileCurrent(id)) continue
      const bytes = await getFile(id).catch(() => null)
      if (bytes === null) unreadable += 1
      else if (bytes && (await putFile(id, bytes)).ok) anew += 1
      else complete = false
    }
    const last = ids.at(-1)
    if (last === undefined) return { anew, unreadable, complete }
    after = last
  }
}
