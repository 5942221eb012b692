import { count } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { daysLater } from '#app/domain/day.ts'
import { applicationById, applicationsOf, endedApplications, forgetApplication, idleDrafts } from '#db/applications.server.ts'
import { auditRowsAfter, eventsOf } from '#db/audit-log.server.ts'
import { committed } from '#db/commit.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { closeSession, folderOfSession, openSession } from '#db/folder-sessions.server.ts'
import { folderByCode, folderById, insertFolder, removeFolder, removeIdle, type StoredFolder, saveFolder } from '#db/folders.server.ts'
import { applications, events, feedback, folders, outbox, papers, sessions } from '#db/schema.server.ts'
import { insertUpload } from '#db/uploads.server.ts'
import { beside, change, type Draft, submitDrafts } from '../support/case-changes.ts'

let opened: OpenDatabase
beforeEach(() => {
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const at = new Date('2026-11-24T08:00:00Z')
const later = (days: number) => daysLater(at, days)

const folder = (id = 'ours', more: Partial<StoredFolder> = {}): StoredFolder => ({
  ...{ id, codeHash: `code ${id}`, pinHash: 'p', sealed: Buffer.of(1), version: 1, submissionToken: `${id}-1` },
  ...{ createdAt: at, savedAt: at, expiresAt: later(30) },
  ...more,
})
const draft = (number: number, id = `a${number}`, service = 'job-services') => ({ id, number, service, member: 'm1' })
const stored = (id: string, type = 'note') => ({ id, type, at, sealed: Buffer.from(id) })
const event = (id: string, type = 'note') => ({ ...stored(id, type), content: id, linked: (previous: string) => `${previous}>${id}` })
const message = (id: string, applicationId: string) => ({ id, applicationId, sealed: Buffer.of(7), createdAt: at })
const toSubmit = (id: string, more: Partial<Draft> = {}): Draft => ({
  ...{
    id,
    sealed: Buffer.from(`submitted ${id}`),
    county: '630104',
    mode: 'bo',
    personHash: null,
    detailsHash: null,
    event: event(`submit ${id}`, 'submit'),
    messages: [],
  },
  ...more,
})
const batch = (of = 'ours', more: Partial<Parameters<typeof submitDrafts>[0]> = {}) => ({
  ...{ id: of, version: 1, submissionToken: `${of}-1`, nextToken: `${of}-2`, sealed: Buffer.of(2) },
  ...more,
})
const save = (more: Partial<Parameters<typeof saveFolder>[0]> = {}) =>
  saveFolder({ id: 'ours', version: 1, sealed: Buffer.of(9), lookups: [], at: later(1), expiresAt: later(31), ...more })
const numbers = async (of = 'ours') => (await applicationsOf(of)).map(({ number }) => number)
const statuses = async (of = 'ours') => (await applicationsOf(of)).map(({ status }) => status)
const countRows = (table: typeof folders | typeof applications | typeof events | typeof outbox | typeof papers | typeof sessions) =>
  opened.db.select({ rows: count() }).from(table).get()?.rows

/** A folder with one submitted application. */
async function submitted(id = 'ours', more: Partial<Draft> = {}): Promise<string> {
  const application = `${id}-a`
  await insertFolder(folder(id), [draft(1, application)])
  await submitDrafts(batch(id), [toSubmit(application, more)], at)
  return application
}

describe('a folder', () => {
  test('is read as it was saved, by code and by id, with its drafts by number', async () => {
    expect(await insertFolder(folder(), [draft(2), draft(1)])).toBe(true)
    expect(await folderByCode('code ours')).toEqual(folder())
    expect(await folderById('ours')).toEqual(folder())
    expect(await folderByCode('code theirs')).toBeUndefined()
    expect(await numbers()).toEqual([1, 2])
    expect(await applicationById('a1')).toMatchObject({ status: 'draft', sealed: null, submittedAt: null, changedAt: at })
  })

  test('under a code that is taken is not inserted, nor are its drafts', async () => {
    await insertFolder(folder(), [draft(1)])
    expect(await insertFolder(folder('theirs', { codeHash: 'code ours' }), [draft(1, 'b1')])).toBe(false)
    expect(await folderById('theirs')).toBeUndefined()
    expect(await applicationById('b1')).toBeUndefined()
  })

  test('is saved on the version it was opened at', async () => {
    await insertFolder(folder(), [draft(1)])
    expect(await save()).toBe(true)
    expect(await folderById('ours')).toEqual(folder('ours', { version: 2, sealed: Buffer.of(9), savedAt: later(1), expiresAt: later(31) }))
  })

  test('a save on an old version changes nothing', async () => {
    await insertFolder(folder(), [draft(1), draft(2)])
    await save({ sealed: Buffer.of(8) })
    const before = await folderById('ours')
    expect(await save({ add: [draft(3)], remove: [1] })).toBe(false)
    expect(await folderById('ours')).toEqual(before)
    expect(await numbers()).toEqual([1, 2])
  })

  test('of two saves at the same moment one succeeds', async () => {
    await insertFolder(folder(), [draft(1)])
    expect(await Promise.all([save({ sealed: Buffer.of(8) }), save({ sealed: Buffer.of(9) })])).toEqual([true, false])
    expect(await folderById('ours')).toMatchObject({ version: 2, sealed: Buffer.of(8) })
  })

  test('drafts are added and deleted with a save', async () => {
    await insertFolder(folder(), [draft(1), draft(2)])
    expect(await save({ add: [draft(3)], remove: [1] })).toBe(true)
    expect(await numbers()).toEqual([2, 3])
    expect(await applicationById('a3')).toMatchObject({ folderId: 'ours', status: 'draft', changedAt: later(1) })
  })

  test('an application no longer a draft is not deleted, and the save with it fails', async () => {
    await insertFolder(folder(), [draft(1)])
    await submitDrafts(batch(), [toSubmit('a1')], at)
    const before = await folderById('ours')
    expect(await save({ version: 2, add: [draft(2)], remove: [1] })).toBe(false)
    expect(await save({ version: 2, remove: [5] })).toBe(false)
    expect(await folderById('ours')).toEqual(before)
    expect(await statuses()).toEqual(['submitted'])
  })

  test('a save never reaches into another folder', async () => {
    await insertFolder(folder(), [draft(1)])
    await insertFolder(folder('theirs'), [draft(1, 'b1'), draft(2, 'b2')])
    expect(await save({ remove: [2] })).toBe(false)
    expect(await numbers('theirs')).toEqual([1, 2])
  })

  test('is deleted with everything in it', async () => {
    await insertFolder(folder(), [draft(1)])
    await openSession('s', 'ours', later(1))
    await insertUpload(
      { id: 'p', folderId: 'ours', paper: 'id-card~m1', state: 'kept', type: 'image/jpeg', bytes: 1, createdAt: at },
      { ofPaper: 1, ofFolder: 1 },
    )
    await beside('a1', event('e'))
    opened.db
      .insert(outbox)
      .values({
        id: 'o',
        applicationId: 'a1',
        sealed: Buffer.of(1),
        state: 'waiting',
        attempts: 0,
        nextAt: at.toISOString(),
        createdAt: at.toISOString(),
      })
      .run()
    const version = (await folderById('ours'))?.version ?? 0
    // Somebody who saw it as it was before deletes nothing.
    expect(await removeFolder({ id: 'ours', version: version - 1 })).toBe(false)
    expect(await removeFolder({ id: 'ours', version })).toBe(true)
    for (const table of [folders, sessions, papers, applications, outbox]) expect(countRows(table)).toBe(0)
    expect(await removeFolder({ id: 'ours', version })).toBe(false)
  })

  test('stays once something of it was submitted, whatever became of that', async () => {
    const id = await submitted()
    const version = (await folderById('ours'))?.version ?? 0
    expect(await removeFolder({ id: 'ours', version })).toBe(false)
    await change({ id, to: 'withdrawn', event: event('w', 'withdraw') })
    expect(await removeFolder({ id: 'ours', version })).toBe(false)
    expect(await folderById('ours')).toBeDefined()
  })
})

describe('a session', () => {
  test('opens its folder until it expires, or is closed', async () => {
    await insertFolder(folder(), [])
    await openSession('s', 'ours', later(1))
    expect(await folderOfSession('s', at)).toEqual({ folder: folder(), clientSession: null })
    expect(await folderOfSession('s', new Date(later(1).getTime() - 1))).toEqual({ folder: folder(), clientSession: null })
    expect(await folderOfSession('s', later(1))).toBeUndefined()
    expect(await folderOfSession('other', at)).toBeUndefined()
    await closeSession('s')
    expect(await folderOfSession('s', at)).toBeUndefined()
  })
})

describe('a submission token', () => {
  test('is submitted whole: applications, events, messages, and the folder goes on to the next', async () => {
    await insertFolder(folder(), [draft(1), draft(2)])
    const first = toSubmit('a1', { personHash: 'person', messages: [message('o', 'a1')] })
    expect(await submitDrafts(batch(), [first, toSubmit('a2')], later(1))).toBe('done')
    expect(await folderById('ours')).toMatchObject({ submissionToken: 'ours-2', version: 2, savedAt: later(1) })
    expect(await applicationById('a1')).toMatchObject({
      ...{ status: 'submitted', county: '630104', submissionToken: 'ours-1', sealed: Buffer.from('submitted a1') },
      ...{ submittedAt: later(1), changedAt: later(1) },
    })
    expect(await statuses()).toEqual(['submitted', 'submitted'])
    expect((await eventsOf('a1')).map(({ type }) => type)).toEqual(['submit'])
    expect(countRows(outbox)).toBe(1)
  })

  test('is submitted once, also when posted twice', async () => {
    await insertFolder(folder(), [draft(1)])
    const submit = (id: string) =>
      submitDrafts(batch(), [toSubmit('a1', { event: event(id, 'submit'), messages: [message(`o${id}`, 'a1')] })], at)
    expect(await Promise.all([submit('x'), submit('y'), submit('z')])).toEqual(['done', 'before', 'before'])
    expect(await submit('w')).toBe('before')
    expect((await eventsOf('a1')).map(({ id }) => id)).toEqual(['x'])
    expect(countRows(outbox)).toBe(1)
    expect(await folderById('ours')).toMatchObject({ version: 2, submissionToken: 'ours-2' })
  })

  test('of a folder saved since is stale: nothing is submitted', async () => {
    await insertFolder(folder(), [draft(1)])
    await save({ add: [draft(2)] })
    expect(await submitDrafts(batch(), [toSubmit('a1')], at)).toBe('stale')
    expect(await submitDrafts(batch('ours', { version: 2, submissionToken: 'another' }), [toSubmit('a1')], at)).toBe('stale')
    expect(await statuses()).toEqual(['draft', 'draft'])
    expect(countRows(events)).toBe(0)
  })

  test('with an application no longer a draft is stale, and nothing of it is submitted', async () => {
    await insertFolder(folder(), [draft(1), draft(2)])
    await change({ id: 'a2', to: 'expired', event: event('x', 'expire') })
    expect(await submitDrafts(batch(), [toSubmit('a1'), toSubmit('a2')], at)).toBe('stale')
    expect(await statuses()).toEqual(['draft', 'expired'])
    expect(await folderById('ours')).toMatchObject({ version: 1, submissionToken: 'ours-1' })
    expect(await eventsOf('a1')).toEqual([])
  })
})

describe('a commit', () => {
  const note = (id: string) =>
    committed((tx) =>
      tx.insert(feedback).values({ id, createdAt: at.toISOString(), mode: 'zh', page: '/', kind: 'wrong', message: 'x' }).run(),
    )
  const notes = () =>
    opened.db
      .select({ id: feedback.id })
      .from(feedback)
      .all()
      .map(({ id }) => id)

  test('one unit of work that throws does not roll back the others, and only its own caller gets the error', async () => {
    const half = committed((tx) => {
      tx.insert(feedback).values({ id: 'half', createdAt: '', mode: 'zh', page: '/', kind: 'wrong', message: 'x' }).run()
      throw new Error('not this one')
    })
    const outcomes = await Promise.allSettled([note('a'), half, note('b'), note('a'), note('c')])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect(notes()).toEqual(['a', 'b', 'c'])
  })

  test('where it fails as a whole every caller gets the error, and the next one works', async () => {
    const closed = openDatabase(':memory:', 'db/migrations')
    closed.close()
    setDatabase(closed.db)
    const outcomes = await Promise.allSettled([note('a'), note('b')])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    setDatabase(opened.db)
    await note('c')
    expect(notes()).toEqual(['c'])
  })

  test('work requested meanwhile waits for the next commit, and is done', async () => {
    const first = committed(() => note('inner'))
    await Promise.all([first, note('outer')])
    expect(notes().sort()).toEqual(['inner', 'outer'])
  })
})

describe('an application', () => {
  test('changes with its event and its messages', async () => {
    const id = await submitted()
    const accept = { id, to: 'accepted', event: { ...event('x', 'accept'), at: later(2) } } as const
    expect(await change({ ...accept, messages: [message('o', id)], sealed: Buffer.of(5) })).toBe('done')
    expect(await applicationById(id)).toMatchObject({ status: 'accepted', changedAt: later(2), sealed: Buffer.of(5), submittedAt: at })
    expect(countRows(outbox)).toBe(1)
  })

  test('a step decided on an outdated version is not done and writes no event', async () => {
    const id = await submitted()
    const accept = (by: string) => change({ id, from: 1, to: 'accepted', event: event(by, 'accept'), messages: [message(`o${by}`, id)] })
    expect(await Promise.all([accept('x'), accept('y')])).toEqual(['done', 'stale'])
    expect(await accept('z')).toBe('stale')
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['submit', 'accept'])
    expect(countRows(outbox)).toBe(1)
  })

  test('its events are numbered from one, in the order they were written, each application for itself', async () => {
    const [ours, theirs] = [await submitted(), await submitted('theirs')]
    await Promise.all([beside(ours, event('second')), beside(theirs, event('their second')), beside(ours, event('third'))])
    await change({ id: ours, to: 'withdrawn', event: event('fourth', 'withdraw') })
    expect((await eventsOf(ours)).map(({ id }) => id)).toEqual(['submit ours-a', 'second', 'third', 'fourth'])
    expect((await eventsOf(ours))[1]).toEqual(stored('second'))
    const seqs = opened.db
      .select({ of: events.applicationId, seq: events.seq })
      .from(events)
      .orderBy(events.applicationId, events.seq)
      .all()
    expect(seqs.map(({ of, seq }) => `${of} ${seq}`)).toEqual([
      ...[1, 2, 3, 4].map((seq) => `ours-a ${seq}`),
      ...[1, 2].map((seq) => `theirs-a ${seq}`),
    ])
  })

  test('an event of an unknown application is not written', async () => {
    await expect(beside('nobody', event('x'))).rejects.toThrow()
    expect(countRows(events)).toBe(0)
  })

  test('its events are chained, and all events are', async () => {
    const [ours, theirs] = [await submitted(), await submitted('theirs')]
    await beside(theirs, event('x'))
    await beside(ours, event('y'))
    const rows = await auditRowsAfter(0, 9)
    expect(rows.map(({ link }) => link)).toEqual([
      'case ours-a>submit ours-a',
      'case theirs-a>submit theirs-a',
      'case theirs-a>submit theirs-a>x',
      'case ours-a>submit ours-a>y',
    ])
    expect(rows.at(-1)?.chain).toBe('all>submit ours-a>submit theirs-a>x>y')
    expect((await auditRowsAfter(rows[1]?.position ?? 0, 1)).map(({ content }) => content)).toEqual(['x'])
  })
})

describe('expiry', () => {
  test('drafts of expired folders are found, no others', async () => {
    await insertFolder(folder(), [draft(1), draft(2)])
    await submitDrafts(batch(), [toSubmit('a1')], at)
    await insertFolder(folder('fresh', { expiresAt: later(40) }), [draft(1, 'b1')])
    expect(await idleDrafts(later(29), at)).toEqual([])
    expect((await idleDrafts(later(30), at)).map(({ id }) => id)).toEqual(['a2'])
  })

  test('sessions are deleted, and empty folders; others stay', async () => {
    await insertFolder(folder('empty'), [])
    await insertFolder(folder('fresh', { expiresAt: later(40) }), [])
    await insertFolder(folder('drafts'), [draft(1)])
    await openSession('old', 'drafts', later(1))
    await openSession('new', 'drafts', later(60))
    expect(await removeIdle(later(29))).toBe(0)
    expect(await removeIdle(later(30))).toBe(1)
    expect(await folderById('empty')).toBeUndefined()
    for (const id of ['fresh', 'drafts']) expect(await folderById(id), id).toBeDefined()
    expect(opened.db.select({ idHash: sessions.idHash }).from(sessions).all()).toEqual([{ idHash: 'new' }])
  })

  test('an ended application is deleted with its messages and the content of its events, and then its folder; their hashes stay', async () => {
    const id = await submitted()
    const expiresAt = later(90).toISOString()
    await change({ id, to: 'withdrawn', event: event('w', 'withdraw'), messages: [message('o', id)], set: { expiresAt } })
    const open = await submitted('theirs')
    expect(await endedApplications(later(89))).toEqual([])
    expect(await removeIdle(later(89))).toBe(0)
    expect(await endedApplications(later(90))).toEqual([id])
    expect(await forgetApplication(id, event('f', 'forget'))).toBe(true)
    expect(await forgetApplication(id, event('again', 'forget'))).toBe(false)
    expect(await applicationById(id)).toBeUndefined()
    expect(await applicationById(open)).toBeDefined()
    expect(countRows(outbox)).toBe(0)
    expect((await eventsOf(id)).map(({ type, sealed }) => `${type} ${sealed.length}`)).toEqual(['submit 0', 'withdraw 0', 'forget 1'])
    expect(await removeIdle(later(90))).toBe(1)
    expect(await folderById('theirs')).toBeDefined()
  })
})
