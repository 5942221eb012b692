import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignNext } from '#app/cases/assignment.server.ts'
import { caseById } from '#app/cases/case.server.ts'
import { eventActor, historyOf } from '#app/cases/case-events.server.ts'
import { makeFolder, type OpenFolder, openStored } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { submissionOf } from '#app/cases/submission.ts'
import { changeCase, handIn } from '#app/cases/transition.server.ts'
import { daysLater } from '#app/domain/day.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { wrongPersonHash } from '#app/jobs/person-hashes.server.ts'
import { applyRetention } from '#app/jobs/retention.server.ts'
import { keyedHash, keysFrom, setKeys } from '#app/security/keys.server.ts'
import { setUnreadableLog } from '#app/security/stored-value.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderById } from '#db/folders.server.ts'
import { applications, events, folders } from '#db/schema.server.ts'

// Rows that cannot be read, below the pages: what goes on without them, and what is said of them.
let opened: OpenDatabase
let said: string[]
beforeEach(() => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32), indexKey: 'i'.repeat(32) }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  said = []
  setUnreadableLog((line) => said.push(line))
})
afterEach(() => opened.close())

const now = new Date('2026-11-24T08:00:00Z')
const [at, day, number] = [now.toISOString(), '2026-11-24', '990000199003070016']

function person(more: Readonly<Record<string, string>> = {}, born = '1990-03-07'): Folder {
  return {
    ...{ answers: {}, members: [{ id: '1', name: '扎西·测试', answers: { 'birth-date': born } }], applicant: '1', seen: [], filled: [] },
    values: { 'person/1/name': '扎西·测试', 'contact/home/phone': '13800000000', 'address/home/county': '630104', ...more },
  }
}

async function newApplication(id: string, folder = person()): Promise<OpenFolder> {
  const made = await makeFolder(folder, [{ id, number: 1, service: 'skills-training', member: '1' }], '123456', now)
  return openStored((await folderById(made.id)) ?? expect.fail())
}

async function handedIn(id: string, folder = person()): Promise<OpenFolder> {
  const open = await newApplication(id, folder)
  const drafts = open.applications.map((application) => ({
    ...{ application, submission: submissionOf(folder, application, [], () => [], 'zh', day) },
    event: { type: 'submit' as const, actor: eventActor('resident'), at, language: 'zh' as const, version: '1' },
  }))
  expect(await handIn(open, drafts, now)).toBe('done')
  return open
}

test('an event that cannot be read stands in its place with its kind and day, and the next step is taken', async () => {
  await handedIn('a')
  await changeCase(await caseById('a'), { type: 'accept', actor: eventActor('clerk', 'c'), at })
  opened.db
    .update(events)
    .set({ sealed: Buffer.alloc(60) })
    .where(eq(events.type, 'submit'))
    .run()
  const { id } = opened.db.select().from(events).where(eq(events.type, 'submit')).get() ?? expect.fail()
  const lost = { type: 'unreadable', id, was: 'submit', at }
  expect(await historyOf('a')).toMatchObject([lost, { type: 'accept' }])
  expect(await changeCase(await caseById('a'), { type: 'start-review', actor: eventActor('reviewer', 'r'), at })).toBe('done')
  opened.db.update(events).set({ at: 'once' }).where(eq(events.id, id)).run()
  expect(await historyOf('a')).toMatchObject([{ ...lost, at: null }, { type: 'accept' }, { type: 'start-review' }])
  expect(said).toEqual([expect.stringContaining(`"table":"events","id":"${id}"`)])
})

test.each([
  [
    'cannot be read',
    (id: string) =>
      opened.db
        .update(folders)
        .set({ sealed: Buffer.alloc(60) })
        .where(eq(folders.id, id))
        .run(),
  ],
  [
    'is not there',
    (id: string) => {
      opened.db.$client.pragma('foreign_keys = OFF')
      opened.db.update(folders).set({ id: 'elsewhere' }).where(eq(folders.id, id)).run()
    },
  ],
])('a case whose folder %s can be taken on, with what is damaged in it, and the one behind it too', async (_, damage) => {
  const { stored } = await handedIn('a')
  await handedIn('b')
  damage(stored.id)
  const take = () =>
    assignNext({ place: '630104', statuses: ['submitted'] }, { type: 'assign', actor: eventActor('clerk', 'c'), at, to: 'c' })
  opened.db.update(applications).set({ expiresAt: 'once' }).where(eq(applications.id, 'a')).run()
  expect([await take(), await take(), await take()]).toEqual(['a', 'b', undefined])
  await expect(caseById('a')).rejects.toMatchObject({ table: 'folders', id: stored.id })
})

test('drafts expire, also those whose folder cannot be read or is not there, and are deleted in time', async () => {
  const [unread, gone] = [await newApplication('a'), await newApplication('b')]
  await newApplication('c')
  opened.db
    .update(folders)
    .set({ sealed: Buffer.alloc(60) })
    .where(eq(folders.id, unread.stored.id))
    .run()
  opened.db.$client.pragma('foreign_keys = OFF')
  opened.db.delete(folders).where(eq(folders.id, gone.stored.id)).run()
  const statuses = () =>
    ['a', 'b', 'c'].map((id) => opened.db.select().from(applications).where(eq(applications.id, id)).get()?.status ?? 'deleted')
  await applyRetention(daysLater(now, 29))
  expect(statuses()).toEqual(['draft', 'draft', 'draft'])
  await applyRetention(daysLater(now, 40))
  expect(statuses()).toEqual(['expired', 'expired', 'expired'])
  await applyRetention(daysLater(now, 200))
  expect(statuses()).toEqual(['deleted', 'deleted', 'deleted'])
})

test.each<[string, Folder, Folder, Partial<Record<'personHash' | 'detailsHash', string | null>>, string | undefined]>([
  ['as submitted', person({ 'person/1/identity-number': number }), person({ 'person/1/identity-number': number }), {}, undefined],
  ['without a number', person(), person(), {}, undefined],
  ['another number hash', person({ 'person/1/identity-number': number }), person(), { personHash: 'other' }, 'person_hash'],
  [
    'no number hash',
    person({ 'person/1/identity-number': number }),
    person({ 'person/1/identity-number': number }),
    { personHash: null },
    'person_hash',
  ],
  ['a number hash without a number', person(), person(), { personHash: 'other' }, 'person_hash'],
  ['another hash of details', person({ 'person/1/identity-number': number }), person(), { detailsHash: 'other' }, 'details_hash'],
  ['another hash of details, without a number', person(), person(), { detailsHash: 'other' }, 'details_hash'],
  [
    'another hash of details: with a number the birth date of the folder says nothing',
    person({ 'person/1/identity-number': number }),
    person({ 'person/1/identity-number': number }, '1990-03-08'),
    { detailsHash: 'other' },
    'details_hash',
  ],
  [
    'the folder has another name and telephone since',
    person(),
    person({ 'person/1/name': '卓玛·测试', 'contact/home/phone': '13900000000' }),
    {},
    undefined,
  ],
  ['the folder has a number since', person(), person({ 'person/1/identity-number': number }), {}, undefined],
  [
    'made of the folder as it is now: a number',
    person(),
    person({ 'person/1/identity-number': number }),
    { personHash: hashLabels.person('skills-training', number) },
    undefined,
  ],
  [
    'made of the folder as it is now: a telephone',
    person(),
    person({ 'contact/home/phone': '13900000000' }),
    { detailsHash: hashLabels.personDetails('skills-training', '扎西测试', '1990-03-07', '13900000000') },
    undefined,
  ],
  ['the birth date was changed since', person(), person({}, '1990-03-08'), { detailsHash: 'other' }, undefined],
])('hashes of a person are made anew: %s', async (_, submitted, since, altered, expected) => {
  await handedIn('a', submitted)
  const { application } = await caseById('a')
  const values = Object.fromEntries(Object.entries(altered).map(([name, value]) => [name, value && keyedHash(value)]))
  const submission = (await decryptSubmission(application)) ?? expect.fail()
  expect(wrongPersonHash({ ...application, ...values }, since, submission)).toBe(expected)
})
