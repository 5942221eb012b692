import { randomUUID } from 'node:crypto'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { insertFolder } from '#db/folders.server.ts'
import { folders, papers } from '#db/schema.server.ts'
import { uploadsIn } from '#db/uploads.server.ts'
import { getFile, isFileCurrent, putFile } from './file-store.server.ts'
import { appendPiece, assemblePieces } from './piece-store.server.ts'
import { receiveFile, uploadBytes } from './receive.server.ts'
import { receivePiece, startUpload, uploadProgress } from './receive-pieces.server.ts'
import { removeStaleUploads, removeUpload, removeUploadsOf } from './remove.server.ts'
import { largestFile } from './sanitize-image.server.ts'
import { setUploadFolder } from './upload-folder.server.ts'
import { largestPiece, receivingHours, uploadLimits } from './upload-limits.ts'

const disk = vi.hoisted(() => ({ isFull: false }))
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const open: typeof real.open = async (...given) => {
    const file = await real.open(...given)
    if (disk.isFull) {
      const full = () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))
      Object.assign(file, { write: full, writeFile: full })
    }
    return file
  }
  return { ...real, open }
})

const now = new Date()
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const [ours, theirs, book] = ['ours', 'theirs', 'household-book~home']

let opened: OpenDatabase
let dataDir: string
let photo: Buffer
beforeEach(async () => {
  setKeys(keysFrom({ sessionSecret: 'session', dataKey: 'data' }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  for (const id of [ours, theirs])
    await insertFolder(
      {
        id,
        codeHash: id,
        pinHash: 'p',
        sealed: Buffer.of(1),
        version: 1,
        submissionToken: 'r',
        createdAt: now,
        savedAt: now,
        expiresAt: now,
      },
      [],
    )
  dataDir = mkdtempSync(join(tmpdir(), 'settle-papers-'))
  setUploadFolder(join(dataDir, 'papers'))
  const noise = Buffer.from(Array.from({ length: 60 * 60 * 3 }, (_, at) => (at * 7919) % 251))
  photo = await sharp(noise, { raw: { width: 60, height: 60, channels: 3 } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Zhangsan' } })
    .toBuffer()
})
afterEach(() => {
  disk.isFull = false
  opened.close()
  rmSync(dataDir, { recursive: true })
})

const onDisk = () =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
const partOf = (id: string) => join(dataDir, 'papers', id.slice(0, 2), `${id}.part`)

async function started(size = photo.length, folder = ours) {
  const begun = await startUpload(folder, book, size, now)
  if (!begun.ok) throw new Error(begun.error)
  return begun.id
}
async function stored(folder = ours, paper = book) {
  const taken = await receiveFile(folder, paper, photo, now)
  if (!taken.ok) throw new Error(taken.error)
  return taken.id
}

test('a file is stored, sanitized', async () => {
  const id = await stored()
  expect(await uploadsIn(ours)).toMatchObject([{ id, paper: book, state: 'kept', type: 'image/jpeg' }])
  const shown = await uploadBytes(ours, id)
  expect(shown?.type).toBe('image/jpeg')
  expect(shown?.bytes.includes('Zhangsan')).toBe(false)
  expect(await sharp(shown?.bytes).metadata()).toMatchObject({ width: 60, height: 60 })
})

test('the fault of a file is a value, and nothing is left of the file', async () => {
  expect(await receiveFile(ours, book, Buffer.from('text'), now)).toEqual({ ok: false, error: 'file-type' })
  expect(await receiveFile('nowhere', book, photo, now)).toEqual({ ok: false, error: 'folder-gone' })
  expect([await uploadsIn(ours), onDisk()]).toEqual([[], []])
})

test('nothing is in clear on the disk, and only the owner may read', async () => {
  const id = await stored()
  const coming = await started()
  await receivePiece(ours, coming, 0, photo.subarray(0, 300))
  const clear = (await uploadBytes(ours, id))?.bytes ?? Buffer.alloc(0)
  expect(onDisk().length).toBe(2)
  for (const path of onDisk()) {
    const bytes = readFileSync(path)
    for (const part of ['Zhangsan', 'JFIF', 'Exif', clear.subarray(200, 216), photo.subarray(100, 116)])
      expect(bytes.includes(part)).toBe(false)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700)
  }
})

test('bytes under another id cannot be decrypted', async () => {
  const [one, other] = [await stored(), randomUUID()]
  expect(await putFile(other, Buffer.of(1))).toEqual({ ok: true })
  writeFileSync(join(dataDir, 'papers', other.slice(0, 2), other), readFileSync(join(dataDir, 'papers', one.slice(0, 2), one)))
  await expect(getFile(other)).rejects.toEqual({ ok: false, table: 'papers', id: other })
})

test('pieces in order become the file', async () => {
  const id = await started()
  expect(await receivePiece(ours, id, 0, photo.subarray(0, 500))).toEqual({ ok: true, offset: 500, done: false })
  expect(await uploadProgress(ours, id)).toEqual({ offset: 500, size: photo.length, done: false })
  expect(await uploadBytes(ours, id)).toBeUndefined()
  expect(await receivePiece(ours, id, 500, photo.subarray(500))).toEqual({ ok: true, offset: photo.length, done: true })
  expect(await uploadProgress(ours, id)).toMatchObject({ done: true })
  expect((await uploadBytes(ours, id))?.type).toBe('image/jpeg')
  expect(onDisk().some((path) => path.endsWith('.part'))).toBe(false)
})

test('a piece sent again is harmless, one at the wrong offset is answered with the right one', async () => {
  const id = await started()
  const [first, second] = [photo.subarray(0, 400), photo.subarray(400, 800)]
  for (const _ of [1, 2]) expect(await receivePiece(ours, id, 0, first)).toEqual({ ok: true, offset: 400, done: false })
  for (const [offset, piece] of [
    [800, photo.subarray(800)],
    [200, photo.subarray(200, 600)],
    [-1, first],
    [Number.NaN, first],
    [400, Buffer.alloc(photo.length)],
  ] as const)
    expect(await receivePiece(ours, id, offset, piece)).toEqual({ ok: false, error: 'offset', offset: 400 })
  const both = await Promise.all([receivePiece(ours, id, 400, second), receivePiece(ours, id, 400, second)])
  expect(both).toEqual([1, 2].map(() => ({ ok: true, offset: 800, done: false })))
  const last = await Promise.all([1, 2].map(() => receivePiece(ours, id, 800, photo.subarray(800))))
  expect(last).toEqual([1, 2].map(() => ({ ok: true, offset: photo.length, done: true })))
  expect(await receivePiece(ours, id, 0, first)).toMatchObject({ ok: true, done: true })
  expect((await uploadsIn(ours)).length).toBe(1)
})

test('half a piece on the disk after a crash is overwritten', async () => {
  const id = await started()
  await receivePiece(ours, id, 0, photo.subarray(0, 400))
  const acknowledged = statSync(partOf(id)).size
  // The next piece was being written, whole or in part, when the power went: nobody was told that it is there.
  await appendPiece(id, 400, photo.subarray(400, 900))
  truncateSync(partOf(id), acknowledged + 300)
  expect(await assemblePieces(id)).toBeUndefined()
  expect(await receivePiece(ours, id, 400, photo.subarray(400, 700))).toMatchObject({ ok: true, offset: 700 })
  appendFileSync(partOf(id), Buffer.alloc(5))
  expect(await receivePiece(ours, id, 700, photo.subarray(700))).toMatchObject({ ok: true, done: true })
})

test('acknowledged pieces the disk lost are asked for again', async () => {
  const id = await started()
  await receivePiece(ours, id, 0, photo.subarray(0, 400))
  const first = statSync(partOf(id)).size
  await receivePiece(ours, id, 400, photo.subarray(400, 800))
  truncateSync(partOf(id), first + 20)
  expect(await receivePiece(ours, id, 800, photo.subarray(800, 900))).toEqual({ ok: false, error: 'offset', offset: 400 })
  expect(await receivePiece(ours, id, 400, photo.subarray(400))).toMatchObject({ ok: true, done: true })
})

test('a file whose pieces were altered on the disk starts anew', async () => {
  const id = await started()
  await receivePiece(ours, id, 0, photo.subarray(0, 400))
  const bytes = readFileSync(partOf(id))
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(partOf(id), bytes)
  expect(await receivePiece(ours, id, 400, photo.subarray(400))).toEqual({ ok: false, error: 'offset', offset: 0 })
  expect(await receivePiece(ours, id, 0, photo)).toMatchObject({ ok: true, done: true })
})

test('pieces of an unusable file are deleted', async () => {
  const id = await started(4)
  expect(await receivePiece(ours, id, 0, Buffer.from('text'))).toEqual({ ok: false, error: 'file-type' })
  expect(await receivePiece(ours, id, 0, Buffer.from('text'))).toEqual({ ok: false, error: 'file-gone' })
  expect([await uploadsIn(ours), onDisk()]).toEqual([[], []])
})

test('a folder neither sees nor touches the files of another', async () => {
  const [id, coming] = [await stored(), await started()]
  expect(await uploadBytes(theirs, id)).toBeUndefined()
  expect(await uploadProgress(theirs, coming)).toBeUndefined()
  expect(await receivePiece(theirs, coming, 0, photo)).toEqual({ ok: false, error: 'file-gone' })
  expect(await removeUpload(theirs, id)).toBe(false)
  await removeUploadsOf(theirs)
  expect(await uploadBytes(ours, id)).toBeDefined()
  expect(await receivePiece(ours, coming, 0, photo)).toMatchObject({ ok: true, done: true })
})

test('sizes are limited', async () => {
  expect(await startUpload(ours, book, largestFile + 1, now)).toEqual({ ok: false, error: 'file-too-large' })
  for (const size of [0, -1, 1.5, Number.NaN]) expect(await startUpload(ours, book, size, now)).toEqual({ ok: false, error: 'file-empty' })
  expect(await receivePiece(ours, await started(), 0, Buffer.alloc(largestPiece + 1))).toEqual({ ok: false, error: 'piece-too-large' })
})

test('the number of files of a paper and of a folder is limited; an abandoned upload makes room', async () => {
  const first = await started()
  for (let at = 1; at < uploadLimits.ofPaper; at++) await stored()
  expect(await receiveFile(ours, book, photo, now)).toEqual({ ok: false, error: 'paper-full' })
  expect(await startUpload(ours, book, 9, now)).toEqual({ ok: false, error: 'paper-full' })
  expect(await startUpload(ours, book, 9, later(0.6))).toMatchObject({ ok: true })
  expect(await uploadProgress(ours, first)).toBeUndefined()
  for (let at = uploadLimits.ofPaper; at < uploadLimits.ofFolder; at++) await startUpload(ours, `paper-${at}~home`, 9, now)
  expect(await startUpload(ours, 'id-card~m1', 9, now)).toEqual({ ok: false, error: 'folder-full' })
  expect(await startUpload(theirs, 'id-card~m1', 9, now)).toMatchObject({ ok: true })
})

test('a full disk is a refusal, and nothing is lost', async () => {
  const id = await started()
  await receivePiece(ours, id, 0, photo.subarray(0, 400))
  disk.isFull = true
  expect(await receiveFile(ours, book, photo, now)).toEqual({ ok: false, error: 'disk-full' })
  expect(await receivePiece(ours, id, 400, photo.subarray(400, 800))).toEqual({ ok: false, error: 'disk-full' })
  disk.isFull = false
  expect(await receivePiece(ours, id, 400, photo.subarray(400, photo.length - 1))).toMatchObject({ ok: true })
  await receivePiece(ours, id, photo.length - 1, photo.subarray(-1))
  expect((await uploadBytes(ours, id))?.type).toBe('image/jpeg')
  expect(onDisk().length).toBe(1)
})

test('where the disk was full for the finished file only, the last piece or an empty one tries again', async () => {
  const id = await started()
  await appendPiece(id, 0, photo)
  opened.db.update(papers).set({ bytes: photo.length }).run()
  disk.isFull = true
  expect(await receivePiece(ours, id, 0, photo)).toEqual({ ok: false, error: 'disk-full' })
  disk.isFull = false
  expect(await receivePiece(ours, id, photo.length, Buffer.alloc(0))).toMatchObject({ ok: true, done: true })
})

test('removing a file deletes its bytes', async () => {
  const [id, coming] = [await stored(), await started()]
  await receivePiece(ours, coming, 0, photo.subarray(0, 9))
  expect([await removeUpload(ours, id), await removeUpload(ours, id)]).toEqual([true, false])
  expect(await uploadBytes(ours, id)).toBeUndefined()
  await removeUploadsOf(ours)
  expect([await uploadsIn(ours), onDisk()]).toEqual([[], []])
})

test('a folder in the place of a file cannot be read, needs no key, and is deleted as the file would be', async () => {
  const [id, coming] = [await stored(), await started()]
  for (const name of [id, `${coming}.part`]) {
    const path = join(dataDir, 'papers', name.slice(0, 2), name)
    rmSync(path, { force: true })
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'within'), '')
  }
  await expect(getFile(id)).rejects.toEqual({ ok: false, table: 'papers', id })
  expect([await isFileCurrent(id), await assemblePieces(coming)]).toEqual([false, undefined])
  await removeStaleUploads(later(12))
  expect([await removeUpload(ours, id), await removeUpload(ours, coming)]).toEqual([true, true])
  expect(onDisk()).toEqual([])
})

test('an incomplete file is deleted after a day, and so are the bytes of files without a folder', async () => {
  const [id, coming, orphan] = [await stored(), await started(), await stored(theirs)]
  await receivePiece(ours, coming, 0, photo.subarray(0, 400))
  writeFileSync(join(dataDir, 'papers', id.slice(0, 2), `${id}.0123.new`), 'half')
  opened.db.delete(folders).where(eq(folders.id, theirs)).run()

  await removeStaleUploads(later(0.5))
  expect(onDisk().length).toBe(4)
  await removeStaleUploads(later(12))
  expect(onDisk().length).toBe(2)
  expect(await getFile(orphan)).toBeUndefined()
  expect(await receivePiece(ours, coming, 400, photo.subarray(400, 500))).toMatchObject({ ok: true, offset: 500 })

  await removeStaleUploads(later(receivingHours + 1))
  expect(await uploadProgress(ours, coming)).toBeUndefined()
  for (const path of onDisk()) utimesSync(path, later(-100), later(-100))
  await removeStaleUploads(now)
  expect(await uploadBytes(ours, id)).toBeDefined()
  opened.db.delete(folders).run()
  await removeStaleUploads(now)
  expect(onDisk()).toEqual([])
})

test('retention before there was any file does nothing', () => removeStaleUploads(now))
