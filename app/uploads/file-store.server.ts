import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { purposes } from '#app/domain/stored-labels.ts'
import { encrypt, isEncryptedByCurrentKey } from '#app/security/encryption.server.ts'
import { type Read, readable, readStored, unreadable } from '#app/security/stored-value.server.ts'
import { bytesOf, makeFolder, orDiskFull, orNothing, removeAt, syncFolder, type Written } from './disk.server.ts'
import { deletePieces } from './piece-store.server.ts'
import { pathOf, uploadFolder } from './upload-folder.server.ts'

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
  const [encrypted, row] = [await bytesOf(pathOf(id)), { table: 'papers', id }]
  return encrypted === 'damaged' ? unreadable(row) : encrypted && readStored(row, encrypted, purposes.paper(id), (bytes) => bytes)
}

/** Every file, unfinished ones left out. */
export async function filesOnDisk(): Promise<{ id: string; name: string; changedAt: Date }[]> {
  const folder = uploadFolder()
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
  const encrypted = await bytesOf(pathOf(id))
  return !encrypted || (encrypted !== 'damaged' && isEncryptedByCurrentKey(encrypted))
}

/** Deletes a file and its pieces. */
export async function deleteFile(id: string): Promise<void> {
  await removeAt(pathOf(id))
  await deletePieces(id)
}

/** Deletes files (folders are none of ours, and stay) last written before a date that belong to no row: unfinished writes, unknown ids. @throws before the folder is set */
export async function deleteOrphanedFiles(before: Date, known: (ids: readonly string[]) => Promise<ReadonlySet<string>>): Promise<void> {
  const folder = uploadFolder()
  if (!folder) throw new Error('The folder of papers is not set yet')
  for (const name of (await orNothing(readdir(folder))) ?? []) {
    const within = join(folder, name)
    const files = (await filesWithin(within)).map((file) => ({
      path: join(within, file),
      id: file.split('.')[0] ?? '',
      isUnfinished: file.endsWith('.new'),
    }))
    const ids = await known(files.map(({ id }) => id))
    for (const { path, id, isUnfinished } of files)
      if ((isUnfinished || !ids.has(id)) && ((await orNothing(stat(path)))?.mtime ?? before) < before) await rm(path, { force: true })
  }
}

/** The names of the files of a folder; none where something else stands in its place. */
async function filesWithin(folder: string): Promise<string[]> {
  if (!(await orNothing(stat(folder)))?.isDirectory()) return []
  return (await readdir(folder, { withFileTypes: true })).flatMap((one) => (one.isFile() ? [one.name] : []))
}
