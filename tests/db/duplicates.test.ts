import type Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { caseById } from '#app/cases/case.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { duplicatesOf, twiceIn } from '#app/cases/duplicates.server.ts'
import { encryptFolder, makeFolder, type OpenFolder, openStored, saveOpenFolder } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { submissionOf } from '#app/cases/submission.ts'
import { changeCase, handIn } from '#app/cases/transition.server.ts'
import type { DuplicateGround } from '#app/domain/duplicate-ground.ts'
import type { DraftApplication } from '#app/forms/application-form.ts'
import { decryptText, encryptText } from '#app/security/encryption.server.ts'
import { keyedHash, keysFrom, setKeys } from '#app/security/keys.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderById } from '#db/folders.server.ts'
import { personDetails } from '#db/migrations/code/person-details.server.ts'
import { applications } from '#db/schema.server.ts'

let opened: OpenDatabase
beforeEach(() => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32), indexKey: 'i'.repeat(32) }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const now = new Date('2026-11-24T08:00:00Z')
const [at, day] = [now.toISOString(), '2026-11-24']
const number = '990000199003070016'

/** A sample person; fields left out stay as they are, and undefined is not written. */
function person(more: { name?: string; born?: string; phone?: string; number?: string } = {}): Folder {
  const { name = '扎西·才让', born = '1990-03-07', phone = '13800000000', number: own } = more
  const values = { 'person/1/name': name, 'contact/home/phone': phone, 'address/home/county': '630104' }
  return {
    ...{ answers: {}, members: [{ id: '1', name, answers: { 'birth-date': born } }], applicant: '1', seen: [], filled: [] },
    values: own === undefined ? values : { ...values, 'person/1/identity-number': own },
  }
}

const one = (id: string, number = 1, service = 'skills-training', member: string | null = '1') => ({ id, number, service, member })

async function opening(folder: Folder, wanted: readonly (DraftApplication & { readonly id: string })[]): Promise<OpenFolder> {
  const { id } = await makeFolder(folder, wanted, '123456', now)
  return openStored((await folderById(id)) ?? expect.fail())
}

async function handedIn(id: string, folder: Folder, service?: string): Promise<OpenFolder> {
  const open = await opening(folder, [one(id, 1, service)])
  const drafts = open.applications.map((application) => ({
    ...{ application, submission: submissionOf(folder, application, [], () => [], 'zh', day) },
    event: { type: 'submit' as const, actor: eventActor('resident'), at, language: 'zh' as const, version: '1' },
  }))
  expect(await handIn(open, drafts, now)).toBe('done')
  return open
}

const found = async (id: string) =>
  (await duplicatesOf((await caseById(id)).application)).map(({ application, ground }) => `${application.id} ${ground}`)

describe('a submission may be a duplicate', () => {
  test.each<[string, Folder, Folder, DuplicateGround | null]>([
    ['with the same identity number', person({ number }), person({ name: '别人', phone: '13900000000', number }), 'identity-number'],
    ['without a number, with the same name, birth date and telephone', person(), person(), 'same-details'],
    ['and where only one of the two wrote the number', person(), person({ number }), 'same-details'],
    ['however the name is spaced and dotted', person({ name: 'Tashi Tsering' }), person({ name: 'TASHI·tsering' }), 'same-details'],
    ['but not with another name', person(), person({ name: '卓玛' }), null],
    ['nor with another birth date', person(), person({ born: '1990-03-08' }), null],
    ['nor with another telephone', person(), person({ phone: '13900000000' }), null],
    ['nor with two numbers: these are two people', person({ number }), person({ number: '99000019900307003X' }), null],
    ['nor where only the year of birth is known', person({ born: '1990' }), person({ born: '1990' }), null],
  ])('%s', async (_, ours, theirs, ground) => {
    await handedIn('ours', ours)
    await handedIn('theirs', theirs)
    await handedIn('other', theirs, 'job-services')
    expect(await found('ours')).toEqual(ground ? [`theirs ${ground}`] : [])
    expect(await found('theirs')).toEqual(ground ? [`ours ${ground}`] : [])
  })

  test('only while it is open', async () => {
    await handedIn('ours', person())
    await handedIn('theirs', person())
    expect(await changeCase(await caseById('theirs'), { type: 'withdraw', actor: eventActor('resident'), at })).toBe('done')
    expect(await found('ours')).toEqual([])
  })
})

describe('before submission', () => {
  const bare = { ...person(), values: {} }
  test('the same service twice for the same member, or for the household, is named; different members and services are not', async () => {
    const wanted = [
      one('a', 1),
      one('b', 2),
      one('c', 3, 'job-services'),
      one('d', 4, 'job-services', '2'),
      one('e', 5, 'exam-local', null),
    ]
    const open = await opening(bare, wanted)
    expect(await twiceIn(open, open.applications)).toEqual({ here: ['skills-training'], open: [], approved: [] })
    const home = await opening(bare, [one('f', 1, 'public-rental-housing', null), one('g', 2, 'public-rental-housing', null)])
    expect(await twiceIn(home, home.applications)).toEqual({ here: ['public-rental-housing'], open: [], approved: [] })
  })

  test('two members who are one person are found by their details', async () => {
    const twins = {
      ...person({ number }),
      members: ['1', '2'].map((id) => ({ id, name: '扎西', answers: {} })),
      values: { 'person/1/identity-number': number, 'person/2/identity-number': number },
    }
    const open = await opening(twins, [one('a', 1), one('b', 2, 'skills-training', '2')])
    expect(await twiceIn(open, open.applications)).toEqual({ here: ['skills-training'], open: [], approved: [] })
  })

  test('one of the same member that is with the hall is named, whatever their details', async () => {
    const { stored } = await handedIn('ours', bare)
    const folderNow = async () => openStored((await folderById(stored.id)) ?? expect.fail())
    expect(await saveOpenFolder(await folderNow(), bare, now, { add: [one('again', 2), one('child', 3, 'skills-training', '2')] })).toBe(
      true,
    )
    const { applications, ...open } = await folderNow()
    const drafts = (id: string) =>
      twiceIn(
        { ...open, applications },
        applications.filter((application) => application.id === id),
      )
    expect(await drafts('again')).toEqual({ here: [], open: ['skills-training'], approved: [] })
    expect(await drafts('child')).toEqual({ here: [], open: [], approved: [] })
    expect(await found('ours')).toEqual([])
  })

  test('one that is with the hall already is named, in whatever folder it lies', async () => {
    await handedIn('ours', person())
    const open = await opening(person(), [one('a')])
    expect(await twiceIn(open, open.applications)).toEqual({ here: [], open: ['skills-training'], approved: [] })
    const stranger = await opening(person({ name: '卓玛' }), [one('b')])
    expect(await twiceIn(stranger, stranger.applications)).toEqual({ here: [], open: [], approved: [] })
  })

  test('one that was approved is named to staff of its place, and to nobody else', async () => {
    await handedIn('ours', person())
    opened.db.update(applications).set({ status: 'approved' }).where(eq(applications.id, 'ours')).run()
    const open = await opening(person(), [one('a')])
    const told = async (place?: string) => (await twiceIn(open, open.applications, place)).approved
    expect(await Promise.all(['630104', '630000', '630105', undefined].map(told))).toEqual([
      ['skills-training'],
      ['skills-training'],
      [],
      [],
    ])
  })
})

test('submissions from before there were such hashes get one from their folder; an unreadable folder is left', async () => {
  const folders = [person(), person({ number }), person({ name: 'TASHI·tsering' }), person({ born: '1990' })]
  for (const [index, folder] of folders.entries()) await handedIn(`a${index}`, folder)
  const hashes = () =>
    opened.db.select({ id: applications.id, hash: applications.detailsHash }).from(applications).orderBy(applications.id).all()
  const before = hashes()
  expect(before.map(({ hash }) => hash !== null)).toEqual([true, true, true, false])
  opened.db.update(applications).set({ detailsHash: null }).run()
  const client: Database.Database = opened.db.$client
  const damaged = client.prepare<[], { id: string }>(`select folder_id as id from applications where id = 'a2'`).get()
  client.prepare('update folders set sealed = ? where id = ?').run(encryptFolder('another', 'code', person()), damaged?.id)
  personDetails.run(client, { encrypt: encryptText, decrypt: decryptText, keyedHash })
  expect(hashes()).toEqual(before.map((row) => (row.id === 'a2' ? { ...row, hash: null } : row)))
})
