import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { folderIn } from '#app/cases/folder.server.ts'
import { draftDays, type Folder } from '#app/cases/folder.ts'
import { expireDrafts, expireUnread } from '#app/cases/transition.server.ts'
import type { CaseEvent } from '#app/domain/case-state.ts'
import { daysLater } from '#app/domain/day.ts'
import { removeUploadsOf } from '#app/uploads/remove.server.ts'
import { applicationsOf, endedApplications, forgetApplication, idleDrafts, type StoredApplication } from '#db/applications.server.ts'
import { folderById, removeIdle } from '#db/folders.server.ts'

/**
 * Retention: drafts not saved for thirty days expire, and where nothing of the folder was ever submitted its content and
 * files are deleted at once; so do drafts whose folder is not there any more; ended cases are deleted when they expire, and the folder with the last of them.
 */
export async function applyRetention(now: Date): Promise<void> {
  const idle = await idleDrafts(now, daysLater(now, -draftDays))
  for (const id of new Set(idle.map(({ folderId }) => folderId)))
    await expireIn(
      id,
      idle.filter(({ folderId }) => folderId === id),
      now,
    )
  for (const id of await endedApplications(now))
    await forgetApplication(id, encryptEvent({ type: 'forget', actor: eventActor('system'), at: now.toISOString() }))
  await removeIdle(now)
}

async function expireIn(folderId: string, drafts: readonly StoredApplication[], now: Date): Promise<void> {
  const stored = await folderById(folderId)
  const [applications, expiring] = [await applicationsOf(folderId), new Set(drafts.map(({ id }) => id))]
  const nothingElse = applications.every(({ id, status }) => status === 'expired' || expiring.has(id))
  const event = { type: 'expire', actor: eventActor('system'), at: now.toISOString() } satisfies CaseEvent
  const content = stored && folderIn(stored)
  // What cannot be read is deleted with its folder.
  const result =
    stored && content?.ok
      ? await expireDrafts(
          { stored, ...content.value, applications },
          drafts,
          event,
          nothingElse ? emptied(content.value.folder) : undefined,
        )
      : await expireUnread(drafts, event)
  if (result === 'done' && nothingElse) await removeUploadsOf(folderId)
}

const emptied = ({ unsent: _unsent, consents: _consents, phoneBefore: _phoneBefore, ...folder }: Folder): Folder => ({
  ...folder,
  answers: {},
  members: [],
  values: {},
  seen: [],
  filled: [],
})
