import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyChain } from '#app/audit-log/audit-log.server.ts'
import { caseById } from '#app/cases/case.server.ts'
import { encryptEvent, eventActor, historyOf } from '#app/cases/case-events.server.ts'
import { documentOf, laterDocument } from '#app/cases/decision-document.server.ts'
import { makeFolder, openStored } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { submissionOf } from '#app/cases/submission.ts'
import { changeCase, handIn } from '#app/cases/transition.server.ts'
import type { CaseEvent } from '#app/domain/case-state.ts'
import { isDecision } from '#app/domain/event.ts'
import { writeDecisionDocuments } from '#app/jobs/write-decision-documents.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderById } from '#db/folders.server.ts'
import { insertHall } from '#db/halls.server.ts'
import { halls } from '#db/schema.server.ts'
import { change as changeStored } from '../support/case-changes.ts'
import { textOf } from '../support/texts.ts'

let opened: OpenDatabase
beforeEach(() => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32), indexKey: 'i'.repeat(32) }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const now = new Date('2026-11-24T08:00:00Z')
const at = now.toISOString()
const wanted = { number: 1, service: 'public-rental-housing', member: null } as const
const filled: Folder = {
  ...{ answers: {}, members: [{ id: '1', name: '扎西·测试', answers: {} }], applicant: '1', seen: [], filled: [] },
  values: { 'address/home/county': '630104' },
}
const step = async (event: CaseEvent) => expect(await changeCase(await caseById('a'), event)).toBe('done')

/** An application in a county with a hall, until somebody reviews it. */
async function inReview(): Promise<void> {
  await insertHall({ id: 'h', place: '630104', name: { zh: '测试大厅', bo: 'ཚོད་ལྟ།' }, secondFactor: false }, now)
  const { id } = await makeFolder(filled, [{ id: 'a', ...wanted }], '123456', now)
  const open = await openStored((await folderById(id)) ?? expect.fail())
  const application = open.applications[0] ?? expect.fail()
  const event = { type: 'submit' as const, actor: eventActor('resident'), at, language: 'bo' as const, version: '1' }
  await handIn(open, [{ application, event, submission: submissionOf(filled, wanted, [], () => [], 'bo', '2026-11-24') }], now)
  await step({ type: 'accept', actor: eventActor('clerk', 'c'), at })
  await step({ type: 'start-review', actor: eventActor('reviewer', 'r'), at })
}

async function decided() {
  const decision = (await historyOf('a')).findLast(isDecision) ?? expect.fail()
  return { decision, document: await documentOf(await caseById('a'), decision) }
}

test('a decision stores hall, department, conditions, articles and sentences in both languages, whatever becomes of them', async () => {
  await inReview()
  const reviewed = (await caseById('a')).application.service
  expect(reviewed).toBe(wanted.service)
  await step({ type: 'judge', actor: eventActor('reviewer', 'r'), at, condition: 'C4', truth: 'no' })
  await step({ type: 'propose-decline', actor: eventActor('reviewer', 'r'), at, condition: 'C4', reason: { text: '测试', language: 'zh' } })
  await step({ type: 'decline', actor: eventActor('supervisor', 's'), at, condition: 'C4', reason: { text: '测试', language: 'zh' } })
  opened.db.update(halls).set({ nameZh: '改名了', nameBo: 'བརྗེས།' }).run()
  const { decision, document } = await decided()
  expect(decision.document).toEqual(document)
  expect(document).toMatchObject({
    service: { zh: textOf('zh', `services/${wanted.service}:name`), bo: textOf('bo', `services/${wanted.service}:name`) },
    hall: { name: { zh: '测试大厅', bo: 'ཚོད་ལྟ།' }, place: { zh: textOf('zh', 'places:counties.630104') } },
    outcome: { zh: textOf('zh', 'application:status.declined.name') },
    ground: { says: { bo: textOf('bo', `services/${wanted.service}:conditions.C4.is`) } },
    next: { zh: textOf('zh', 'desk:letter.object'), bo: textOf('bo', 'desk:letter.object') },
  })
  expect(document.departments.length).toBeGreaterThan(0)
  const judged = document.conditions.filter(({ by }) => by === 'hall')
  expect(judged).toMatchObject([{ truth: 'no', says: { zh: textOf('zh', `services/${wanted.service}:conditions.C4.is`) } }])
  expect(document.conditions.flatMap(({ sources }) => sources).every(({ zh, bo }) => zh !== '' && bo !== '')).toBe(true)
  expect((await verifyChain()).broken).toBeNull()
  expect([document.to, document.labels?.stamp?.bo]).toEqual(['扎西·测试', textOf('bo', 'desk:letter.stamp')])
})

test('a decision without a document names the hall of its county, for every reader', async () => {
  await inReview()
  const decision = { type: 'approve' as const, actor: eventActor('reviewer', 'gone'), at }
  const { hall, outcome } = await documentOf(await caseById('a'), decision)
  expect([hall?.name.zh, outcome.bo]).toEqual(['测试大厅', textOf('bo', 'application:status.approved.name')])
})

test('a decision taken before there were documents gets one, once; from then on it reads the same, and says that it was written later', async () => {
  await inReview()
  const decision = { type: 'approve' as const, actor: eventActor('reviewer', 'gone'), at }
  await changeStored({ id: 'a', to: 'approved', event: encryptEvent(decision) })
  const later = new Date('2027-01-05T08:00:00Z')
  expect(await writeDecisionDocuments(later)).toEqual({ documents: 1, unreadable: 0 })
  opened.db.update(halls).set({ nameZh: '改名了', nameBo: 'བརྗེས།' }).run()
  const { document } = await decided()
  expect(document.hall?.name.zh).toBe('测试大厅')
  expect(laterDocument(await historyOf('a'))).toMatchObject({ at: later.toISOString(), document })
  expect((await verifyChain()).broken).toBeNull()
  expect(await writeDecisionDocuments(later)).toBeUndefined()
  expect((await historyOf('a')).filter(({ type }) => type === 'decision-document')).toHaveLength(1)
})

test('a decision that was written with its document gets no other', async () => {
  await inReview()
  await step({ type: 'approve', actor: eventActor('reviewer', 'r'), at })
  expect(await writeDecisionDocuments(now)).toEqual({ documents: 0, unreadable: 0 })
})
