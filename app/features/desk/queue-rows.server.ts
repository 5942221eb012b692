import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { applicationHeads, headIn } from '#app/cases/application-name.server.ts'
import { folderAmong } from '#app/cases/folder.server.ts'
import { nameInCase } from '#app/cases/handed-in-values.ts'
import { isDueSure } from '#app/cases/legal-deadlines.ts'
import { type Day, dayOf, daysBetween, isMoment } from '#app/domain/day.ts'
import { practicePlace } from '#app/domain/place.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import { foldersByIds } from '#db/folders.server.ts'
import type { QueuedCase } from '#db/queue.server.ts'

/** Cases as the queue shows them. */
export async function queueRows(cases: readonly QueuedCase[], now: Date) {
  const names = await staffNames(cases.map(({ assignee }) => assignee))
  const folders = await foldersByIds(cases.map(({ folderId }) => folderId))
  const heads = await applicationHeads(cases)
  const today = dayOf(now)
  return cases.map(({ folderId, member, submittedAt, dueOn, assignee, proposedBy, ...row }) => {
    const read = folderAmong(folders, folderId)
    const [submitted, due] = [isMoment(submittedAt) ? dayOf(submittedAt) : null, dueOn !== null && isMoment(dueOn) ? dueOn : null]
    const { name: title, limits, rows } = headIn(heads, row)
    const isSure = (on: Day) => isDueSure(row.service, on, limits)
    if (row.damaged || submitted === null) unreadable({ table: 'applications', id: row.id })
    return {
      ...{
        ...row,
        title,
        submitted,
        dueOn: due,
        code: read.ok ? read.value.code : folderId,
        unreadable: !read.ok,
        proposed: proposedBy !== null,
      },
      name: read.ok ? nameInCase(read.value.folder, { ...row, member }, rows) : '',
      days: submitted === null ? 0 : daysBetween(submitted, today),
      left: due === null ? null : daysBetween(today, due),
      // Cases to practise on are made up: nothing is late there.
      overdue: due !== null && due < today && isSure(due) && row.county !== practicePlace,
      notBefore: due !== null && !isSure(due),
      assignee: assignee === null ? null : { id: assignee, name: names.get(assignee) ?? null },
    }
  })
}
