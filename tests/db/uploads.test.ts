import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { insertFolder } from '#db/folders.server.ts'
import { folders } from '#db/schema.server.ts'
import {
  deleteUpload,
  insertUpload,
  knownUploads,
  type NewUpload,
  saveUpload,
  setReceived,
  staleUploads,
  uploadById,
  uploadIdsOf,
  uploadsIn,
} from '#db/uploads.server.ts'

const at = new Date('2026-11-24T08:00:00Z')
const hours = (number: number) => new Date(at.getTime() + number * 3_600_000)
const most = { ofPaper: 2, ofFolder: 3 }

let opened: OpenDatabase
beforeEach(async () => {
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  for (const id of ['ours', 'theirs']) {
    const folder = {
      id,
      codeHash: id,
      pinHash: 'p',
      sealed: Buffer.of(1),
      version: 1,
      submissionToken: 'r',
      createdAt: at,
      savedAt: at,
      expiresAt: at,
    }
    await insertFolder(folder, [])
  }
})
afterEach(() => opened.close())

const receiving = (id: string, more: Partial<NewUpload> = {}): NewUpload => ({
  ...{ id, folderId: 'ours', paper: 'household-book~home', state: 'receiving', type: '', bytes: 0, size: 900, createdAt: at },
  ...more,
})
const stored = (id: string, more: Partial<NewUpload> = {}) =>
  receiving(id, { state: 'kept', type: 'image/jpeg', bytes: 70, size: 70, ...more })

test('a file is read as it was added, oldest first, by folder and paper', async () => {
  await insertUpload(stored('b', { createdAt: hours(1) }), most)
  await insertUpload(receiving('a'), most)
  await insertUpload(stored('c', { paper: 'id-card~m1' }), most)
  expect((await uploadsIn('ours')).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  expect(await uploadsIn('ours', 'household-book~home')).toEqual([receiving('a'), stored('b', { createdAt: hours(1) })])
  expect(await uploadIdsOf('ours')).toEqual(['a', 'c', 'b'])
})

test('a folder sees its own files only', async () => {
  await insertUpload(stored('a'), most)
  expect(await uploadById('ours', 'a')).toEqual(stored('a'))
  expect(await uploadById('theirs', 'a')).toBeUndefined()
  expect(await uploadsIn('theirs')).toEqual([])
  expect(await deleteUpload('theirs', 'a')).toBe(false)
  expect(await deleteUpload('ours', 'a')).toBe(true)
  expect(await deleteUpload('ours', 'a')).toBe(false)
})

test('no more files are added than the maximum, and none to a deleted folder', async () => {
  expect(await insertUpload(stored('a'), most)).toBe('added')
  expect(await insertUpload(receiving('b'), most)).toBe('added')
  expect(await insertUpload(stored('c'), most)).toBe('paper-full')
  expect(await insertUpload(stored('c', { paper: 'id-card~m1' }), most)).toBe('added')
  expect(await insertUpload(stored('d', { paper: 'id-card~m2' }), most)).toBe('folder-full')
  expect(await insertUpload(stored('e', { folderId: 'gone' }), most)).toBe('folder-gone')
})

test('many added at the same moment do not pass the limit', async () => {
  const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map((id) => insertUpload(stored(id), most)))
  expect(outcomes.filter((outcome) => outcome === 'added').length).toBe(2)
})

test('a piece counts only at the end of the file, in its own folder, while it is incomplete', async () => {
  await insertUpload(receiving('a'), most)
  expect(await setReceived({ folderId: 'ours', id: 'a', from: 0, to: 500 })).toBe(true)
  expect(await setReceived({ folderId: 'ours', id: 'a', from: 0, to: 500 })).toBe(false)
  expect(await setReceived({ folderId: 'theirs', id: 'a', from: 500, to: 900 })).toBe(false)
  expect(await uploadById('ours', 'a')).toMatchObject({ bytes: 500, size: 900 })
  expect(await saveUpload({ folderId: 'theirs', id: 'a', type: 'image/jpeg', bytes: 70 })).toBe(false)
  expect(await saveUpload({ folderId: 'ours', id: 'a', type: 'image/jpeg', bytes: 70 })).toBe(true)
  expect(await saveUpload({ folderId: 'ours', id: 'a', type: 'image/jpeg', bytes: 70 })).toBe(false)
  expect(await setReceived({ folderId: 'ours', id: 'a', from: 70, to: 80 })).toBe(false)
  expect(await uploadById('ours', 'a')).toEqual(stored('a'))
})

test('an incomplete file is stale after its time, a stored one never', async () => {
  await insertUpload(receiving('a'), most)
  await insertUpload(stored('b'), most)
  expect(await staleUploads(hours(-1))).toEqual([])
  expect((await staleUploads(hours(0))).map(({ id }) => id)).toEqual(['a'])
})

test('the files of a folder are deleted with it', async () => {
  await insertUpload(stored('a'), most)
  expect(await knownUploads(['a', 'b'])).toEqual(new Set(['a']))
  opened.db.delete(folders).run()
  expect(await knownUploads(['a', ...Array.from({ length: 1200 }, (_, at) => `x${at}`)])).toEqual(new Set())
})
