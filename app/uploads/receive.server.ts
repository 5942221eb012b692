import { randomUUID } from 'node:crypto'
import pLimit, { type LimitFunction } from 'p-limit'
import type { PaperKey } from '#app/domain/form.ts'
import { isDiskFull } from '#db/commit.server.ts'
import {
  insertUpload,
  knownUploads,
  type NewUpload,
  deleteUpload as removeRow,
  type StoredUpload,
  saveUpload,
  setReceived,
  staleUploads,
  uploadById,
  uploadIdsOf,
  uploadsIn,
} from '#db/uploads.server.ts'
import { appendPiece, assemblePieces, deleteFile, deleteOrphanedFiles, deletePieces, getFile, putFile } from './file-store.server.ts'
import { type FileFault, largestFile, sanitizeFile } from './sanitize-image.server.ts'

/** Maximum number of files of one paper and of a folder. */
export const uploadLimits = { ofPaper: 12, ofFolder: 60 } as const
/** The largest piece, in bytes. */
export const largestPiece = 1024 * 1024
/** How long a file may take to arrive, in hours. */
export const receivingHours = 24
/** After so many minutes an incomplete file is deleted where it is in the way of a new one. */
const roomMinutes = 30
/** A file without a row is left alone so long, in minutes: its row may be about to be written. */
const orphanMinutes = 60

/** Why a file is refused. `folder-gone`: it was deleted meanwhile. */
export type UploadFault = FileFault | 'paper-full' | 'folder-full' | 'folder-gone' | 'disk-full'
type Refused<Fault> = { ok: false; error: Fault }

/** Receives a whole file. When it resolves with `ok`, the file is on disk. */
export async function receiveFile(
  folderId: string,
  paper: PaperKey,
  bytes: Uint8Array,
  now: Date,
): Promise<{ ok: true; id: string } | Refused<UploadFault>> {
  return orDiskFull(async () => {
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

/** Starts an upload in pieces: `size` bytes in all. */
export async function startUpload(
  folderId: string,
  paper: PaperKey,
  size: number,
  now: Date,
): Promise<{ ok: true; id: string; offset: 0 } | Refused<UploadFault>> {
  if (!(Number.isSafeInteger(size) && size > 0)) return refused('file-empty')
  if (size > largestFile) return refused('file-too-large')
  return orDiskFull(async () => {
    const full = await fullOf(folderId, paper, now)
    if (full) return refused(full)
    const row: NewUpload = { id: randomUUID(), folderId, paper, state: 'receiving', type: '', bytes: 0, size, createdAt: now }
    const added = await insertUpload(row, uploadLimits)
    return added === 'added' ? { ok: true, id: row.id, offset: 0 } : refused(added)
  })
}

/** Is the maximum reached? Incomplete files abandoned a while ago are deleted to make room. */
async function fullOf(folderId: string, paper: PaperKey, now: Date): Promise<'paper-full' | 'folder-full' | undefined> {
  const ofFolder = await uploadsIn(folderId)
  const ofPaper = ofFolder.filter((file) => file.paper === paper)
  const crowd = ofPaper.length >= uploadLimits.ofPaper ? ofPaper : ofFolder.length >= uploadLimits.ofFolder ? ofFolder : undefined
  if (!crowd) return undefined
  const givenUp = crowd.find(({ state, createdAt }) => state === 'receiving' && createdAt < before(now, roomMinutes))
  if (!givenUp) return crowd === ofPaper ? 'paper-full' : 'folder-full'
  await removeUpload(folderId, givenUp.id)
  return fullOf(folderId, paper, now)
}

/**
 * Result of a piece. `done`: it was the last, and the file is stored. `offset` is where the next one begins, also with the
 * error `offset`, which says that this one did not fit; `file-gone`: there is no such file (any more).
 */
export type PieceReceived =
  | { ok: true; offset: number; done: boolean }
  | (Refused<FileFault | 'disk-full' | 'file-gone' | 'piece-too-large'> | (Refused<'offset'> & { offset: number }))

const limits = new Map<string, LimitFunction>()

/** Runs work on the same file one after the other. */
async function oneByOne<T>(id: string, work: () => Promise<T>): Promise<T> {
  const limit = limits.get(id) ?? pLimit(1)
  limits.set(id, limit)
  try {
    return await limit(work)
  } finally {
    if (limit.activeCount + limit.pendingCount === 0) limits.delete(id)
  }
}

/**
 * Receives a piece of a file. One that was received before is harmless; an empty one at the end retries to store a file
 * whose pieces are complete. An unusable file is deleted. When it resolves with `ok`, the piece is on disk.
 */
export async function receivePiece(folderId: string, id: string, offset: number, bytes: Uint8Array): Promise<PieceReceived> {
  if (bytes.length > largestPiece) return refused('piece-too-large')
  return oneByOne(id, () =>
    orDiskFull(async (): Promise<PieceReceived> => {
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

/** A file as it is shown; undefined where the folder has no such file, or it is incomplete. */
export async function uploadBytes(folderId: string, id: string): Promise<{ type: string; bytes: Buffer } | undefined> {
  const file = await uploadById(folderId, id)
  const bytes = file?.state === 'kept' ? await getFile(id) : undefined
  return file && bytes && { type: file.type, bytes }
}

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
  for (const { folderId, id } of await staleUploads(before(now, receivingHours * 60))) await removeUpload(folderId, id)
  await deleteOrphanedFiles(before(now, orphanMinutes), knownUploads)
}

const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)
const refused = <Fault>(error: Fault): Refused<Fault> => ({ ok: false, error })

/** Reports a database that cannot write because the disk is full like a full disk of files. */
async function orDiskFull<T>(work: () => Promise<T>): Promise<T | Refused<'disk-full'>> {
  try {
    return await work()
  } catch (error) {
    if (isDiskFull(error)) return refused('disk-full')
    throw error
  }
}
