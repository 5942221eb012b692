import { folderHashOf, type OpenFolder, storedRead } from '#app/cases/folder.server.ts'
import { type OpeningError, parseCaseCode } from '#app/domain/case-code.ts'
import { folderByCode } from '#db/folders.server.ts'
import { tryPin } from './pin-throttle.server.ts'

/** Result of trying a code and a PIN. A code that does not exist is treated like one that does. */
export type Found = { ok: true; id: string } | { ok: false; error: OpeningError | 'elsewhere' }

/**
 * Finds a folder by code and PIN. `isThere` says which folders the caller may open: of any other a wrong PIN is answered and counted as for
 * a code that does not exist, and the right one as `elsewhere`; it is no wrong try.
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
  const tried = await tryPin(codeHash, pin, found?.pinHash, now)
  if (tried === 'right' && found) {
    // An unreadable folder accepts its PIN like any other: opening it shows the error.
    const read = await storedRead(found)
    return !read.ok || isThere(read.value) ? { ok: true, id: found.id } : { ok: false, error: 'elsewhere' }
  }
  return { ok: false, error: tried === 'locked' ? 'locked' : 'no-match' }
}
