import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Result of writing to the disk; a full disk is a value, every other error throws. */
export type Written = { ok: true } | { ok: false; error: 'disk-full' }

/** Creates a folder only the server's user can read, and syncs it to disk. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first) for (const changed of new Set([dirname(first), dirname(path)])) await syncFolder(changed)
}

/** Syncs the entries of a folder to disk: a file moved into it is there after a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const opened = await open(path)
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

/** Writes; what was written halfway is tidied up. */
export async function orDiskFull(write: () => Promise<void>, tidyUp = async () => {}): Promise<Written> {
  try {
    await write()
    return { ok: true }
  } catch (error) {
    await tidyUp().catch(() => {})
    if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') return { ok: false, error: 'disk-full' }
    throw error
  }
}

/** What was read; undefined where there is no such file or folder. */
export async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** What stands where a file should be and cannot be read as one: a folder, a file in the place of its folder, one the disk gives back no more. */
const noFile = ['EISDIR', 'ENOTDIR', 'ELOOP', 'EIO', 'EACCES', 'EPERM']

/** The bytes of a file; undefined where there is none, `damaged` where what stands there cannot be read. */
export async function bytesOf(path: string): Promise<Buffer | undefined | 'damaged'> {
  return orNothing(readFile(path)).catch((error: unknown) => {
    if (noFile.includes(String(codeOf(error)))) return 'damaged'
    throw error
  })
}

/** Deletes what stands in the place of a file, also a folder; nothing where there is none. */
export async function removeAt(path: string): Promise<void> {
  // Node names a file in the place of a folder an error, also with `force`: what is asked for is not there either way.
  await rm(path, { force: true, recursive: true }).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOTDIR') throw error
  })
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
