import type { PaperKey } from '#app/domain/form.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { type StoredUpload, uploadsIn } from '#db/uploads.server.ts'
import type { OpenFolder } from './folder.server.ts'
import { sharedSince } from './folder.ts'
import { submissionRead } from './submission.server.ts'

/**
 * The files of a folder, each under the paper that asks for it now: what was sent for a draft while its service asked for a paper of its own
 * serves the paper several services share by now. What was handed in stays under the paper it was handed in with.
 */
export async function uploadsOf({ stored, folder, applications }: OpenFolder): Promise<StoredUpload[]> {
  const files = await uploadsIn(stored.id)
  const now = sharedSince(folder, applications)
  const before = files.filter(({ paper }) => now.has(paper))
  if (before.length === 0) return files
  const asked = new Set((await Promise.all(applications.map(handedInWith))).flat())
  const moved = (paper: PaperKey) => (asked.has(paper) ? paper : (now.get(paper) ?? paper))
  return files.map((file) => ({ ...file, paper: moved(file.paper) }))
}

/** The papers an application was handed in with. */
async function handedInWith(one: StoredApplication): Promise<readonly PaperKey[]> {
  if (one.submittedAt === null || !isReadableRow(one)) return []
  const read = await submissionRead(one)
  return read.ok ? (read.value?.papers ?? []).map(({ key }) => key) : []
}
