import { randomUUID } from 'node:crypto'
import type { PaperKey } from '#app/domain/form.ts'
import { insertUpload, uploadById, uploadsIn } from '#db/uploads.server.ts'
import { deleteFile, getFile, putFile } from './file-store.server.ts'
import { removeUpload } from './remove.server.ts'
import { sanitizeFile } from './sanitize-image.server.ts'
import { orDatabaseFull, type Refused, refused, type UploadFault } from './upload-fault.server.ts'
import { minutesBefore, roomMinutes, uploadLimits } from './upload-limits.ts'

/** Receives a whole file. When it resolves with `ok`, the file is on disk. */
export async function receiveFile(
  folderId: string,
  paper: PaperKey,
  bytes: Uint8Array,
  now: Date,
): Promise<{ ok: true; id: string } | Refused<UploadFault>> {
  return orDatabaseFull(async () => {
    const full = await fullOf(folderId, paper, now)
    if (full) return refused(full)
    const made = await sanitizeFile(bytes)
    if (!made.ok) return made
    const id = randomUUID()
    const written = await putFile(id, made.bytes)
    if (!written.ok) return written
    const row = { id, folderId, paper, state: 'kept', type: made.type, bytes: made.bytes.length, createdAt: now } as const
    const added = await insertUpload(row, uploadLimits)
    if (added === 'added') return { ok: true, id }
    await deleteFile(id)
    return refused(added)
  })
}

/** Is the maximum reached? Incomplete files abandoned a while ago are deleted to make room. */
export async function fullOf(folderId: string, paper: PaperKey, now: Date): Promise<'paper-full' | 'folder-full' | undefined> {
  const ofFolder = await uploadsIn(folderId)
  const ofPaper = ofFolder.filter((file) => file.paper === paper)
  const crowd = ofPaper.length >= uploadLimits.ofPaper ? ofPaper : ofFolder.length >= uploadLimits.ofFolder ? ofFolder : undefined
  if (!crowd) return undefined
  const givenUp = crowd.find(({ state, createdAt }) => state === 'receiving' && createdAt < minutesBefore(now, roomMinutes))
  if (!givenUp) return crowd === ofPaper ? 'paper-full' : 'folder-full'
  await removeUpload(folderId, givenUp.id)
  return fullOf(folderId, paper, now)
}

/** A file as it is shown; undefined where the folder has no such file, or it is incomplete. */
export async function uploadBytes(folderId: string, id: string): Promise<{ type: string; bytes: Buffer } | undefined> {
  const file = await uploadById(folderId, id)
  const bytes = file?.state === 'kept' ? await getFile(id) : undefined
  return file && bytes && { type: file.type, bytes }
}
