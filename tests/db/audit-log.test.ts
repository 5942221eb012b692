import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chainOlder, verifyChain } from '#app/audit-log/audit-log.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import type { ApplicationEvent } from '#app/domain/event.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { forgetApplication } from '#db/applications.server.ts'
import { appendDeskEvent } from '#db/audit-log.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { insertFolder, removeFolder } from '#db/folders.server.ts'
import { applications, events } from '#db/schema.server.ts'
import { beside, change as changeCase, submitDrafts } from '../support/case-changes.ts'

let opened: OpenDatabase
const keysOf = (dataKey: string) => setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey, indexKey: 'i'.repeat(32) }, false))
beforeEach(async () => {
  keysOf('d'.repeat(32))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  for (const id of ['ours', 'theirs']) await handedIn(id)
  await changeCase({ id: 'ours', to: 'accepted', event: encryptEvent(accept) })
  await beside('ours', encryptEvent({ type: 'note', actor: reviewer, at: at.toISOString(), words: { text: '再看一次', language: 'zh' } }))
})
afterEach(() => opened.close())

const at = new Date('2026-11-24T08:00:00Z')
const reviewer = eventActor('reviewer', 'r-1')
const event = (type: 'accept' | 'approve' | 'forget' | 'start-review'): ApplicationEvent => ({
  type,
  actor: reviewer,
  at: at.toISOString(),
})
const accept = event('accept')

async function handedIn(id: string): Promise<void> {
  const folder = { id: `f-${id}`, codeHash: id, pinHash: 'p', sealed: Buffer.of(1), version: 1, submissionToken: id }
  await insertFolder({ ...folder, createdAt: at, savedAt: at, expiresAt: at }, [{ id, number: 1, service: 'job-services', member: null }])
  const submit = { type: 'submit', actor: eventActor('resident'), at: at.toISOString(), language: 'bo', version: '1' } as const
  const drafted = {
    id,
    sealed: Buffer.of(2),
    county: '630104',
    mode: 'bo',
    personHash: null,
    detailsHash: null,
    event: encryptEvent(submit),
    messages: [],
  }
  await submitDrafts({ ...folder, nextToken: `${id}2` }, [drafted], at)
}

const change = (set: Partial<typeof events.$inferSelect>, position: number) =>
  opened.db.update(events).set(set).where(eq(events.position, position)).run()
const rowAt = (position: number) => {
  const row = opened.db.select().from(events).where(eq(events.position, position)).get()
  if (!row) throw new Error(`No row ${position}`)
  return row
}

test('an unaltered audit log verifies, also under a new data key, and goes on from its head', async () => {
  const { events: count, applications: of, head, broken } = await verifyChain()
  expect({ count, of, broken }).toEqual({ count: 4, of: 2, broken: null })
  await appendDeskEvent(encryptEvent({ type: 'look', actor: reviewer, at: at.toISOString(), what: 'export', target: '630104' }))
  expect((await verifyChain(head)).broken).toBeNull()
})

describe('verification finds when someone', () => {
  const altered: readonly [string, () => unknown, Awaited<ReturnType<typeof verifyChain>>['broken']][] = [
    [
      'puts one encrypted event in the place of another',
      () => change({ sealed: rowAt(2).sealed }, 3),
      { what: 'content', position: 3, applicationId: 'ours' },
    ],
    [
      'changes when something happened',
      () => change({ at: '2026-01-01T00:00:00.000Z' }, 3),
      { what: 'content', position: 3, applicationId: 'ours' },
    ],
    ['empties an event', () => change({ sealed: Buffer.alloc(0) }, 4), { what: 'emptied', position: 4, applicationId: 'ours' }],
    [
      'takes an event away',
      () => opened.db.delete(events).where(eq(events.position, 3)).run(),
      { what: 'chain', position: 4, applicationId: 'ours' },
    ],
    [
      'gives an event to another application',
      () => change({ applicationId: 'theirs', seq: 2 }, 3),
      { what: 'link', position: 3, applicationId: 'theirs' },
    ],
    [
      'approves without a decision',
      () => opened.db.update(applications).set({ status: 'approved' }).where(eq(applications.id, 'theirs')).run(),
      { what: 'status', position: null, applicationId: 'theirs' },
    ],
    [
      'takes an application away that was handed in',
      () => opened.db.delete(applications).where(eq(applications.id, 'theirs')).run(),
      { what: 'gone', position: null, applicationId: 'theirs' },
    ],
    [
      'makes a move there is none of',
      () => beside('theirs', encryptEvent(event('approve'))),
      { what: 'move', position: 5, applicationId: 'theirs' },
    ],
  ]
  test.each(altered)('%s', async (_, alter, broken) => {
    await alter()
    expect((await verifyChain()).broken).toEqual(broken)
  })

  test('removes the newest events: only with a saved head', async () => {
    const { head } = await verifyChain()
    opened.db.delete(events).where(eq(events.position, 4)).run()
    expect((await verifyChain()).broken).toBeNull()
    expect((await verifyChain(head)).broken).toEqual({ what: 'head', position: 4, applicationId: null })
  })

  test('writes an event without the key', async () => {
    keysOf('x'.repeat(32))
    setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32), indexKey: 'o'.repeat(32) }, false))
    await beside('ours', encryptEvent(event('start-review')))
    keysOf('d'.repeat(32))
    expect((await verifyChain()).broken).toEqual({ what: 'chain', position: 5, applicationId: 'ours' })
  })
})

test('retention leaves a whole audit log, and so do deleted drafts', async () => {
  await insertFolder(
    {
      id: 'f',
      codeHash: 'f',
      pinHash: 'p',
      sealed: Buffer.of(1),
      version: 1,
      submissionToken: 'f',
      createdAt: at,
      savedAt: at,
      expiresAt: at,
    },
    [{ id: 'draft', number: 1, service: 'job-services', member: null }],
  )
  await changeCase({
    id: 'draft',
    to: 'expired',
    event: encryptEvent({ type: 'expire', actor: eventActor('system'), at: at.toISOString() }),
  })
  expect(await removeFolder({ id: 'f', version: 1 })).toBe(true)
  await forgetApplication('ours', encryptEvent({ type: 'forget', actor: eventActor('system'), at: at.toISOString() }))
  expect((await verifyChain()).broken).toBeNull()
  expect(rowAt(4).sealed.length).toBe(0)
})

test('an audit log from before there was a chain is chained once, and half a chain is refused', async () => {
  const { head } = await verifyChain()
  opened.db.update(events).set({ content: '', link: '', chain: '' }).run()
  expect(await chainOlder()).toBe(4)
  expect(await verifyChain()).toMatchObject({ head, broken: null })
  expect(await chainOlder()).toBe(0)
  change({ chain: '' }, 2)
  await expect(chainOlder()).rejects.toThrow('altered')
})
