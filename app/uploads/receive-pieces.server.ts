import { randomUUID } from 'node:crypto'
import pLimit from 'p-limit'
import type { PaperKey } from '#app/domain/form.ts'
import {
  insertUpload,
  type NewUpload,
  deleteUpload as removeRow,
  type StoredUpload,
  saveUpload,
  setReceived,
  uploadById,
} from '#db/uploads.server.ts'
import { deleteFile, putFile } from './file-store.server.ts'
import { appendPiece, assemblePieces, deletePieces } from './piece-store.server.ts'
import { fullOf } from './receive.server.ts'
import { type FileFault, largestFile, sanitizeFile } from './sanitize-image.server.ts'
import { orDatabaseFull, type Refused, refused, type UploadFault } from './upload-fault.server.ts'
import { largestPiece, uploadLimits } from './upload-limits.ts'
import { oneByOne } from './upload-lock.server.ts'

/** Starts an upload in pieces: `size` bytes in all. */
export async function startUpload(
  folderId: string,
  paper: PaperKey,
  size: number,
  now: Date,
): Promise<{ ok: true; id: string; offset: 0 } | Refused<UploadFault>> {
  if (!(Number.isSafeInteger(size) && size > 0)) return refused('file-empty')
  if (size > largestFile) return refused('file-too-large')
  return orDatabaseFull(async () => {
    const full = await fullOf(folderId, paper, now)
    if (full) return refused(full)
    const row: NewUpload = { id: randomUUID(), folderId, paper, state: 'receiving', type: '', bytes: 0, size, createdAt: now }
    const added = await insertUpload(row, uploadLimits)
    return added === 'added' ? { ok: true, id: row.id, offset: 0 } : refused(added)
  })
}

/**
 * Result of a piece. `done`: it was the last, and the file is stored. `offset` is where the next one begins, also with the
 * error `offset`, which says that this one did not fit; `file-gone`: there is no such file (any more).
 */
export type PieceReceived =
  | { ok: true; offset: number; done: boolean }
  | (Refused<FileFault | 'disk-full' | 'file-gone' | 'piece-too-large'> | (Refused<'offset'> & { offset: number }))

/**
 * Receives a piece of a file. One that was received before is harmless; an empty one at the end retries to store a file
 * whose pieces are complete. An unusable file is deleted. When it resolves with `ok`, the piece is on disk.
 */
export async function receivePiece(folderId: string, id: string, offset: number, bytes: Uint8Array): Promise<PieceReceived> {
  if (bytes.length > largestPiece) return refused('piece-too-large')
  return oneByOne(id, () =>
    orDatabaseFull(async (): Promise<PieceReceived> => {
      const file = await uploadById(folderId, id)
      if (!file) return refused('file-gone')
      const [from, to] = [file.bytes, offset + bytes.length]
      if (file.state === 'kept') return { ok: true, offset: to, done: true }
      const isRepeated = offset >= 0 && to <= from
      if (!isRepeated && (offset !== from || to > file.size)) return { ok: false, error: 'offset', offset: from }
      if (!isRepeated) {
        const written = await appendPiece(id, offset, bytes)
        if (!written.ok && written.error === 'offset') return backTo(written.offset, file)
        if (!written.ok) return written
        if (!(await setReceived({ folderId, id, from, to }))) return gone(id)
      }
      const received = Math.max(from, to)
      return received === file.size ? completed({ ...file, bytes: received }) : { ok: true, offset: received, done: false }
    }),
  )
}

async function backTo(offset: number, { folderId, id, bytes }: StoredUpload): Promise<PieceReceived> {
  await setReceived({ folderId, id, from: bytes, to: offset })
  return { ok: false, error: 'offset', offset }
}

async function gone(id: string): Promise<PieceReceived> {
  await deleteFile(id)
  return refused('file-gone')
}

/** Sanitizing is limited; waiting files hold no memory. */
const inTurn = pLimit(2)

async function completed(file: StoredUpload): Promise<PieceReceived> {
  const { folderId, id, size } = file
  return inTurn(async () => {
    const whole = await assemblePieces(id)
    if (whole?.length !== size) return backTo(0, file)
    const made = await sanitizeFile(whole)
    if (!made.ok) {
      await removeRow(folderId, id)
      await deleteFile(id)
      return made
    }
    const written = await putFile(id, made.bytes)
    if (!written.ok) return written
    if (!(await saveUpload({ folderId, id, type: made.type, bytes: made.bytes.length }))) return gone(id)
    await deletePieces(id)
    return { ok: true, offset: size, done: true }
  })
}

/** How much of a file was received; undefined where the folder has no such file. */
export async function uploadProgress(folderId: string, id: string): Promise<{ offset: number; size: number; done: boolean } | undefined> {
  const file = await uploadById(folderId, id)
  return file && { offset: file.bytes, size: file.size, done: file.state === 'kept' }
}
