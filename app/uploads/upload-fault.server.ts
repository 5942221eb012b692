import { isDiskFull } from '#db/commit.server.ts'
import type { FileFault } from './sanitize-image.server.ts'

/** Why a file is refused. `folder-gone`: it was deleted meanwhile. */
export type UploadFault = FileFault | 'paper-full' | 'folder-full' | 'folder-gone' | 'disk-full'

/** Nothing was stored, and why. */
export type Refused<Fault> = { ok: false; error: Fault }

/** A refusal as a value. */
export const refused = <Fault>(error: Fault): Refused<Fault> => ({ ok: false, error })

/** Reports a database that cannot write because the disk is full like a full disk of files. */
export async function orDatabaseFull<T>(work: () => Promise<T>): Promise<T | Refused<'disk-full'>> {
  try {
    return await work()
  } catch (error) {
    if (isDiskFull(error)) return refused('disk-full')
    throw error
  }
}
