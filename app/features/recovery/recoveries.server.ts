import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { calledIn } from '#app/cases/folder.ts'
import { recoveriesFor } from '#app/cases/recoveries.server.ts'
import { folderOfRecovery } from '#app/cases/recovery.server.ts'
import { unreadable } from '#app/security/stored-value.server.ts'

/** Data of the list of requests: those of one's hall, and those one is to confirm. */
export async function recoveriesLoader(context: RequestContext) {
  const { mode, now } = context
  const staff = requireStaff(context, 'recoveries')
  requirePlace(staff)
  const all = await recoveriesFor(staff, now)
  const names = await staffNames(all.map(({ recovery }) => recovery.staffId))
  const rows = await Promise.all(
    all.map(async ({ recovery, isToConfirm }) => {
      if (recovery.isDamaged) {
        unreadable({ table: 'recoveries', id: recovery.id })
        return { id: recovery.id, isDamaged: true as const, isToConfirm }
      }
      const open = await folderOfRecovery(recovery)
      return {
        isDamaged: false as const,
        ...{ id: recovery.id, kind: recovery.kind, way: recovery.way, isToConfirm },
        state: open ? recovery.state : ('gone' as const),
        name: open ? calledIn(open.folder, open.folder.applicant) : null,
        by: names.get(recovery.staffId) ?? null,
        on: recovery.createdAt.toISOString(),
      }
    }),
  )
  return page({ mode, at: context.at, staff, rows })
}
