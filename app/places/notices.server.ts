import { storedNotices } from '#db/announced-days.server.ts'
import type { Announced } from './calendar.ts'
import { type Notice, withNotices } from './notices.ts'

/**
 * What is announced at a moment: of a file, and what administrators entered. It is read from the database at each use, so that every process
 * goes by the same; what was read before is not worked out again.
 */
export function announcedWith(ofFile: Announced): () => Announced {
  let [before, years] = ['', ofFile]
  return () => {
    const stored = storedNotices()
    const now = stored.map(({ id }) => id).join()
    if (now !== before) [before, years] = [now, withNotices(ofFile, stored.flatMap(readable))]
    return years
  }
}

/** The notices that can be read; those that cannot are counted as not entered. */
export const noticesNow = (): Notice[] => storedNotices().flatMap(readable)

function readable({ off, worked, ...row }: ReturnType<typeof storedNotices>[number]): Notice[] {
  try {
    return [{ ...row, off: JSON.parse(off), worked: JSON.parse(worked) }]
  } catch {
    return []
  }
}
