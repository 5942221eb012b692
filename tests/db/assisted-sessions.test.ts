import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { assistedSessionOf, assistedSessionOnScreen, endLapsedAssistedSessions } from '#app/access/assisted-right.server.ts'
import { signedIn, signOut } from '#app/access/staff-session.server.ts'
import { endAssistedSession, endOf, startAssistedSession } from '#app/cases/assisted-session.server.ts'
import { encryptEvent } from '#app/cases/case-events.server.ts'
import { moveTo, subscribe } from '#app/cases/shared-session.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import {
  assistedSessionOfScreen,
  assistedSessionOfStaff,
  attachFolder,
  closeAssistedSession,
  closeStaffSession,
  joinScreen,
  replaceAssistedSession,
} from '#db/assisted-sessions.server.ts'
import { eventsOf } from '#db/audit-log.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderOfSession, openSession } from '#db/folder-sessions.server.ts'
import { insertFolder } from '#db/folders.server.ts'
import { changeHall, insertHall } from '#db/halls.server.ts'
import { changeStaff, type StoredStaff } from '#db/staff.server.ts'
import { openStaffSession } from '#db/staff-sessions.server.ts'
import { addStaff } from '#tests/support/add-staff.ts'

setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32) }, false))
let opened = openDatabase(':memory:', 'db/migrations')
beforeEach(() => {
  opened.close()
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterAll(() => opened.close())

const at = new Date('2026-11-25T02:00:00.000Z')
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
const assisted = (id: string, staffSession = 's') => ({
  ...{ id, staffId: 'clerk', staffSession, place: '630104', folderId: null, sealed: Buffer.from('x') },
  ...{ startedAt: at, expiresAt: later(2) },
})
const folder = async (id: string) => {
  const stored = {
    id,
    codeHash: `${id}-code`,
    pinHash: 'p',
    sealed: Buffer.from('x'),
    version: 1,
    submissionToken: id,
    createdAt: at,
    savedAt: at,
  }
  await insertFolder({ ...stored, expiresAt: later(99) }, [{ id: `${id}-a`, number: 1, service: 'job-services', member: null }])
}
const ended = (session: string) =>
  encryptEvent({ type: 'help-end', actor: { role: 'clerk', id: 'clerk' }, at: later(1).toISOString(), session, how: 'hand' })

const present = { ground: 'present', channel: 'counter', seen: ['id-card'] } as const
const hall = { id: 'h', place: '630104', name: { zh: '测试', bo: 'ཚོད་ལྟ' }, secondFactor: false }
const off = encryptEvent({ type: 'staff-changed', actor: { role: 'system' }, at: at.toISOString(), member: 'clerk', what: 'off' })

const administrator: StoredStaff = {
  ...{ id: 'admin', loginHash: 'a', sealed: Buffer.from('x'), role: 'administrator', hall: null, passwordHash: 'p' },
  ...{ roles: ['administrator'], serves: [] },
  ...{ secondFactor: null, lastStep: null, state: 'active' },
}

async function clerkSignedIn(hours = 12) {
  await insertHall(hall, at)
  await addStaff({ ...administrator, id: 'clerk', loginHash: 'l', role: 'clerk', roles: ['clerk'], hall }, at)
  await openStaffSession({ idHash: 's', staffId: 'clerk', seenAt: at, expiresAt: later(hours), practice: false })
}

describe('assisted sessions', () => {
  test('a staff session has one at a time: another replaces the one that runs, in one commit, or nothing is written', async () => {
    await folder('f1')
    expect(await replaceAssistedSession({ ...assisted('c1'), folderId: 'f1' }, [])).toBe(true)
    const before = { id: 'c1', at: later(1), events: [{ applicationId: 'f1-a', event: ended('c1') }] }
    for (const other of [undefined, { ...before, id: 'x' }]) expect(await replaceAssistedSession(assisted('c2'), [], other)).toBe(false)
    expect([(await assistedSessionOfStaff('s'))?.id, await eventsOf('f1-a')]).toEqual(['c1', []])
    expect(await replaceAssistedSession(assisted('c3', 'another'), [])).toBe(true)
    expect(await replaceAssistedSession(assisted('c2'), [], before)).toBe(true)
    expect((await assistedSessionOfStaff('s'))?.id).toBe('c2')
    expect((await eventsOf('f1-a')).map(({ type }) => type)).toEqual(['help-end'])
  })

  test('the folder of a new case is set once', async () => {
    await folder('f1')
    await folder('f2')
    await replaceAssistedSession(assisted('c1'), [])
    expect(await attachFolder('c1', 'f1', [])).toBe(true)
    expect(await attachFolder('c1', 'f2', [])).toBe(false)
    expect((await assistedSessionOfStaff('s'))?.folderId).toBe('f1')
  })

  test('the end closes folder and screen, and is logged with them, once', async () => {
    await folder('f1')
    await replaceAssistedSession({ ...assisted('c1'), folderId: 'f1' }, [])
    await openSession('cookie', 'f1', later(2), 'c1')
    await openSession('own', 'f1', later(2))
    await joinScreen('c1', 'screen')
    expect((await folderOfSession('cookie', at))?.clientSession).toBe('c1')
    expect((await assistedSessionOfScreen('screen'))?.id).toBe('c1')
    const gone = { applicationId: 'gone', event: ended('c1') }
    expect(await closeAssistedSession('c1', later(1), [{ applicationId: 'f1-a', event: ended('c1') }, gone])).toBe(true)
    expect(await folderOfSession('cookie', at)).toBeUndefined()
    expect((await folderOfSession('own', at))?.clientSession).toBeNull()
    expect(await assistedSessionOfScreen('screen')).toBeUndefined()
    expect((await eventsOf('f1-a')).map(({ type }) => type)).toEqual(['help-end'])
    expect(await eventsOf('gone')).toEqual([])
    expect(await closeAssistedSession('c1', later(1), [{ applicationId: 'f1-a', event: ended('c1') }])).toBe(false)
    expect(await eventsOf('f1-a')).toHaveLength(1)
  })

  test('started twice at one moment it is one session, on one ground for one folder; another ground ends it', async () => {
    await folder('f1')
    const asked = { staffId: 'clerk', staffSession: 's', place: '630104', folderId: 'f1', assistance: present }
    const ids = (await Promise.all([asked, asked, asked].map((one) => startAssistedSession(one, at)))).map(({ id }) => id)
    expect(new Set(ids).size).toBe(1)
    const types = async () => (await eventsOf('f1-a')).map(({ type }) => type)
    expect(await types()).toEqual(['help-begin'])
    await Promise.all([0, 1].map(() => startAssistedSession({ ...asked, assistance: { ...present, seen: ['passport'] } }, at)))
    expect(await types()).toEqual(['help-begin', 'help-end', 'help-begin'])
  })

  test('for a new case it is the same only until something was done in it', async () => {
    const asked = { staffId: 'clerk', staffSession: 's', place: '630104', folderId: null, assistance: present }
    const [one, other] = await Promise.all([0, 1].map(() => startAssistedSession(asked, at)))
    expect(other?.id).toBe(one?.id)
    moveTo(one?.id ?? '', 'check')
    const next = await startAssistedSession(asked, at)
    expect(next.id).not.toBe(one?.id)
    await joinScreen(next.id, 'screen')
    expect((await startAssistedSession(asked, at)).id).not.toBe(next.id)
  })

  test('a mandate ends with its last day in Qinghai, also during a session', async () => {
    const assistance = { ground: 'mandate', channel: 'counter', seen: ['mandate'], scope: ['submit'], until: '2026-11-25' } as const
    const [evening, midnight] = [new Date('2026-11-25T15:30:00Z'), new Date('2026-11-25T16:00:00Z')]
    expect(endOf({ until: '2026-11-25' }, evening)).toEqual(midnight)
    expect(endOf({ until: '2026-12-25' }, evening)).toEqual(new Date('2026-11-25T17:30:00Z'))
    expect(endOf({}, evening)).toEqual(new Date('2026-11-25T17:30:00Z'))
    await clerkSignedIn(24)
    const state = async (now: Date) => {
      const clerk = await signedIn('s', now)
      return clerk && assistedSessionOf(clerk, now)
    }
    const { id } = await startAssistedSession({ staffId: 'clerk', staffSession: 's', place: '630104', folderId: null, assistance }, evening)
    expect((await state(new Date(midnight.getTime() - 1)))?.assisted?.id).toBe(id)
    const over = (await state(midnight))?.over
    expect([over?.id, over?.how]).toEqual([id, 'time'])
    if (over) await endAssistedSession(over, over.how, midnight)
    expect(await state(midnight)).toBeUndefined()
    expect(await assistedSessionOfStaff('s')).toBeUndefined()
  })

  const was = { role: 'clerk', roles: ['clerk'], serves: [], sealed: Buffer.from('x'), hallId: 'h', state: 'active' } as const
  test.each([
    ['switched off', () => changeStaff({ id: 'clerk', ...was, state: 'off' }, was, off)],
    ['another role', () => changeStaff({ id: 'clerk', ...was, role: 'reviewer', roles: ['reviewer'] }, was, off)],
    ['no hall', () => changeStaff({ id: 'clerk', ...was, hallId: null }, was, off)],
    ['a hall at another place', () => changeHall({ ...hall, place: '632723' }, hall, off)],
    ['a second factor demanded', () => changeHall({ ...hall, secondFactor: true }, hall, off)],
  ])('it ends with the right of its clerk: %s', async (_, change) => {
    await addStaff(administrator, at)
    await folder('f1')
    await clerkSignedIn()
    const { id } = await startAssistedSession(
      { staffId: 'clerk', staffSession: 's', place: '630104', folderId: 'f1', assistance: present },
      at,
    )
    await joinScreen(id, 'screen')
    await endLapsedAssistedSessions(at)
    expect((await assistedSessionOnScreen('screen', at))?.assisted?.id).toBe(id)
    await change()
    expect((await assistedSessionOnScreen('screen', at))?.over?.how).toBe('right')
    const clerk = await signedIn('s', at)
    expect(clerk && (await assistedSessionOf(clerk, at))?.assisted).toBeUndefined()
    await endLapsedAssistedSessions(at)
    expect(await assistedSessionOfScreen('screen')).toBeUndefined()
    expect((await eventsOf('f1-a')).map(({ type }) => type)).toEqual(['help-begin', 'help-end'])
  })

  test("it ends with its clerk's session", async () => {
    await clerkSignedIn()
    const { id } = await startAssistedSession(
      { staffId: 'clerk', staffSession: 's', place: '630104', folderId: null, assistance: present },
      later(11),
    )
    await joinScreen(id, 'screen')
    expect((await assistedSessionOnScreen('screen', new Date(later(12).getTime() - 1)))?.assisted?.id).toBe(id)
    expect((await assistedSessionOnScreen('screen', later(12)))?.over?.how).toBe('right')
  })
})

describe('signing out', () => {
  const start = () =>
    startAssistedSession(
      { staffId: 'clerk', staffSession: 's', place: '630104', folderId: null, assistance: { ...present, seen: [...present.seen] } },
      at,
    )

  test('whoever shares the screen is told once the staff session is closed too: what they send then meets the sign-in page', async () => {
    await clerkSignedIn()
    const { id } = await start()
    const told: Promise<unknown>[] = []
    subscribe(id, 'clerk', (state) => {
      if (!state) told.push(signedIn('s', at))
    })
    await signOut('s', later(1))
    expect(await Promise.all(told)).toEqual([undefined])
    expect(await assistedSessionOfStaff('s')).toBeUndefined()
  })

  test('one that was started meanwhile is ended too', async () => {
    await clerkSignedIn()
    await start()
    expect(await closeStaffSession('s')).toBe(false)
    expect(await signedIn('s', at)).toBeDefined()
    await signOut('s', later(1))
    expect([await signedIn('s', at), await assistedSessionOfStaff('s')]).toEqual([undefined, undefined])
  })
})
