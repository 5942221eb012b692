import { contentHash } from '#app/audit-log/chain-hash.server.ts'
import { folderHashOf } from '#app/cases/folder.server.ts'
import { plainLogin } from '#app/domain/staff.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'

/** The keyed hash a row is found or verified by, computed from its decrypted content (`plaintext`); undefined where that cannot be read. */
export function indexHash(place: string, id: string, plaintext: string): string | undefined {
  try {
    switch (place) {
      case 'folders':
        return folderHashOf(JSON.parse(plaintext).code)
      case 'staff':
        return keyedHash(hashLabels.staffLogin(plainLogin(JSON.parse(plaintext).login)))
      case 'events':
        return contentHash(id, plaintext)
      default:
        return undefined
    }
  } catch {
    return undefined
  }
}
