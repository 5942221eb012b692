import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { assistedSessionOf, endAssistedSession, endOf, startAssistedSession } from '#app/cases/assisted-session.server.ts'
import { encryptEvent } from '#app/cases/case-events.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import {
  assistedSessionOfScreen,
  assistedSessionOfStaff,
  attachFolder,
  closeAssistedSession,
  expiredAssistedSessions,
  insertAssistedSession,
  joinScreen,
} from '#db/assisted-sessions.server.ts'
import { eventsOf } from '#db/audit-log.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderOfSession, openSession } from '#db/folder-sessions.server.ts'
import { keepFolder } from '#db/folders.server.ts'

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
  ...{ id, staffId: 'clerk', staffSession, folderId: null, sealed: Buffer.from('x') },
  ...{ startedAt: at, expiresAt: later(2) },
})
const folder = async (id: string) => {
  const stored = { id, codeHash: `${id}-code`, pinHash: 'p', sealed: Buffer.from('x'), version: 1, round: id, createdAt: at, savedAt: at }
  await keepFolder({ ...stored, expiresAt: later(99) }, [{ id: `${id}-a`, number: 1, service: 'job-services', member: null }])
}
const ended = (session: string) =>
  encryptEvent({ type: 'help-end', actor: { role: 'clerk', id: 'clerk' }, at: later(1).toISOString(), session, how: 'hand' })

describe('assisted sessions', () => {
  test('a staff session has one at a time', async () => {
    await insertAssistedSession(assisted('c1'), [])
    await expect(insertAssistedSession(assisted('c2'), [])).rejects.toThrow('not ended')
    await insertAssistedSession(assisted('c3', 'another'), [])
    await closeAssistedSession('c1', at, [])
    await insertAssistedSession(assisted('c2'), [])
    expect((await assistedSessionOfStaff('s'))?.id).toBe('c2')
  })

  test('the folder of a new case is set once', async () => {
    await folder('f1')
    await folder('f2')
    await insertAssistedSession(assisted('c1'), [])
    expect(await attachFolder('c1', 'f1', [])).toBe(true)
    expect(await attachFolder('c1', 'f2', [])).toBe(false)
    expect((await assistedSessionOfStaff('s'))?.folderId).toBe('f1')
  })

  test('the end closes folder and screen, and is logged with them, once', async () => {
    await folder('f1')
    await insertAssistedSession({ ...assisted('c1'), folderId: 'f1' }, [])
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

  test("a session not ended expires, or ends with the clerk's session", async () => {
    await insertAssistedSession(assisted('c1'), [])
    // Nobody is signed in with this session.
    expect((await expiredAssistedSessions(at)).map(({ id }) => id)).toEqual(['c1'])
    await closeAssistedSession('c1', at, [])
    expect(await expiredAssistedSessions(later(9))).toEqual([])
  })

  test('a mandate ends with its last day in Qinghai, also during a session', async () => {
    const help = { ground: 'mandate', channel: 'counter', seen: ['mandate'], scope: ['submit'], until: '2026-11-25' } as const
    const [evening, midnight] = [new Date('2026-11-25T15:30:00Z'), new Date('2026-11-25T16:00:00Z')]
    expect(endOf({ until: '2026-11-25' }, evening)).toEqual(midnight)
    expect(endOf({ until: '2026-12-25' }, evening)).toEqual(new Date('2026-11-25T17:30:00Z'))
    expect(endOf({}, evening)).toEqual(new Date('2026-11-25T17:30:00Z'))
    const { id } = await startAssistedSession({ staffId: 'clerk', staffSession: 's', folderId: null, help }, evening)
    expect((await assistedSessionOf('s', new Date(midnight.getTime() - 1)))?.assisted?.id).toBe(id)
    const over = (await assistedSessionOf('s', midnight))?.over
    expect(over?.id).toBe(id)
    if (over) await endAssistedSession(over, 'time', midnight)
    expect(await assistedSessionOf('s', midnight)).toBeUndefined()
    expect(await assistedSessionOfStaff('s')).toBeUndefined()
  })
})
