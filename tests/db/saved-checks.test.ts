import { afterEach, beforeEach, expect, test } from 'vitest'
import { daysLater } from '#app/domain/day.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { insertFeedback } from '#db/feedback.server.ts'
import {
  countWrongPin,
  findCheck,
  forgetWrongPins,
  insertSavedCheck,
  removeCheck,
  removeExpired,
  wrongPins,
} from '#db/saved-checks.server.ts'
import { feedback } from '#db/schema.server.ts'

let opened: OpenDatabase
beforeEach(() => {
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const at = new Date('2026-11-24T08:00:00Z')
const later = (days: number) => daysLater(at, days)
const check = { codeHash: 'h', pinHash: 'p', sealed: Buffer.from([1, 2, 3]), createdAt: at, expiresAt: later(30) }

test('the database answers once it is migrated', () => expect(opened.isReady()).toBe(true))

test('a check is stored as it is, and only once under a code', async () => {
  expect(await insertSavedCheck(check)).toBe(true)
  expect(await insertSavedCheck({ ...check, pinHash: 'other' })).toBe(false)
  expect(await findCheck('h', at)).toEqual(check)
})

test('a check expires after thirty days, before it is deleted', async () => {
  await insertSavedCheck(check)
  expect(await findCheck('h', later(29.99))).toBeDefined()
  expect(await findCheck('h', later(30))).toBeUndefined()
  expect(await removeExpired(later(31), later(30))).toBe(1)
  expect(await removeCheck('h')).toBe(false)
})

test('wrong PINs count within the window only', async () => {
  const since = new Date(at.getTime() - 1_800_000)
  for (let wrong = 0; wrong < 3; wrong++) await countWrongPin('h', at, since)
  expect(await wrongPins('h', since)).toBe(3)
  expect(await wrongPins('h', at)).toBe(0)
  await countWrongPin('h', later(1), at)
  expect(await wrongPins('h', at)).toBe(1)
  await forgetWrongPins('h')
  expect(await wrongPins('h', since)).toBe(0)
})

test('feedback on a page is stored, once', async () => {
  const message = { mode: 'bo', page: '/bo/help', kind: 'unclear', message: 'གོ་མ་ཐུབ།', county: null }
  for (let sent = 0; sent < 2; sent++) await insertFeedback('f', message, at)
  expect(opened.db.select().from(feedback).all()).toMatchObject([{ mode: 'bo', message: 'གོ་མ་ཐུབ།', createdAt: at.toISOString() }])
})
