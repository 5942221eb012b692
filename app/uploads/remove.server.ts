import { knownUploads, deleteUpload as removeRow, staleUploads, uploadIdsOf } from '#db/uploads.server.ts'
import { deleteFile, deleteOrphanedFiles } from './file-store.server.ts'
import { minutesBefore, orphanMinutes, receivingHours } from './upload-limits.ts'
import { oneByOne } from './upload-lock.server.ts'

/** Deletes a file, also an incomplete one; false where the folder has none with this id. */
export async function removeUpload(folderId: string, id: string): Promise<boolean> {
  return oneByOne(id, async () => {
    const removed = await removeRow(folderId, id)
    if (removed) await deleteFile(id)
    return removed
  })
}

/** Deletes every file of a folder. */
export async function removeUploadsOf(folderId: string): Promise<void> {
  for (const id of await uploadIdsOf(folderId)) await removeUpload(folderId, id)
}

/** Deletes files not completed in time, and the bytes of files without a row. */
export async function removeStaleUploads(now: Date): Promise<void> {
  for (const { folderId, id } of await staleUploads(minutesBefore(now, receivingHours * 60))) await removeUpload(folderId, id)
  await deleteOrphanedFiles(minutesBefore(now, orphanMinutes), knownUploads)
}
