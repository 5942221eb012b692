import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { purposes } from '#app/domain/stored-labels.ts'
import { decrypt, encrypt, isEncryptedByCurrentKey } from '#app/security/encryption.server.ts'
import { type Read, readable, readStored } from '#app/security/stored-value.server.ts'

/** Result of writing to the disk; a full disk is a value, every other error throws. */
export type Written = { ok: true } | { ok: false; error: 'disk-full' }

let folder: string | undefined

/** Sets the folder of the encrypted files. */
export function setUploadFolder(path: string): void {
  folder = path
}

function pathOf(id: string): string {
  if (!folder) throw new Error('The folder of papers is not set yet')
  if (!/^[\da-f-]{36}$/.test(id)) throw new Error('This is no id of a paper')
  return join(folder, id.slice(0, 2), id)
}
const partOf = (id: string) => `${pathOf(id)}.part`

/** Stores the bytes of a file, encrypted; once it is acknowledged it survives a power cut. */
export async function putFile(id: string, bytes: Uint8Array): Promise<Written> {
  const path = pathOf(id)
  const fresh = `${path}.${randomBytes(6).toString('hex')}.new`
  return orDiskFull(
    async () => {
      await makeFolder(dirname(path))
      const file = await open(fresh, 'wx', 0o600)
      try {
        await file.writeFile(encrypt(bytes, purposes.paper(id)))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(fresh, path)
      await syncFolder(dirname(path))
    },
    () => rm(fresh, { force: true }),
  )
}

/** The bytes of a file, or that it cannot be read; undefined where it does not exist. */
export async function fileIn(id: string): Promise<Read<Buffer> | undefined> {
  const locked = await orNothing(readFile(pathOf(id)))
  return locked && readStored({ table: 'papers', id }, locked, purposes.paper(id), (bytes) => bytes)
}

/** Every file, unfinished ones left out. */
export async function filesOnDisk(): Promise<{ id: string; name: string; changedAt: Date }[]> {
  const all = (folder && (await orNothing(readdir(folder, { recursive: true, withFileTypes: true })))) || []
  const finished = all.filter((one) => one.isFile() && !one.name.endsWith('.new'))
  return Promise.all(
    finished.map(async ({ name, parentPath }) => ({
      ...{ id: name.split('.')[0] ?? '', name },
      changedAt: (await orNothing(stat(join(parentPath, name))))?.mtime ?? new Date(),
    })),
  )
}

/** The bytes of a file; undefined where it does not exist. @throws `Unreadable` */
export async function getFile(id: string): Promise<Buffer | undefined> {
  const read = await fileIn(id)
  return read && readable(read)
}

/** Is a file encrypted with the current key? One that does not exist needs no reencryption. */
export async function isFileCurrent(id: string): Promise<boolean> {
  const locked = await orNothing(readFile(pathOf(id)))
  return !locked || isEncryptedByCurrentKey(locked)
}

/** Deletes a file and its pieces. */
export async function deleteFile(id: string): Promise<void> {
  await rm(pathOf(id), { force: true })
  await deletePieces(id)
}

/** Deletes the pieces of a file. */
export async function deletePieces(id: string): Promise<void> {
  await rm(partOf(id), { force: true })
}

/** Each encrypted piece is preceded by its encrypted length and its plain length, four bytes each. */
const headBytes = 8

/**
 * Appends a piece at `offset` (in plain bytes). What lies behind that offset was never acknowledged, for example
 * half a piece written when the power went, and is cut off. Where the pieces do not reach that far, returns how far they do.
 */
export async function appendPiece(
  id: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Written | { ok: false; error: 'offset'; offset: number }> {
  const path = partOf(id)
  let reached = 0
  const written = await orDiskFull(async () => {
    await makeFolder(dirname(path))
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
    try {
      const end = await endOfFile(file, offset)
      reached = end.offset
      if (reached !== offset) return
      await file.truncate(end.position)
      await writeAt(file, end.position, record(encrypt(bytes, purposes.paperPiece(id, offset)), bytes.length))
      await file.sync()
    } finally {
      await file.close()
    }
    if (offset === 0) await syncFolder(dirname(path))
  })
  return written.ok && reached !== offset ? { ok: false, error: 'offset', offset: reached } : written
}

function record(locked: Buffer, length: number): Buffer {
  const head = Buffer.alloc(headBytes)
  head.writeUInt32BE(locked.length, 0)
  head.writeUInt32BE(length, 4)
  return Buffer.concat([head, locked])
}

async function writeAt(file: FileHandle, position: number, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten
}

/** Where in the file the piece at `offset` begins; where the complete pieces end, if that is before. */
async function endOfFile(file: FileHandle, offset: number): Promise<{ position: number; offset: number }> {
  const { size } = await file.stat()
  const head = Buffer.alloc(headBytes)
  const place = { position: 0, offset: 0 }
  while (place.offset < offset) {
    const { bytesRead } = await file.read(head, 0, headBytes, place.position)
    const next = place.position + headBytes + head.readUInt32BE(0)
    if (bytesRead < headBytes || next > size) break
    place.position = next
    place.offset += head.readUInt32BE(4)
  }
  return place
}

/** The pieces of a file put together; undefined where there are none, or one is incomplete. */
export async function assemblePieces(id: string): Promise<Buffer | undefined> {
  const all = await orNothing(readFile(partOf(id)))
  if (!all) return undefined
  const pieces: Buffer[] = []
  for (let position = 0, offset = 0; position < all.length; ) {
    if (position + headBytes > all.length) return undefined
    const end = position + headBytes + all.readUInt32BE(position)
    const piece = end <= all.length ? decrypt(all.subarray(position + headBytes, end), purposes.paperPiece(id, offset)) : undefined
    if (!piece) return undefined
    pieces.push(piece)
    offset += piece.length
    position = end
  }
  return Buffer.concat(pieces)
}

/** Deletes files last written before a date that belong to no row: unfinished writes, unknown ids. @throws before the folder is set */
export async function deleteOrphanedFiles(before: Date, known: (ids: readonly string[]) => Promise<ReadonlySet<string>>): Promise<void> {
  if (!folder) throw new Error('The folder of papers is not set yet')
  for (const name of (await orNothing(readdir(folder))) ?? []) {
    const within = join(folder, name)
    const files = (await readdir(within)).map((file) => ({
      path: join(within, file),
      id: file.split('.')[0] ?? '',
      isUnfinished: file.endsWith('.new'),
    }))
    const ids = await known(files.map(({ id }) => id))
    for (const { path, id, isUnfinished } of files)
      if ((isUnfinished || !ids.has(id)) && ((await orNothing(stat(path)))?.mtime ?? before) < before) await rm(path, { force: true })
  }
}

/** Creates a folder only the server's user can read, and syncs it to disk. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first) for (const changed of new Set([dirname(first), dirname(path)])) await syncFolder(changed)
}

async function syncFolder(path: string): Promise<void> {
  const opened = await open(path)
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

async function orDiskFull(write: () => Promise<void>, tidyUp = async () => {}): Promise<Written> {
  try {
    await write()
    return { ok: true }
  } catch (error) {
    await tidyUp().catch(() => {})
    if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') return { ok: false, error: 'disk-full' }
    throw error
  }
}

async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
