import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dayOf, daysLater } from '#app/domain/day.ts'
import { type Check, emptyCheck } from '#app/forms/household-form.ts'
import { withAnswerOf } from '#app/forms/members.ts'
import { encryptWithKey } from '#app/security/aes-gcm.server.ts'
import { keyedHash, keys, keysFrom, setKeys } from '#app/security/keys.server.ts'
import { hashPin } from '#app/security/pin.server.ts'
import { secureRandom } from '#app/security/random.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { insertSavedCheck } from '#db/saved-checks.server.ts'
import { savedChecks } from '#db/schema.server.ts'
import { packCheck } from './check-cookie.server.ts'
import { deleteCheck, openCheck, saveCheck, standingOf, storedDays } from './saved.server.ts'

const works = (dataKey: string, ...oldDataKeys: string[]) => setKeys(keysFrom({ sessionSecret: 'session', dataKey, oldDataKeys }, false))

let opened: OpenDatabase
beforeEach(() => {
  works('first')
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const [now, pin] = [new Date('2026-11-24T08:00:00Z'), '481592']
const check: Check = withAnswerOf(emptyCheck, null, 'hukou-place', 'qh-other')

test('a saved check opens with its code and PIN after the data key changed', async () => {
  const code = await saveCheck(check, pin, now, secureRandom(32))
  works('second', 'first')
  expect(await openCheck(code, pin, now)).toMatchObject({ ok: true, check })
})

test('a check saved before there were key ids opens, before and after the data key changed', async () => {
  const code = await saveCheck(check, pin, now, secureRandom(32))
  const codeHash = keyedHash(`case-code ${code}`)
  const sealed = encryptWithKey(packCheck(check), keys().data.current.key, `saved-check ${codeHash}`)
  opened.close()
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  await insertSavedCheck({ codeHash, pinHash: await hashPin(pin), sealed, createdAt: now, expiresAt: daysLater(now, 1) })
  expect(await openCheck(code, pin, now)).toMatchObject({ ok: true, check })
  works('second', 'first')
  expect(await openCheck(code, pin, now)).toMatchObject({ ok: true, check })
})

describe('from one seed', () => {
  const seed = secureRandom(32)
  const saved = () => opened.db.select({ codeHash: savedChecks.codeHash }).from(savedChecks).all()

  test('one is saved, under one code; from another, another', async () => {
    const codes = await Promise.all([saveCheck(check, pin, now, seed), saveCheck(check, pin, now, seed)])
    expect(codes[1]).toBe(codes[0])
    expect(saved()).toHaveLength(1)
    expect(await saveCheck(check, pin, now, secureRandom(32))).not.toBe(codes[0])
    expect(saved()).toHaveLength(2)
  })

  test('what was deleted is saved anew', async () => {
    const code = await saveCheck(check, pin, now, seed)
    await deleteCheck(saved()[0]?.codeHash ?? '')
    expect(await openCheck(await saveCheck(check, pin, now, seed), pin, now)).toMatchObject({ ok: true, check })
    expect(await openCheck(code, '000000', now)).toMatchObject({ ok: false })
    expect(saved()).toHaveLength(1)
  })

  test('a code another check has is left to it', async () => {
    const other = withAnswerOf(check, null, 'hukou-place', 'outside')
    const theirs = await saveCheck(other, pin, now, seed)
    const code = await saveCheck(check, pin, now, seed)
    expect(code).not.toBe(theirs)
    expect(await openCheck(theirs, pin, now)).toMatchObject({ ok: true, check: other })
    expect(await openCheck(code, pin, now)).toMatchObject({ ok: true, check })
  })
})

describe('how what was saved stands by now', () => {
  const last = daysLater(now, storedDays)
  const savedNow = async () => ({ code: await saveCheck({ ...check, id: 'a' }, pin, now, secureRandom(32)), until: dayOf(last) })

  test('the same as the check, whatever its id', async () =>
    expect(await standingOf(await savedNow(), { ...check, id: 'b' }, now)).toBe('same'))

  test('of older answers, once one was changed', async () =>
    expect(await standingOf(await savedNow(), withAnswerOf(check, null, 'hukou-place', 'outside'), now)).toBe('older'))

  test('not there any more, once it was deleted', async () => {
    const code = await savedNow()
    await deleteCheck(opened.db.select({ codeHash: savedChecks.codeHash }).from(savedChecks).all()[0]?.codeHash ?? '')
    expect(await standingOf(code, check, daysLater(now, 1))).toBe('gone')
  })

  test('past its last day', async () => expect(await standingOf(await savedNow(), check, last)).toBe('expired'))
})
