import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { caseById } from '#app/cases/case.server.ts'
import { encryptEvent, eventActor, historyOf } from '#app/cases/case-events.server.ts'
import { makeFolder, type OpenFolder, openStored, saveOpenFolder } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { submissionOf } from '#app/cases/submission.ts'
import { changeCase, handIn, handInAgain } from '#app/cases/transition.server.ts'
import type { CaseEvent } from '#app/domain/case-state.ts'
import { daysLater } from '#app/domain/day.ts'
import { applyRetention } from '#app/jobs/retention.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { appendAssistedEvents } from '#db/assisted-sessions.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderById } from '#db/folders.server.ts'
import { outbox } from '#db/schema.server.ts'

let opened: OpenDatabase
beforeEach(() => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32), indexKey: 'i'.repeat(32) }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const now = new Date('2026-11-24T08:00:00Z')
const at = now.toISOString()
const [day, reviewer] = ['2026-11-24', eventActor('reviewer', 'r-1')]
const wanted = { number: 1, service: 'skills-training', member: '1' } as const
const filled: Folder = {
  ...{ answers: {}, members: [{ id: '1', name: '扎西·测试', answers: {} }], applicant: '1', seen: [], filled: [] },
  values: { 'address/home/county': '630104', 'contact/home/phone': '13800000000', 'contact/home/messages': 'sms' },
}
const moved: Folder = { ...filled, values: { ...filled.values, 'address/home/county': '632723' } }

async function folderNow(id: string): Promise<OpenFolder> {
  return openStored((await folderById(id)) ?? expect.fail())
}

/** A folder with one application that was handed in, as somebody has it open. */
async function handedIn(): Promise<OpenFolder> {
  const { id } = await makeFolder(filled, [{ id: 'a', ...wanted }], '123456', now)
  const open = await folderNow(id)
  const [application] = open.applications
  const event = { type: 'submit' as const, actor: eventActor('resident'), at, language: 'bo' as const, version: '1' }
  const submission = submissionOf(filled, wanted, [], () => [], 'bo', day)
  expect(await handIn(open, application ? [{ application, event, submission }] : [], now)).toBe('done')
  return folderNow(id)
}

const step = async (event: CaseEvent) => changeCase(await caseById('a'), event)
const ask: CaseEvent = { type: 'ask-correction', actor: reviewer, at, items: [{ target: 'person/1/name', reason: 'missing' }] }
const resubmit = { type: 'resubmit' as const, actor: eventActor('resident'), at, language: 'bo' as const, version: '1', changed: [] }
const types = async () => (await historyOf('a')).map(({ type }) => type)
const messages = () => opened.db.select().from(outbox).all().length

const handInAgainLater = (open: OpenFolder) => corrected(open, daysLater(now, 1).toISOString())

async function corrected(open: OpenFolder, at = resubmit.at) {
  const [application] = open.applications
  if (!application) throw new Error('Nothing was handed in')
  return handInAgain(
    open,
    moved,
    application,
    { ...resubmit, at },
    submissionOf(moved, wanted, [], () => [], 'bo', day),
    () => true,
  )
}

describe('a correction', () => {
  test('is saved with what it corrects in the folder: content, submission, hand-over and message together', async () => {
    const { stored } = await handedIn()
    await step(ask)
    expect(await corrected(await folderNow(stored.id))).toBe('done')
    const { folder, applications } = await folderNow(stored.id)
    expect(folder.values['address/home/county']).toBe('632723')
    expect(applications).toMatchObject([{ status: 'resubmitted', county: '632723', version: 4 }])
    expect(JSON.stringify((await decryptSubmission({ id: 'a', sealed: applications[0]?.sealed ?? null }))?.rows)).toContain('称多县')
    expect(await types()).toEqual(['submit', 'ask-correction', 'resubmit', 'hand-over'])
    expect(messages()).toBe(3)
  })

  test('keeps the submission token, and the moment, it was first handed in with; a step without a submission changes neither hashes nor content', async () => {
    const open = await handedIn()
    const of = ({ applications: [one] }: OpenFolder) =>
      one && [one.submissionToken, one.submittedAt, one.personHash, one.detailsHash, one.sealed?.toString('hex')]
    const first = of(open)
    expect(first?.[0]).toBeTruthy()
    await step(ask)
    expect(of(await folderNow(open.stored.id))).toEqual(first)
    expect(await handInAgainLater(await folderNow(open.stored.id))).toBe('done')
    const again = of(await folderNow(open.stored.id))
    expect(again?.slice(0, 2)).toEqual(first?.slice(0, 2))
    expect(again?.[4]).not.toBe(first?.[4])
  })

  test('of a case changed meanwhile is not saved, nor is the folder', async () => {
    const { stored } = await handedIn()
    await step(ask)
    const open = await folderNow(stored.id)
    const help = { type: 'help-end' as const, actor: eventActor('system'), at, session: 's', how: 'time' as const }
    await appendAssistedEvents([{ applicationId: 'a', event: encryptEvent(help) }])
    expect(await corrected(open)).toBe('stale')
    const after = await folderNow(stored.id)
    expect(after.stored.version).toBe(open.stored.version)
    expect(after.folder.values['address/home/county']).toBe('630104')
    expect(after.applications).toMatchObject([{ status: 'correction-asked', county: '630104' }])
  })

  test('in a folder that was saved meanwhile changes nothing of the case', async () => {
    const { stored } = await handedIn()
    await step(ask)
    const open = await folderNow(stored.id)
    expect(await saveOpenFolder(open, filled, now)).toBe(true)
    expect(await corrected(open)).toBe('stale')
    expect((await folderNow(stored.id)).applications).toMatchObject([{ status: 'correction-asked', county: '630104' }])
    expect(await types()).toEqual(['submit', 'ask-correction'])
    expect(messages()).toBe(2)
  })
})

test('a rating posted twice at the same moment is saved once', async () => {
  await handedIn()
  expect(await step({ type: 'withdraw', actor: eventActor('resident'), at })).toBe('done')
  const rate: CaseEvent = { type: 'rate', actor: eventActor('resident'), at, score: 2 }
  expect(await Promise.all([step(rate), step(rate)])).toEqual(['done', 'stale'])
  expect(await step(rate)).toBe('not-allowed')
  expect(await types()).toEqual(['submit', 'withdraw', 'rate'])
})

test('every step has a message where they were asked for; notes and views have none, and a view makes nothing stale', async () => {
  await handedIn()
  await step({ type: 'accept', actor: eventActor('clerk', 'c-1'), at })
  await step({ type: 'look', actor: eventActor('clerk', 'c-1'), at, what: 'file', target: 'x' })
  expect((await caseById('a')).application.version).toBe(2)
  await step({ type: 'note', actor: eventActor('clerk', 'c-1'), at, words: { text: '测试', language: 'zh' } })
  await step({ type: 'start-review', actor: reviewer, at })
  await step({ type: 'propose-decline', actor: reviewer, at, reason: { text: '测试', language: 'zh' } })
  expect(messages()).toBe(3)
})

test('an idle draft expires and its content is deleted, in one commit; with a submitted application the content stays', async () => {
  const { id } = await makeFolder(filled, [{ id: 'b', ...wanted }], '123456', now)
  const { stored } = await handedIn()
  await saveOpenFolder(await folderNow(stored.id), filled, now, { add: [{ id: 'c', ...wanted, number: 2 }] })
  await applyRetention(daysLater(now, 31))
  expect((await folderNow(id)).folder.values).toEqual({})
  expect((await folderNow(id)).applications.map(({ status }) => status)).toEqual(['expired'])
  expect((await folderNow(stored.id)).folder.values).toEqual(filled.values)
  expect((await folderNow(stored.id)).applications.map(({ status }) => status)).toEqual(['submitted', 'expired'])
})
