import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventActor } from '#app/cases/case-events.server.ts'
import { makeFolder, type OpenFolder, openStored, saveOpenFolder } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { foldersSeen, hashesOfNumber, hashesOfPhone } from '#app/cases/person-search.server.ts'
import { submissionOf } from '#app/cases/submission.ts'
import { handIn } from '#app/cases/transition.server.ts'
import { lookupFaults } from '#app/jobs/lookup-faults.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderById } from '#db/folders.server.ts'
import { folderLookups, folders } from '#db/schema.server.ts'

let opened: OpenDatabase
beforeEach(() => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32), indexKey: 'i'.repeat(32) }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const now = new Date('2026-11-24T08:00:00Z')
const [number, other, phone] = ['990000198601010016', '990000199003070013', '13800000016']
const here = { place: '630104', practice: false }

const person = (own: string, values: Folder['values'] = {}): Folder => ({
  ...{ answers: {}, members: [{ id: '1', name: '扎西', answers: {} }], applicant: '1', seen: [], filled: [] },
  values: {
    'person/1/name': '扎西',
    'person/1/identity-number': own,
    'contact/home/phone': phone,
    'address/home/county': '630104',
    ...values,
  },
})

async function opening(folder: Folder): Promise<OpenFolder> {
  const { id } = await makeFolder(folder, [{ id: 'a', number: 1, service: 'skills-training', member: '1' }], '123456', now)
  return openStored((await folderById(id)) ?? expect.fail())
}
const byNumber = async (of: string) => (await foldersSeen(hashesOfNumber(of), here)).length
const byPhone = async (of: string) => (await foldersSeen(hashesOfPhone(of), here)).length

test('a folder is found by what is in it now, and by nothing once it is deleted', async () => {
  const open = await opening(person(number))
  expect([await byNumber(number), await byPhone(phone), await byNumber(other)]).toEqual([1, 1, 0])
  expect(await saveOpenFolder(open, person(other, { 'contact/home/phone': '13800000017' }), now)).toBe(true)
  expect([await byNumber(number), await byNumber(other), await byPhone(phone), await byPhone('13800000017')]).toEqual([0, 1, 0, 1])
  // A save that came too late changes nothing.
  expect(await saveOpenFolder(open, person(number), now)).toBe(false)
  expect([await byNumber(number), await byNumber(other)]).toEqual([0, 1])
  opened.db.delete(folders).run()
  expect(opened.db.select().from(folderLookups).all()).toEqual([])
})

test('what was handed in with a number is found by it, whatever stands in the folder since', async () => {
  const open = await opening(person(number))
  const drafts = open.applications.map((application) => ({
    ...{ application, submission: submissionOf(open.folder, application, [], () => [], 'zh', '2026-11-24') },
    event: { type: 'submit' as const, actor: eventActor('resident'), at: now.toISOString(), language: 'zh' as const, version: '1' },
  }))
  expect(await handIn(open, drafts, now)).toBe('done')
  const again = await openStored((await folderById(open.stored.id)) ?? expect.fail())
  expect(await saveOpenFolder(again, person(other), now)).toBe(true)
  expect([await byNumber(number), await byNumber(other)]).toEqual([1, 1])
})

test('a folder that is found by something else than its content says is named, and no other', async () => {
  const open = await opening(person(number))
  expect(await lookupFaults()).toEqual([])
  opened.db.delete(folderLookups).where(eq(folderLookups.folderId, open.stored.id)).run()
  expect((await lookupFaults()).map(({ table, id }) => `${table} ${id}`)).toEqual([`folder_lookups ${open.stored.id}`])
})
