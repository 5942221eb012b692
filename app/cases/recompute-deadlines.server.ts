import { setImmediate } from 'node:timers/promises'
import { historyOf } from '#app/cases/case-events.server.ts'
import { contentOf } from '#app/cases/folder.server.ts'
import { legalDeadlines } from '#app/cases/legal-deadlines.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { type Day, yearOf } from '#app/domain/day.ts'
import { replaceDeadline, type WithDeadline, withDeadlineSince } from '#db/deadlines.server.ts'
import { foldersByIds } from '#db/folders.server.ts'

const batch = 200

/** Result of a pass: deadlines that changed, and cases that could not be read. */
export type Recomputed = { readonly changed: number; readonly unreadable: number }

/**
 * Computes the legal deadlines of open cases anew, a batch at a time: since the last start the holiday table may have grown
 * or been corrected. Holidays are announced before their year or in it: deadlines that ended before last year are left.
 */
export async function recomputeDeadlines(today: Day): Promise<Recomputed> {
  let [changed, unreadable] = [0, 0]
  for (let after = ''; ; ) {
    const cases = await withDeadlineSince(`${yearOf(today) - 1}-01-01`, after, batch)
    const folders = await foldersByIds(cases.map(({ folderId }) => folderId))
    for (const one of cases) {
      const due = await dueOf(one, folders).catch(() => null)
      if (due === null) unreadable += 1
      else if (due !== undefined && due !== one.dueOn) {
        await replaceDeadline(one.id, one.dueOn, due)
        changed += 1
      }
    }
    const last = cases.at(-1)
    if (!last) return { changed, unreadable }
    after = last.id
    // Yields to requests.
    await setImmediate()
  }
}

/** The earliest deadline of a case. */
async function dueOf(one: WithDeadline, folders: Awaited<ReturnType<typeof foldersByIds>>): Promise<Day | undefined> {
  const storedFolder = folders.get(one.folderId)
  if (!storedFolder) return undefined
  const limits = (await decryptSubmission(one))?.limits
  const ends = legalDeadlines(contentOf(storedFolder).folder, one, await historyOf(one.id), limits).map((limit) => limit.ends)
  return ends.sort()[0]
}
