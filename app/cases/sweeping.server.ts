import type { CaseEvent } from '#app/domain/transition.ts'
import { endedApplications, forgetApplication, idleDrafts, type StoredApplication } from '#db/applications.server.ts'
import { folderById, removeIdle } from '#db/folders.server.ts'
import { openStored } from './folder.server.ts'
import { actor, lockedEvent } from './moving.server.ts'
import { dropPapersOf } from './papers.server.ts'
import { expireDrafts } from './transition.server.ts'

/**
 * Retention: drafts nobody saved for thirty days expire, and where nothing of the folder was ever submitted its content and
 * papers go at once; what has ended goes when its time is over, and the folder with the last of it.
 */
export async function sweepApplications(now: Date): Promise<void> {
  const idle = await idleDrafts(now)
  for (const id of new Set(idle.map(({ folderId }) => folderId)))
    await expireIn(
      id,
      idle.filter(({ folderId }) => folderId === id),
      now,
    )
  for (const id of await endedApplications(now))
    await forgetApplication(id, lockedEvent({ type: 'forget', actor: actor('system'), at: now.toISOString() }))
  await removeIdle(now)
}

async function expireIn(folderId: string, drafts: readonly StoredApplication[], now: Date): Promise<void> {
  const stored = await folderById(folderId)
  if (!stored) return
  const [open, expiring] = [await openStored(stored), new Set(drafts.map(({ id }) => id))]
  const nothingElse = open.applications.every(({ id, status }) => status === 'expired' || expiring.has(id))
  const emptied = { ...open.folder, answers: {}, members: [], values: {}, seen: [], filled: [] }
  const event = { type: 'expire', actor: actor('system'), at: now.toISOString() } satisfies CaseEvent
  const came = await expireDrafts(open, drafts, event, nothingElse ? emptied : undefined)
  if (came === 'done' && nothingElse) await dropPapersOf(folderId)
}
