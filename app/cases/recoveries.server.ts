import { isOfHall, mayConfirm } from '#app/domain/recovery.ts'
import { type Staff, scopeOf } from '#app/domain/staff.ts'
import { recoveriesAt } from '#db/recoveries.server.ts'
import type { StoredRecovery } from '#db/recovery-rows.server.ts'
import { upToDate } from './recovery.server.ts'

/** So many are shown at the most, and for so many hours after they ended. */
const [most, shownHours] = [100, 24]

/** Requests somebody may see: those of their hall, and those they are to confirm, which wait for them. */
export async function recoveriesFor(
  staff: Staff,
  now: Date,
): Promise<readonly { readonly recovery: StoredRecovery; readonly isToConfirm: boolean }[]> {
  const place = scopeOf(staff)
  if (place === undefined || !staff.hall) return []
  const who = { id: staff.id, hall: staff.hall.id, place }
  const all = await recoveriesAt(place, new Date(now.getTime() - shownHours * 3_600_000), most)
  const seen = all.filter((one) => isOfHall(one, who) || mayConfirm(one, who))
  return Promise.all(
    seen.map(async (one) => {
      const recovery = await upToDate(one, now)
      return {
        recovery,
        isToConfirm: !recovery.isDamaged && recovery.state === 'waiting' && recovery.folderId !== null && mayConfirm(recovery, who),
      }
    }),
  )
}

/** How many wait for somebody to confirm or refuse them. */
export const countToConfirm = async (staff: Staff, now: Date): Promise<number> =>
  (await recoveriesFor(staff, now)).filter(({ isToConfirm }) => isToConfirm).length
