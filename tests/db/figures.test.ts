import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseById } from '#app/cases/case.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { writeSampleCases } from '#app/cases/sample-data.server.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import type { CaseEvent } from '#app/domain/case-state.ts'
import { dayOf, daysLater } from '#app/domain/day.ts'
import type { CaseFact } from '#app/domain/figures.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { forgetApplication } from '#db/applications.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { countedSince } from '#db/figures.server.ts'
import { applications } from '#db/schema.server.ts'

const until = new Date('2026-11-24T08:00:00Z')
const long = new Date('2026-01-01T00:00:00Z')
let opened: OpenDatabase
beforeEach(async () => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32) }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  for (const [seed, county] of ['630104', '630203', '990000'].entries())
    await writeSampleCases({ count: 30, counties: [county], until, seed: seed + 1 })
})
afterEach(() => opened.close())

const counted = async (place: string, since = long) => (await countedSince(place, since)).facts.map(({ county }) => county)

test('cases are counted within a place and since a day, practice never', async () => {
  expect(new Set(await counted('630000'))).toEqual(new Set(['630104', '630203']))
  expect(await counted('630000')).toHaveLength(60)
  expect(await counted('630100')).toHaveLength(30)
  expect(await counted('990000')).toEqual([])
  expect(await counted('630000', until)).toEqual([])
})

test('what is counted stays when a case goes, and nothing else of it', async () => {
  const { facts: before } = await countedSince('630104', long)
  for (const { id } of opened.db.select({ id: applications.id }).from(applications).all())
    expect(await forgetApplication(id, encryptEvent({ type: 'forget', actor: eventActor('system'), at: until.toISOString() }))).toBe(true)
  const { facts: after } = await countedSince('630104', long)
  const sorted = (facts: readonly CaseFact[]) => facts.map((fact) => JSON.stringify(fact, Object.keys(fact).sort())).sort()
  expect(sorted(after)).toEqual(sorted(before))
  expect(await counted('990000')).toEqual([])
})

test('a decision notes its condition and its day, corrections are counted, a rating is noted', async () => {
  const [row] = opened.db
    .select()
    .from(applications)
    .all()
    .filter(({ status, county }) => status === 'submitted' && county === '630104')
  const id = row?.id ?? ''
  const at = (days: number) => daysLater(new Date(row?.submittedAt ?? ''), days).toISOString()
  const step = async (event: CaseEvent) => expect(await changeCase(await caseById(id), event)).toBe('done')
  const ask = {
    type: 'ask-correction' as const,
    actor: eventActor('reviewer'),
    items: [{ target: 'person/1/name', reason: 'missing' as const }],
  }
  await step({ ...ask, at: at(1) })
  await step({ type: 'resubmit', actor: eventActor('resident'), at: at(2), language: 'bo', version: '1', changed: [] })
  await step({ ...ask, at: at(3) })
  await step({ type: 'resubmit', actor: eventActor('resident'), at: at(4), language: 'bo', version: '1', changed: [] })
  await step({ type: 'start-review', actor: eventActor('reviewer'), at: at(5) })
  const reason = { text: '测试', language: 'zh' } as const
  await step({ type: 'propose-decline', actor: eventActor('reviewer', 'r-1'), at: at(5), condition: 'C2', reason })
  await step({ type: 'decline', actor: eventActor('supervisor', 's-1'), at: at(6), condition: 'C2', reason })
  await step({ type: 'rate', actor: eventActor('resident'), at: at(7), score: 2 })
  const found = (await countedSince('630104', long)).facts.filter(({ rating }) => rating !== null)
  const day = (days: number) => dayOf(at(days))
  expect(found).toMatchObject([{ corrections: 2, declinedFor: 'C2', rating: 2, answeredOn: day(1), decidedOn: day(6), status: 'declined' }])
})

test('a case with a date that is none is named and not counted, here or gone; the others are', async () => {
  const [one, other] = opened.db
    .select()
    .from(applications)
    .all()
    .filter(({ county }) => county === '630104')
  const ids = [one?.id ?? '', other?.id ?? '']
  opened.db
    .update(applications)
    .set({ submittedAt: 'once' })
    .where(eq(applications.id, ids[0] ?? ''))
    .run()
  opened.db
    .update(applications)
    .set({ decidedAt: '2026-13-77' })
    .where(eq(applications.id, ids[1] ?? ''))
    .run()
  const { facts, unreadable } = await countedSince('630104', long)
  expect(facts).toHaveLength(28)
  expect(unreadable.map(({ table, id }) => [table, id]).sort()).toEqual(ids.map((id) => ['applications', id]).sort())
  await forgetApplication(ids[0] ?? '', encryptEvent({ type: 'forget', actor: eventActor('system'), at: until.toISOString() }))
  expect((await countedSince('630104', long)).unreadable.map(({ table }) => table)).toEqual(['applications', 'past_cases'])
})
