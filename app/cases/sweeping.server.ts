import type { ApplicationEvent } from '#app/domain/event.ts'
import { applicationsOf, endedApplications, forgetApplication, idleDrafts } from '#db/applications.server.ts'
import { folderById, removeIdle } from '#db/folders.server.ts'
import { keep, openStored } from './folder.server.ts'
import { actor, lockedEvent, messagesFor, move } from './moving.server.ts'
import { dropPapersOf } from './papers.server.ts'

/**
 * Retention: drafts nobody saved for thirty days expire, and where nothing of the folder was ever submitted its content and
 * papers go at once; what has ended goes when its time is over, and the folder with the last of it.
 */
export async function sweepApplications(now: Date): Promise<void> {
  for (const draft of await idleDrafts(now)) {
    const stored = await folderById(draft.folderId)
    if (!stored) continue
    const open = await openStored(stored)
    const event: ApplicationEvent = { type: 'expire', actor: actor('system'), at: now.toISOString() }
    await move(draft, event, { messages: messagesFor(open.folder, open.code, draft.id, event, 'zh') })
    const left = await applicationsOf(draft.folderId)
    if (left.every(({ status }) => status === 'expired')) {
      await dropPapersOf(draft.folderId)
      await keep(open, { ...open.folder, answers: {}, members: [], values: {}, seen: [], filled: [] }, now)
    }
  }
  for (const id of await endedApplications(now))
    await forgetApplication(id, lockedEvent({ type: 'forget', actor: actor('system'), at: now.toISOString() }))
  await removeIdle(now)
}
