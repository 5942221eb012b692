import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseById } from '#app/cases/case.server.ts'
import { encryptEvent, eventActor, historyOf } from '#app/cases/case-events.server.ts'
import { makeFolder, openStored } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { checksumOf } from '#app/cases/letter-checksum.server.ts'
import { codeHashOf } from '#app/cases/letter-register.server.ts'
import { submissionOf } from '#app/cases/submission.ts'
import { changeCase, handIn } from '#app/cases/transition.server.ts'
import type { CaseEvent } from '#app/domain/case-state.ts'
import { daysLater } from '#app/domain/day.ts'
import { isLetter } from '#app/domain/letter-event.ts'
import { practicePlace } from '#app/domain/place.ts'
import { finalFrom } from '#app/domain/take-back.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { forgetApplication } from '#db/applications.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderById } from '#db/folders.server.ts'
import { changeHallDetails, insertHall } from '#db/halls.server.ts'
import { letterByCode } from '#db/letters.server.ts'
import { textOf } from '../support/texts.ts'

let opened: OpenDatabase
const now = new Date('2026-11-24T08:00:00Z')
const at = now.toISOString()
beforeEach(async () => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32), indexKey: 'i'.repeat(32) }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  await insertHall({ id: 'h', place: '630104', name: { zh: '测试大厅', bo: 'ཚོད་ལྟ།' }, secondFactor: false }, now)
})
afterEach(() => opened.close())

const reviewer = eventActor('reviewer', 'r')
const step = async (id: string, event: CaseEvent) => expect(await changeCase(await caseById(id), event)).toBe('done')
const approve = (more: Partial<CaseEvent> = {}) => ({ type: 'approve', actor: reviewer, at, ...more }) as CaseEvent

/** A case somebody reviews. */
async function inReview(id: string, county = '630104'): Promise<void> {
  const wanted = { number: 1, service: 'public-rental-housing', member: null } as const
  const folder: Folder = {
    ...{ answers: {}, members: [{ id: '1', name: '扎西·测试', answers: {} }], applicant: '1', seen: [], filled: [] },
    values: { 'address/home/county': county },
  }
  const made = await makeFolder(folder, [{ id, ...wanted }], '123456', now)
  const open = await openStored((await folderById(made.id)) ?? expect.fail())
  const event = { type: 'submit' as const, actor: eventActor('resident'), at, language: 'bo' as const, version: '1' }
  const submission = submissionOf(folder, wanted, [], () => [], 'bo', '2026-11-24')
  await handIn(open, [{ application: open.applications[0] ?? expect.fail(), event, submission }], now)
  await step(id, { type: 'accept', actor: eventActor('clerk', 'c'), at })
  await step(id, { type: 'start-review', actor: reviewer, at })
}

/** The documents of the letters of a case, in their order. */
const documents = async (id: string) => (await historyOf(id)).filter(isLetter).map(({ document }) => document ?? expect.fail())
const registers = async (id: string) => (await documents(id)).map(({ register }) => register ?? expect.fail())
const told = async (code: string, when = daysLater(now, 1)) => letterByCode(codeHashOf(code), when)
const states = async (id: string) => Promise.all((await registers(id)).map(async ({ code }) => (await told(code))?.state))

test('letters get one number after another, those decided at once too; what is checked says number, day, issuer and checksum', async () => {
  const ids = ['a', 'b', 'c']
  for (const id of ids) await inReview(id)
  await Promise.all(ids.map((id) => step(id, approve())))
  const all = (await Promise.all(ids.map(registers))).flat()
  expect(all.map(({ number }) => number).sort()).toEqual(['630104-2026-00001', '630104-2026-00002', '630104-2026-00003'])
  expect(new Set(all.map(({ code }) => code)).size).toBe(3)
  const [{ number, code, checksum } = expect.fail()] = all
  const issuer = { zh: '测试大厅', bo: 'ཚོད་ལྟ།' }
  expect(await told(code)).toEqual({ number, issuer, checksum, issuedAt: now, state: 'valid' })
  expect(await told('0'.repeat(32))).toBeUndefined()
})

test('the checksum is of everything the letter says', async () => {
  await inReview('a')
  await step('a', approve({ reason: { text: '测试', language: 'zh' } } as Partial<CaseEvent>))
  const [letter = expect.fail()] = (await historyOf('a')).filter(isLetter)
  const { document = expect.fail() } = letter
  expect(checksumOf(letter)).toBe(document.register?.checksum)
  expect(checksumOf({ ...letter, document: { ...document, to: '别人' } })).not.toBe(document.register?.checksum)
  expect(checksumOf({ ...letter, reason: { text: '别的', language: 'zh' } } as typeof letter)).not.toBe(document.register?.checksum)
  expect(document).toMatchObject({ submitted: '2026-11-24', unreviewed: { bo: textOf('bo', 'common:unreviewed') } })
})

test('an approval that may be taken back is told to nobody; taken back, it never was, and what it ended holds again', async () => {
  await inReview('a')
  await step('a', approve())
  await step('a', {
    type: 'reopen',
    actor: eventActor('supervisor', 's'),
    at,
    on: '2026-11-24',
    ground: 'recheck',
    reason: { text: '测试', language: 'zh' },
  } as CaseEvent)
  // Whoever decided before does not decide alone.
  const other = eventActor('reviewer', 'r-2')
  await step('a', approve({ actor: other, finalAt: finalFrom(now) } as Partial<CaseEvent>))
  const [first = expect.fail(), second = expect.fail()] = await registers('a')
  expect([(await told(first.code, now))?.state, await told(second.code, now)]).toEqual(['valid', undefined])
  expect(await states('a')).toEqual(['replaced', 'valid'])
  await step('a', { type: 'take-back', actor: other, at })
  expect(await states('a')).toEqual(['valid', undefined])
  await step('a', approve({ actor: other }))
  expect((await registers('a')).map(({ number }) => number.slice(-5))).toEqual(['00001', '00002', '00003'])
})

test('what is put right is replaced, and what is annulled is told as such; both still after the case was deleted', async () => {
  await inReview('a')
  await step('a', approve())
  const supervisor = eventActor('supervisor', 's')
  await step('a', { type: 'correct-decision', actor: supervisor, at, was: '甲', is: '乙' })
  expect(await states('a')).toEqual(['replaced', 'valid'])
  const [, { register = expect.fail() } = expect.fail()] = await documents('a')
  await step('a', {
    ...{ type: 'annul', actor: supervisor, at, on: '2026-11-24', department: 'housing-security', heard: 'present', article: '七' },
    reason: { text: '测试', language: 'zh' },
  } as unknown as CaseEvent)
  expect(await states('a')).toEqual(['replaced', 'annulled', 'valid'])
  await forgetApplication('a', encryptEvent({ type: 'forget', actor: eventActor('system'), at }))
  expect((await told(register.code))?.state).toBe('annulled')
})

test('a hall with a mandate of the department writes decisions in its name; without one it tells what came of it', async () => {
  await inReview('a')
  await step('a', approve())
  const details = { mandated: ['housing-security'], 'mandate-number': '测试〔2026〕1号' }
  const event = {
    type: 'hall-changed',
    actor: eventActor('administrator', 'x'),
    at,
    hall: 'h',
    what: 'changed',
    place: '630104',
    secondFactor: false,
  } as const
  expect(await changeHallDetails('h', details, null, encryptEvent(event))).toBe(true)
  await inReview('b')
  await step('b', approve())
  const [[without = expect.fail()], [mandated = expect.fail()]] = [await documents('a'), await documents('b')]
  expect([without.labels?.title?.zh, without.mandate]).toEqual([textOf('zh', 'desk:letter.title'), undefined])
  expect([mandated.labels?.title?.zh, mandated.register?.issuer.zh]).toEqual([
    textOf('zh', 'desk:letter.title-decision'),
    textOf('zh', 'departments:housing-security'),
  ])
  expect(mandated.mandate?.zh).toContain('测试〔2026〕1号')
})

test('letters of practice are in no register', async () => {
  await insertHall({ id: 'p', place: practicePlace, name: { zh: '练习', bo: 'སྦྱོང་བརྡར།' }, secondFactor: false }, now)
  await inReview('a', practicePlace)
  await step('a', approve())
  expect((await documents('a'))[0]?.register).toBeUndefined()
})
