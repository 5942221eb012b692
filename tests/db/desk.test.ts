import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { verifyChain } from '#app/audit-log/audit-log.server.ts'
import { assignNext, assignToSelf } from '#app/cases/assignment.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { encryptFolder } from '#app/cases/folder.server.ts'
import { statusesFor } from '#app/domain/application.ts'
import { daysLater } from '#app/domain/day.ts'
import { chosenIn, filterOf } from '#app/features/desk/filters.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { newId } from '#app/security/random.server.ts'
import { caseWithin } from '#db/cases.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { insertFolder } from '#db/folders.server.ts'
import { insertHall } from '#db/halls.server.ts'
import { type QueueFilter, type QueueKey, queuePage } from '#db/queue.server.ts'
import { queueCounts, queueTotal } from '#db/queue-counts.server.ts'
import { filtersOf, forgetFilter, insertFilter } from '#db/saved-filters.server.ts'
import { applications } from '#db/schema.server.ts'
import { addStaff } from '#tests/support/add-staff.ts'
import { beside, change, submitDrafts } from '../support/case-changes.ts'

let opened: OpenDatabase
beforeEach(async () => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32), indexKey: 'i'.repeat(32) }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const at = new Date('2026-11-24T08:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
const assign = (to: string) => ({ type: 'assign' as const, actor: eventActor('reviewer', to), at: at.toISOString(), to })
const empty = { answers: {}, members: [], applicant: '', values: {}, seen: [], filled: [] }

async function handedIn(id: string, county: string, minutes = 0): Promise<void> {
  const folder = { id: `f-${id}`, codeHash: id, pinHash: 'p', sealed: encryptFolder(`f-${id}`, id, empty), version: 1, submissionToken: id }
  await insertFolder({ ...folder, createdAt: at, savedAt: at, expiresAt: at }, [{ id, number: 1, service: 'job-services', member: null }])
  const event = encryptEvent({
    type: 'submit',
    actor: eventActor('resident'),
    at: later(minutes).toISOString(),
    language: 'bo',
    version: '1',
  })
  const drafted = { id, sealed: Buffer.of(2), county, mode: 'bo', personHash: null, detailsHash: null, event, messages: [] }
  await submitDrafts({ ...folder, nextToken: `${id}2` }, [drafted], later(minutes))
}

const idsIn = async (place: string) => (await queuePage({ place }, undefined, 100)).map(({ id }) => id)

describe('places', () => {
  beforeEach(async () => {
    for (const county of ['630104', '630105', '632723', '990000']) await handedIn(county, county)
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
  })

  test.each([
    ['630104', ['630104']],
    ['630100', ['630104', '630105']],
    ['632700', ['632723']],
    ['630000', ['630104', '630105', '632723']],
    ['990000', ['990000']],
    ['632200', []],
  ])('%s sees %j, and nothing else exists for it', async (place, seen) => {
    expect(await idsIn(place)).toEqual(seen)
    for (const id of ['630104', '630105', '632723', '990000', 'draft'])
      expect((await caseWithin(place, id)) !== undefined, id).toBe(seen.includes(id))
    const counts = await queueCounts({ place }, 'status')
    expect(counts.get('submitted') ?? 0).toBe(seen.length)
  })

  test('what has a county and is a draft or expired is never shown', async () => {
    opened.db.update(applications).set({ status: 'expired' }).where(sql`id = '630104'`).run()
    expect(await idsIn('630104')).toEqual([])
    expect(await caseWithin('630104', '630104')).toBeUndefined()
  })
})

test('pages follow one another without a gap and without a repetition, also where several were handed in at once', async () => {
  for (let made = 0; made < 25; made++) await handedIn(`c${String(made).padStart(2, '0')}`, '630104', Math.floor(made / 4))
  const seen: string[] = []
  for (let after: QueueKey | undefined; ; ) {
    const page = await queuePage({ place: '630100' }, after, 4)
    seen.push(...page.map(({ id }) => id))
    after = page.at(-1)
    if (!after) break
  }
  expect(seen).toEqual([...seen].sort())
  expect(new Set(seen).size).toBe(25)
})

test('filters that ask for the same by other values share a query, and each finds its own cases', async () => {
  const counties = ['630104', '630105', '632521']
  for (const [made, county] of counties.entries()) await handedIn(county, county, made)
  opened.db.update(applications).set({ assignee: 'r-1', proposedBy: 'r-2', dueOn: '2026-12-01' }).where(sql`id = '630105'`).run()
  const found = async (filter: Omit<QueueFilter, 'place'>, place = '630000') =>
    (await queuePage({ place, ...filter }, undefined, 10)).map(({ id }) => id)
  for (const county of counties) expect(await found({ county })).toEqual([county])
  for (const place of counties) expect(await found({}, place)).toEqual([place])
  expect([await found({}, '630100'), await found({}, '632500')]).toEqual([['630104', '630105'], ['632521']])
  for (const folder of counties) expect(await found({ folder: `f-${folder}` })).toEqual([folder])
  expect([await found({ assignee: 'r-1' }), await found({ assignee: 'r-9' })]).toEqual([['630105'], []])
  expect([await found({ assignee: null }), await found({ assignee: undefined })]).toEqual([['630104', '632521'], counties])
  expect([await found({ proposed: true }), await found({ proposed: false })]).toEqual([['630105'], counties])
  expect([await found({ dueUntil: '2026-11-30' }), await found({ dueUntil: '2026-12-01' })]).toEqual([[], ['630105']])
  expect([await found({ submittedBefore: later(1) }), await found({ submittedBefore: later(2) })]).toEqual([
    ['630104'],
    ['630104', '630105'],
  ])
  expect([await found({ statuses: ['approved'] }), await found({ statuses: ['submitted', 'approved'] })]).toEqual([[], counties])
})

test('ten who take the next at once get ten different cases, the oldest; an eleventh gets none; the audit log is whole', async () => {
  for (let made = 0; made < 10; made++) await handedIn(`c${made}`, '630104', made)
  await handedIn('elsewhere', '632723', -5)
  const next = (staffId: string) => assignNext({ place: '630104', statuses: statusesFor(['reviewer']) }, assign(staffId))
  const taken = await Promise.all(Array.from({ length: 10 }, (_, index) => next(`r-${index}`)))
  expect([...taken].sort()).toEqual(Array.from({ length: 10 }, (_, index) => `c${index}`))
  expect(await next('r-10')).toBeUndefined()
  expect(await assignToSelf('630104', 'c0', assign('r-10'))).toBe(false)
  expect(await assignToSelf('630104', 'elsewhere', assign('r-10'))).toBe(false)
  expect((await verifyChain()).broken).toBeNull()
})

test('taking the next sent twice takes one case, whether at once or later; by an index of assignments alone', async () => {
  for (let made = 0; made < 3; made++) await handedIn(`c${made}`, '630104', made)
  const next = (id: string) => assignNext({ place: '630104', statuses: statusesFor(['reviewer']) }, assign('r-1'), id)
  const once = '01234567-89ab-8def-8123-456789abcdef'
  expect(await Promise.all([next(once), next(once)])).toEqual(['c0', 'c0'])
  expect(await next(once)).toBe('c0')
  expect(await caseWithin('630104', 'c1')).toMatchObject({ assignee: null })
  expect(await next(newId())).toBe('c1')
  const plan = opened.db.all<{ detail: string }>(
    sql`explain query plan select application_id from events where id = ${once} and type = 'assign'`,
  )
  expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('USING INDEX events_assigned (id=?)')])
})

test('a step decided on an outdated version changes nothing; views do not count', async () => {
  await handedIn('c', '630104')
  const look = encryptEvent({ type: 'look', actor: eventActor('clerk', 'c-1'), at: at.toISOString(), what: 'file', target: 'x' })
  expect(await beside('c', look)).toBe('done')
  const judge = encryptEvent({ type: 'judge', actor: eventActor('reviewer', 'r-1'), at: at.toISOString(), condition: 'C1', truth: 'yes' })
  expect(await change({ id: 'c', event: judge, from: 1 })).toBe('done')
  const accept = encryptEvent({ type: 'accept', actor: eventActor('clerk', 'c-1'), at: at.toISOString() })
  const move = { id: 'c', to: 'accepted', event: accept, set: { dueOn: '2026-12-01' } } as const
  expect(await change({ ...move, from: 1 })).toBe('stale')
  expect(await caseWithin('630104', 'c')).toMatchObject({ status: 'submitted', dueOn: null })
  expect(await change({ ...move, from: 2 })).toBe('done')
  expect(await caseWithin('630104', 'c')).toMatchObject({ status: 'accepted', dueOn: '2026-12-01' })
})

test('filters are saved for each staff member, up to a maximum', async () => {
  const hall = { id: 'h', place: '630104', name: { zh: '测试', bo: 'ཚོད་ལྟ།' }, secondFactor: false }
  await insertHall(hall, at)
  for (const id of ['s-1', 's-2'])
    await addStaff(
      {
        ...{ id, loginHash: id, sealed: Buffer.of(1), role: 'clerk', roles: ['clerk'], serves: [], hall },
        passwordHash: null,
        secondFactor: null,
        lastStep: null,
        state: 'active',
      },
      at,
    )
  expect(await insertFilter('s-1', { id: 'a', name: '培训', query: 'service=skills-training' }, 1, at)).toBe(true)
  expect(await insertFilter('s-1', { id: 'b', name: '别的', query: '' }, 1, at)).toBe(false)
  await forgetFilter('s-2', 'a')
  expect(await filtersOf('s-1')).toEqual([{ id: 'a', name: '培训', query: 'service=skills-training' }])
  expect(await filtersOf('s-2')).toEqual([])
  await forgetFilter('s-1', 'a')
  expect(await filtersOf('s-1')).toEqual([])
})

test('the index alone finds pages and counts: rows with what was submitted are not read for them', () => {
  const plan = (query: ReturnType<typeof sql>) =>
    opened.db
      .all<{ detail: string }>(sql`explain query plan ${query}`)
      .map(({ detail }) => detail)
      .join('\n')
  const [province, county] = [sql`county between '630000' and '639999'`, sql`county = '630104'`]
  const page = (
    within: ReturnType<typeof sql>,
  ) => sql`select id, submitted_at from applications where status = ${'submitted'} and submitted_at is not null
    and ${within} and service = 'job-services' and assignee is null and mode = 'bo' and due_on <= '2026-12-01'
    and (submitted_at, id) > ('2026-01-01', 'x') order by submitted_at, id limit 26`
  for (const [within, index] of [
    [province, 'USING COVERING INDEX applications_queue (status=? AND (submitted_at,id)>(?,?))'],
    [county, 'USING COVERING INDEX applications_desk (county=? AND status=? AND (submitted_at,id)>(?,?))'],
  ] as const) {
    expect(plan(page(within))).toContain(index)
    expect(plan(page(within)), 'nothing is sorted').not.toContain('TEMP B-TREE')
  }
  expect(
    plan(sql`select id from applications where +status = ${'submitted'} and submitted_at is not null and ${province}
    and folder_id = 'f' order by submitted_at, id limit 2`),
  ).toContain('folder_id=?')
  for (const by of ['status', 'service', 'mode', 'county'])
    expect(
      plan(
        sql`select ${sql.raw(by)}, count(*) from applications where submitted_at is not null and ${province} and status in (${'submitted'}, ${'accepted'}) group by county, ${sql.raw(by)}`,
      ),
      by,
    ).toContain('USING COVERING INDEX')
  for (const who of ['is null', "= 'r-1'"])
    expect(
      plan(
        sql`select county, status, count(*) from applications where submitted_at is not null and ${province} and status in (${'submitted'}, ${'accepted'}) and assignee ${sql.raw(who)} group by county, status`,
      ),
      who,
    ).toContain('USING COVERING INDEX')
})

test('counts are cached until a case changes, here or in another process', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'settle-counts-')), 'settle.sqlite')
  const [here, other] = [openDatabase(file, 'db/migrations'), openDatabase(file, 'db/migrations')]
  onTestFinished(() => {
    here.close()
    other.close()
    rmSync(dirname(file), { recursive: true })
  })
  setDatabase(here.db)
  await handedIn('a', '630104')
  const counted = () => queueCounts({ place: '630000' }, 'status')
  expect(Object.fromEntries(await counted())).toEqual({ submitted: 1 })
  expect(await counted(), 'remembered').toBe(await counted())
  const before = await counted()
  await insertFolder(
    {
      id: 'd',
      codeHash: 'd',
      pinHash: 'p',
      sealed: Buffer.of(1),
      version: 1,
      submissionToken: 'd',
      createdAt: at,
      savedAt: at,
      expiresAt: at,
    },
    [{ id: 'draft', number: 1, service: 'job-services', member: null }],
  )
  expect(await counted(), 'a draft is nothing to count').toBe(before)
  await handedIn('b', '632723')
  expect(Object.fromEntries(await counted())).toEqual({ submitted: 2 })
  await assignToSelf('630104', 'a', assign('r-1'))
  for (const assignee of ['r-1', null])
    expect(Object.fromEntries(await queueCounts({ place: '630000', assignee }, 'status'))).toEqual({ submitted: 1 })
  other.db.update(applications).set({ status: 'accepted' }).where(sql`id = 'a'`).run()
  expect(Object.fromEntries(await counted())).toEqual({ submitted: 1, accepted: 1 })
  here.db.update(applications).set({ county: '630105' }).where(sql`id = 'b'`).run()
  expect(Object.fromEntries(await queueCounts({ place: '630000' }, 'county'))).toEqual({ 630104: 1, 630105: 1 })
  here.db.delete(applications).where(sql`id = 'b'`).run()
  expect(Object.fromEntries(await counted())).toEqual({ accepted: 1 })
})

test('unanswered low ratings have an index of their own: the cases of a place are not read for them', () => {
  const open = sql`select count(*) from applications where county between '630000' and '639999'
    and status not in ('draft', 'expired') and rating <= ${2} and rating_answered_at is null`
  const plan = opened.db.all<{ detail: string }>(sql`explain query plan ${open}`)
  expect(plan.map(({ detail }) => detail).join('\n')).toContain('INDEX applications_rating')
})

test('ten thousand cases: pages and counts are those of a plain query', async () => {
  const folder = { id: 'f', codeHash: 'f', pinHash: 'p', sealed: Buffer.of(1), version: 1, submissionToken: 'f' }
  await insertFolder({ ...folder, createdAt: at, savedAt: at, expiresAt: at }, [])
  opened.db.run(sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)
    insert into applications (id, folder_id, number, service, status, county, sealed, created_at, submitted_at, changed_at, mode, due_on, proposed_by)
    select 'c' || i, 'f', i, 'job-services', case i % 5 when 0 then 'approved' when 1 then 'in-review' else 'submitted' end,
      630101 + i % 6, zeroblob(6000), '2026', strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '+' || i || ' minutes'), '2026', 'bo',
      case i % 4 when 0 then null else date('2026-01-01', '+' || (i % 41) || ' days') end, case i % 7 when 0 then 'r-1' end from n`)
  for (const [place, within] of [
    ['630104', sql`county = '630104'`],
    ['630100', sql`county between '630100' and '630199'`],
  ] as const) {
    const [statuses, open] = [statusesFor(['reviewer']), sql`status in ('submitted', 'accepted', 'resubmitted', 'in-review')`]
    const plain = opened.db.all<{ id: string }>(
      sql`select id from applications where ${within} and ${open} order by submitted_at, id limit 52`,
    )
    const first = await queuePage({ place, statuses }, undefined, 26)
    const second = await queuePage({ place, statuses }, first.at(-1), 26)
    expect([...first, ...second].map(({ id }) => id)).toEqual(plain.map(({ id }) => id))
    for (const by of ['status', 'service', 'county', 'mode'] as const) {
      const counted = opened.db.all<{ of: string | null; found: number }>(
        sql`select ${sql.raw(by)} as "of", count(*) as found from applications where ${within} and ${open} group by 1`,
      )
      expect(Object.fromEntries(await queueCounts({ place, statuses }, by)), by).toEqual(
        Object.fromEntries(counted.map(({ of, found }) => [of, found])),
      )
    }
    // What lies with the hall, as the queue narrows it down; a day later it is another number.
    const now = new Date('2026-01-06T16:00:00Z')
    for (const [query, asked] of [
      ['due=over', sql`due_on < '2026-01-07'`],
      ['due=soon', sql`due_on <= '2026-01-12'`],
      ['age=3', sql`date(submitted_at, '+8 hours') <= '2026-01-04'`],
      ['status=proposed', sql`proposed_by is not null`],
      ['age=3&due=soon', sql`due_on <= '2026-01-12' and date(submitted_at, '+8 hours') <= '2026-01-04'`],
    ] as const) {
      const total = (on: Date) => queueTotal(filterOf(chosenIn(new URLSearchParams(query)), place, { id: 'r-1', serves: [] }, on))
      const [plainly] = opened.db.all<{ found: number }>(
        sql`select count(*) as found from applications where ${within} and ${open} and ${asked}`,
      )
      expect(await total(now), query).toBe(plainly?.found)
      expect(plainly?.found, query).toBeGreaterThan(0)
      if (query !== 'status=proposed') expect(await total(daysLater(now, 1)), query).toBeGreaterThan(plainly?.found ?? 0)
    }
  }
})
