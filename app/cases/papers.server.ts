import { randomUUID } from 'node:crypto'
import pLimit, { type LimitFunction } from 'p-limit'
import type { PaperKey } from '#app/domain/form.ts'
import { isDiskFull } from '#db/commit.server.ts'
import {
  addPaper,
  keepPaper,
  knownPapers,
  type NewPaper,
  paperById,
  paperIdsOf,
  papersIn,
  removePaper as removeRow,
  type StoredPaper,
  setReceived,
  staleReceivings,
} from '#db/papers.server.ts'
import { appendPiece, assembled, dropFile, dropPieces, getFile, putFile, sweepFiles } from './paper-files.server.ts'
import { type FileFault, largestFile, rewritten } from './picture.server.ts'

/** The most files of one paper and of a folder. */
export const mostPapers = { ofPaper: 12, ofFolder: 60 } as const
/** The largest piece taken, in bytes. */
export const largestPiece = 1024 * 1024
/** How long a file may take to come in, in hours. */
export const receivingHours = 24
/** After so many minutes a file that still comes in makes room where there are as many as may be. */
const roomMinutes = 30
/** A file without a row is left alone so long, in minutes: its row may be about to be written. */
const orphanMinutes = 60

/** Why a file is not taken. `folder-gone`: it was deleted meanwhile. */
export type PaperFault = FileFault | 'paper-full' | 'folder-full' | 'folder-gone' | 'disk-full'
type Refused<Fault> = { ok: false; error: Fault }

/** Takes one file whole. When it resolves with `ok`, the file is on disk. */
export async function takeFile(
  folderId: string,
  paper: PaperKey,
  bytes: Uint8Array,
  now: Date,
): Promise<{ ok: true; id: string } | Refused<PaperFault>> {
  return orDiskFull(async () => {
    const full = await fullOf(folderId, paper, now)
    if (full) return refused(full)
    const made = await rewritten(bytes)
    if (!made.ok) return made
    const id = randomUUID()
    const written = await putFile(id, made.bytes)
    if (!written.ok) return written
    const row = { id, folderId, paper, state: 'kept', type: made.type, bytes: made.bytes.length, createdAt: now } as const
    const added = await addPaper(row, mostPapers)
    if (added === 'added') return { ok: true, id }
    await dropFile(id)
    return refused(added)
  })
}

/** Begins a file that comes in pieces: `size` bytes in all. */
export async function startPieces(
  folderId: string,
  paper: PaperKey,
  size: number,
  now: Date,
): Promise<{ ok: true; id: string; offset: 0 } | Refused<PaperFault>> {
  if (!(Number.isSafeInteger(size) && size > 0)) return refused('file-empty')
  if (size > largestFile) return refused('file-too-large')
  return orDiskFull(async () => {
    const full = await fullOf(folderId, paper, now)
    if (full) return refused(full)
    const row: NewPaper = { id: randomUUID(), folderId, paper, state: 'receiving', type: '', bytes: 0, size, createdAt: now }
    const added = await addPaper(row, mostPapers)
    return added === 'added' ? { ok: true, id: row.id, offset: 0 } : refused(added)
  })
}

/** Is there no room for one more? What began to come in a while ago and was given up makes room. */
async function fullOf(folderId: string, paper: PaperKey, now: Date): Promise<'paper-full' | 'folder-full' | undefined> {
  const ofFolder = await papersIn(folderId)
  const ofPaper = ofFolder.filter((file) => file.paper === paper)
  const crowd = ofPaper.length >= mostPapers.ofPaper ? ofPaper : ofFolder.length >= mostPapers.ofFolder ? ofFolder : undefined
  if (!crowd) return undefined
  const givenUp = crowd.find(({ state, createdAt }) => state === 'receiving' && createdAt < before(now, roomMinutes))
  if (!givenUp) return crowd === ofPaper ? 'paper-full' : 'folder-full'
  await removePaper(folderId, givenUp.id)
  return fullOf(folderId, paper, now)
}

/**
 * What came of a piece. `done`: it was the last, and the file is kept. `offset` is where the next one begins, also with the
 * error `offset`, which says that this one did not fit; `file-gone`: there is no such file (any more).
 */
export type PieceTaken =
  | { ok: true; offset: number; done: boolean }
  | (Refused<FileFault | 'disk-full' | 'file-gone' | 'piece-too-large'> | (Refused<'offset'> & { offset: number }))

const limits = new Map<string, LimitFunction>()

/** Lets work on the same file run one after the other. */
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
 * Takes a piece of a file. One that was taken before is harmless; an empty one at the end tries once more to keep a file
 * whose pieces are all there. What cannot be used is taken away. When it resolves with `ok`, the piece is on disk.
 */
export async function takePiece(folderId: string, id: string, offset: number, bytes: Uint8Array): Promise<PieceTaken> {
  if (bytes.length > largestPiece) return refused('piece-too-large')
  return oneByOne(id, () =>
    orDiskFull(async (): Promise<PieceTaken> => {
      const file = await paperById(folderId, id)
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

async function backTo(offset: number, { folderId, id, bytes }: StoredPaper): Promise<PieceTaken> {
  await setReceived({ folderId, id, from: bytes, to: offset })
  return { ok: false, error: 'offset', offset }
}

async function gone(id: string): Promise<PieceTaken> {
  await dropFile(id)
  return refused('file-gone')
}

/** Files wait here with nothing in memory. */
const inTurn = pLimit(2)

async function completed(file: StoredPaper): Promise<PieceTaken> {
  const { folderId, id, size } = file
  return inTurn(async () => {
    const whole = await assembled(id)
    if (whole?.length !== size) return backTo(0, file)
    const made = await rewritten(whole)
    if (!made.ok) {
      await removeRow(folderId, id)
      await dropFile(id)
      return made
    }
    const written = await putFile(id, made.bytes)
    if (!written.ok) return written
    if (!(await keepPaper({ folderId, id, type: made.type, bytes: made.bytes.length }))) return gone(id)
    await dropPieces(id)
    return { ok: true, offset: size, done: true }
  })
}

/** How much of a file has come in; undefined where the folder has no such file. */
export async function progressOf(folderId: string, id: string): Promise<{ offset: number; size: number; done: boolean } | undefined> {
  const file = await paperById(folderId, id)
  return file && { offset: file.bytes, size: file.size, done: file.state === 'kept' }
}

/** A file as it is shown; undefined where the folder has no such file, or it is still coming in. */
export async function paperBytes(folderId: string, id: string): Promise<{ type: string; bytes: Buffer } | undefined> {
  const file = await paperById(folderId, id)
  const bytes = file?.state === 'kept' ? await getFile(id) : undefined
  return file && bytes && { type: file.type, bytes }
}

/** Takes a file away, also one that is still coming in; false where the folder has none with this id. */
export async function removePaper(folderId: string, id: string): Promise<boolean> {
  return oneByOne(id, async () => {
    const removed = await removeRow(folderId, id)
    if (removed) await dropFile(id)
    return removed
  })
}

/** Takes every file of a folder away. */
export async function dropPapersOf(folderId: string): Promise<void> {
  for (const id of await paperIdsOf(folderId)) await removePaper(folderId, id)
}

/** Takes away what never got whole within its time, and the bytes of files that no folder has any more. */
export async function sweepPapers(now: Date): Promise<void> {
  for (const { folderId, id } of await staleReceivings(before(now, receivingHours * 60))) await removePaper(folderId, id)
  await sweepFiles(before(now, orphanMinutes), knownPapers)
}

const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)
const refused = <Fault>(error: Fault): Refused<Fault> => ({ ok: false, error })

/** A database that cannot write because the disk is full says so like the files do. */
async function orDiskFull<T>(work: () => Promise<T>): Promise<T | Refused<'disk-full'>> {
  try {
    return await work()
  } catch (error) {
    if (isDiskFull(error)) return refused('disk-full')
    throw error
  }
}
