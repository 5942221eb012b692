import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { lockedAfterMinutes } from '#app/domain/staff.ts'
import { staffOfSession, touchStaffSession } from '#db/staff-sessions.server.ts'

/** When a screen was last unlocked through the provider, by the hash of its staff session. */
const opened = new Map<string, number>()
const longest = lockedAfterMinutes * 60_000

/** Unlocks a screen for its own staff member; false for anyone else, or where nobody is signed in. */
export async function grantUnlock(idHash: string, staffId: string, now: Date): Promise<boolean> {
  if ((await staffOfSession(idHash, now))?.staff.id !== staffId) return false
  await refusingFullDisk(touchStaffSession(idHash, now))
  for (const [session, at] of opened) if (now.getTime() - at > longest) opened.delete(session)
  opened.set(idHash, now.getTime())
  return true
}

/** Was the screen unlocked through the provider just now? No longer ago than until it would lock again. */
export const hasUnlockGrant = (idHash: string, now: Date): boolean => now.getTime() - (opened.get(idHash) ?? 0) <= longest
