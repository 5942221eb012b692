import { mkdir, open } from 'node:fs/promises'
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

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
