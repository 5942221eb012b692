import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newInvitation } from '#app/access/invitation.server.ts'
import { encryptNames, loginHashOf, namesOf } from '#app/access/staff-names.server.ts'
import { verifyChain } from '#app/audit-log/audit-log.server.ts'
import { encryptEvent, eventActor, historyOf } from '#app/cases/case-events.server.ts'
import type { StaffRole } from '#app/domain/staff.ts'
import { rotateKeys } from '#app/jobs/key-rotation.server.ts'
import { decryptText, encryptText } from '#app/security/encryption.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { allHalls, changeHall, hallById, insertHall } from '#db/halls.server.ts'
import { staffLinks, staffSessions } from '#db/schema.server.ts'
import {
  type Becoming,
  becomingOf,
  changeSecondFactor,
  changeStaff,
  hasAdministrator,
  type StoredStaff,
  staffById,
  staffByLogin,
} from '#db/staff.server.ts'
import { choosePassword, hasMark, insertInvited, makeFirst, ownerOfLink, replaceFirstLink, replaceLink } from '#db/staff-links.server.ts'
import {
  changePassword,
  closeStaffSessions,
  openStaffSession,
  ownerOfEndedSession,
  removeEndedAtDesk,
  staffOfSession,
} from '#db/staff-sessions.server.ts'
import { addStaff } from '#tests/support/add-staff.ts'

const works = (dataKey: string, ...oldDataKeys: string[]) =>
  setKeys(keysFrom({ sessionSecret: 's', dataKey, oldDataKeys, indexKey: 'i' }, false))
let opened: OpenDatabase
beforeEach(() => {
  works('first')
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const now = new Date('2026-11-25T08:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const hall = { id: 'hall-1', place: '632600', name: { zh: '测试大厅', bo: 'ཚོད་ལྟའི་ཚོམས་ཆེན' }, secondFactor: false }

function one(id: string, { role = 'clerk', ...more }: Partial<StoredStaff> = {}): StoredStaff {
  return {
    ...{ role, roles: [role], serves: [] },
    ...{ id, loginHash: loginHashOf(id), sealed: encryptNames(id, { name: '扎西·测试', login: id }), hall: null },
    ...{ passwordHash: 'p', secondFactor: null, lastStep: null, state: 'active' },
    ...more,
  }
}
const using = ({ stored }: { stored: { tokenHash: string } }, ...marks: string[]) => ({ tokenHash: stored.tokenHash, marks })
/** Somebody as they are, and in another role. */
async function standing(id: string): Promise<Becoming> {
  const stored = await staffById(id)
  if (!stored) throw new Error(`There is no ${id}`)
  return becomingOf(stored)
}
const inRole = (was: Becoming, role: StaffRole): Becoming => ({ ...was, role, roles: [role] })
const administrator = (id: string, more: Partial<StoredStaff> = {}) => one(id, { role: 'administrator', ...more })
const happened = (member: string, what: 'made' | 'off' | 'moved' | 'password' | 'link' | 'second-factor-on' | 'signed-out-everywhere') =>
  encryptEvent({ type: 'staff-changed', actor: eventActor('administrator', 'a'), at: now.toISOString(), member, what })
const session = (staffId: string, idHash = `session of ${staffId}`) => ({
  ...{ idHash, staffId, seenAt: now, expiresAt: later(12), practice: false },
})

describe('the first administrator', () => {
  test('is created by the newest link, once, and then there are no such links', async () => {
    const [older, newer] = [newInvitation(null, now), newInvitation(null, now)]
    expect(await replaceFirstLink(older.stored)).toBe(true)
    expect(await replaceFirstLink(newer.stored)).toBe(true)
    expect(await ownerOfLink(older.stored.tokenHash, now)).toBeUndefined()
    expect(await ownerOfLink(newer.stored.tokenHash, now)).toBe('first-administrator')
    expect(await ownerOfLink(newer.stored.tokenHash, later(72))).toBeUndefined()
    const made = await Promise.all(['a', 'b'].map((id) => makeFirst(using(newer), administrator(id), now, happened(id, 'made'))))
    expect(made).toEqual([true, false])
    expect(hasAdministrator()).toBe(true)
    expect(await replaceFirstLink(newInvitation(null, now).stored)).toBe(false)
    expect((await historyOf('desk')).map(({ type }) => type)).toEqual(['staff-changed'])
  })

  test('of a link only its keyed hash is stored', async () => {
    const { token, stored } = newInvitation(null, now)
    await replaceFirstLink(stored)
    const everything = JSON.stringify(opened.db.select().from(staffLinks).all())
    expect(everything).not.toContain(token)
    expect(everything).toContain(stored.tokenHash)
  })
})

describe('a link of a member of staff', () => {
  test('sets a password once, ends their sessions, and a newer link replaces an older one', async () => {
    const [first, second] = [newInvitation('m', now), newInvitation('m', now)]
    expect(await insertInvited(one('m', { passwordHash: null }), first.stored, now, happened('m', 'made'))).toBe(true)
    expect(
      await insertInvited(one('m2', { loginHash: loginHashOf('M ') }), newInvitation('m2', now).stored, now, happened('m2', 'made')),
    ).toBe(false)
    await replaceLink(second.stored, happened('m', 'link'))
    await openStaffSession(session('m'))
    expect(await choosePassword(using(first), 'm', 'x', now, happened('m', 'password'))).toBe(false)
    expect(await choosePassword(using(second, 'used', 'by'), 'm', 'new', now, happened('m', 'password'))).toBe(true)
    expect(await choosePassword(using(second, 'other'), 'm', 'again', now, happened('m', 'password'))).toBe(false)
    // That it was used is known until it would have expired, and is no link itself.
    const marked = (at: Date) => Promise.all(['used', 'by', 'other'].map((mark) => hasMark(mark, at)))
    expect([await marked(now), await marked(later(72))]).toEqual([
      [true, true, false],
      [false, false, false],
    ])
    expect(await ownerOfLink(second.stored.tokenHash, now)).toBeUndefined()
    expect((await staffById('m'))?.passwordHash).toBe('new')
    expect(await staffOfSession('session of m', now)).toBeUndefined()
  })

  test('is not valid for an inactive staff member', async () => {
    await addStaff(administrator('a'), now)
    const { stored } = newInvitation('m', now)
    await insertInvited(one('m'), stored, now, happened('m', 'made'))
    await changeStaff({ ...(await standing('m')), state: 'off' }, await standing('m'), happened('m', 'off'))
    expect(await ownerOfLink(stored.tokenHash, now)).toBeUndefined()
  })
})

describe('changes', () => {
  test('the last administrator stays one', async () => {
    await addStaff(administrator('a'), now)
    await addStaff(administrator('b', { passwordHash: null }), now)
    const was = await standing('a')
    expect(await changeStaff({ ...was, state: 'off' }, was, happened('a', 'off'))).toBe('last-administrator')
    expect(await changeStaff(inRole(was, 'clerk'), was, happened('a', 'moved'))).toBe('last-administrator')
    await changePassword('p', null, happened('b', 'password'), { session: session('b') })
    const both = await Promise.all(
      ['a', 'b'].map(async (id) => {
        const one = await standing(id)
        return changeStaff({ ...one, state: 'off' }, one, happened(id, 'off'))
      }),
    )
    expect(both).toEqual(['done', 'last-administrator'])
    expect(hasAdministrator()).toBe(true)
  })

  test('over a newer one nothing is written: role and hall, password, second factor', async () => {
    await addStaff(administrator('a'), now)
    await addStaff(one('m'), now)
    const asMade = await standing('m')
    const reviewer = inRole(asMade, 'reviewer')
    expect(await changeStaff(reviewer, asMade, happened('m', 'moved'))).toBe('done')
    expect(await changeStaff(inRole(reviewer, 'supervisor'), asMade, happened('m', 'moved'))).toBe('stale')
    const had = (await staffById('m'))?.passwordHash ?? null
    await openStaffSession(session('m', 'before'))
    expect(await changePassword('first', had, happened('m', 'password'), { session: session('m', 'next') })).toBe(true)
    expect(await changePassword('second', had, happened('m', 'password'), { session: session('m', 'late') })).toBe(false)
    const open = await Promise.all(['before', 'next', 'late'].map(async (idHash) => (await staffOfSession(idHash, now)) !== undefined))
    expect(open).toEqual([false, true, false])
    const factor = (secret: string) => ({ secondFactor: encryptText(secret, 'second-factor m'), lastStep: 7 })
    expect(await changeSecondFactor('m', factor('FIRST'), null, happened('m', 'second-factor-on'))).toBe(true)
    expect(await changeSecondFactor('m', factor('SECOND'), null, happened('m', 'second-factor-on'))).toBe(false)
    const stands = await staffById('m')
    expect([stands?.role, stands?.passwordHash]).toEqual(['reviewer', 'first'])
    expect(decryptText(stands?.secondFactor ?? Buffer.alloc(0), 'second-factor m')).toBe('FIRST')
    expect(await historyOf('desk')).toHaveLength(3)
  })

  test('disabling signs out at once, everywhere', async () => {
    await addStaff(administrator('a'), now)
    await addStaff(one('m'), now)
    for (const idHash of ['one', 'two']) await openStaffSession(session('m', idHash))
    expect(await staffOfSession('one', now)).toMatchObject({ staff: { id: 'm' } })
    await changeStaff({ ...(await standing('m')), state: 'off' }, await standing('m'), happened('m', 'off'))
    for (const idHash of ['one', 'two']) expect(await staffOfSession(idHash, now)).toBeUndefined()
  })

  test('sessions end by time, by hand everywhere, and expired ones are deleted', async () => {
    await addStaff(one('m'), now)
    await openStaffSession(session('m', 'one'))
    expect(await staffOfSession('one', later(12))).toBeUndefined()
    expect(await ownerOfEndedSession('one', later(11))).toBeUndefined()
    expect(await ownerOfEndedSession('one', later(12))).toEqual({ staffId: 'm', practice: false })
    await removeEndedAtDesk(later(35))
    expect(await ownerOfEndedSession('one', later(35))).toBeDefined()
    await removeEndedAtDesk(later(36))
    expect(await ownerOfEndedSession('one', later(36))).toBeUndefined()
    await openStaffSession(session('m', 'two'))
    await closeStaffSessions('m', happened('m', 'signed-out-everywhere'))
    expect(await staffOfSession('two', now)).toBeUndefined()
    await openStaffSession(session('m', 'three'))
    await replaceLink(newInvitation('m', now).stored, happened('m', 'link'))
    await removeEndedAtDesk(later(80))
    for (const table of [staffSessions, staffLinks]) expect(opened.db.select().from(table).all()).toEqual([])
  })

  test('a time step opens one session, and never does an earlier one; the same session is opened once', async () => {
    await addStaff(one('m'), now)
    const by = (idHash: string, step: number) => openStaffSession(session('m', idHash), happened('m', 'link'), step)
    expect(await Promise.all([by('one', 100), by('two', 100), by('one', 100)])).toEqual([true, false, true])
    expect([await by('three', 99), await by('three', 101), await by('one', 100)]).toEqual([false, true, true])
    expect(
      opened.db
        .select()
        .from(staffSessions)
        .all()
        .map(({ idHash }) => idHash),
    ).toEqual(['one', 'three'])
    expect(await historyOf('desk')).toHaveLength(2)
    // Once it has ended, its code does not open it again.
    await closeStaffSessions('m', happened('m', 'signed-out-everywhere'))
    expect(await by('one', 101)).toBe(false)
  })

  test('a hall is saved, changed and found, and every change is an event that leaves the audit log whole', async () => {
    const event = (what: 'made' | 'changed') =>
      encryptEvent({
        ...{ type: 'hall-changed', actor: eventActor('administrator', 'a'), at: now.toISOString() },
        ...{ hall: hall.id, what, place: hall.place, secondFactor: false },
      })
    await insertHall(hall, now, event('made'))
    expect(await changeHall({ ...hall, secondFactor: true }, hall, event('changed'))).toBe(true)
    // Over a newer one nothing is written, and nothing told.
    expect(await changeHall({ ...hall, place: '630105' }, hall, event('changed'))).toBe(false)
    expect(await hallById('hall-1')).toEqual({ ...hall, secondFactor: true })
    expect(await allHalls()).toHaveLength(1)
    expect(await addStaff(one('m', { hall }), now, happened('m', 'made'))).toBe(true)
    expect(await staffByLogin(loginHashOf(' Ｍ '))).toMatchObject({ id: 'm', hall: { secondFactor: true } })
    expect((await historyOf('desk')).map(({ type }) => type)).toEqual(['hall-changed', 'hall-changed', 'staff-changed'])
    expect((await verifyChain()).broken).toBeNull()
  })
})

test('names and second factors are reencrypted with a new data key', async () => {
  await addStaff(one('m'), now)
  await changeSecondFactor(
    'm',
    { secondFactor: encryptText('SECRET', 'second-factor m'), lastStep: 7 },
    null,
    happened('m', 'second-factor-on'),
  )
  works('second', 'first')
  expect(await rotateKeys()).toEqual({ anew: 3, unreadable: 0, complete: true })
  works('second')
  const found = await staffById('m')
  expect(found && namesOf(found)).toEqual({ name: '扎西·测试', login: 'm' })
  expect(decryptText(found?.secondFactor ?? Buffer.alloc(0), 'second-factor m')).toBe('SECRET')
})
