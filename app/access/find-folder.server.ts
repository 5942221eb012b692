import { folderHashOf, type OpenFolder, storedRead } from '#app/cases/folder.server.ts'
import { type OpeningError, parseCaseCode } from '#app/domain/case-code.ts'
import { folderByCode } from '#db/folders.server.ts'
import { tryPin } from './pin-throttle.server.ts'

/** Result of trying a code and a PIN. A code that does not exist is treated like one that does. */
export type Found = { ok: true; id: string } | { ok: false; error: OpeningError }

/**
 * Finds a folder by code and PIN. `isThere` says which folders exist for the caller: any other is treated as a
 * code that does not exist; its tries are counted all the same.
 */
export async function findFolder(
  typedCode: string,
  pin: string,
  now: Date,
  isThere: (open: OpenFolder) => boolean = () => true,
): Promise<Found> {
  const code = parseCaseCode(typedCode)
  if (!code) return { ok: false, error: 'code-form' }
  if (!/^\d{6}$/.test(pin)) return { ok: false, error: 'pin-form' }
  const codeHash = folderHashOf(code)
  const found = await folderByCode(codeHash)
  const read = found && (await storedRead(found))
  // An unreadable folder accepts its PIN like any other: opening it shows the error.
  const stored = read && (!read.ok || isThere(read.value)) ? found : undefined
  const tried = await tryPin(codeHash, pin, stored?.pinHash, now)
  if (tried === 'right' && stored) return { ok: true, id: stored.id }
  return { ok: false, error: tried === 'locked' ? 'locked' : 'no-match' }
}
