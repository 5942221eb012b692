import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '#app/audit-log/audit-log.server.ts'
import { historyOf } from '#app/cases/case-events.server.ts'
import { writeSampleCases } from '#app/cases/sample-data.server.ts'
import { workWaiting } from '#app/cases/waiting.server.ts'
import { addDays, beginningOf, dayOf } from '#app/domain/day.ts'
import { remindOfCorrections } from '#app/jobs/remind.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { queuePage } from '#db/queue.server.ts'
import { casesAwaitingCorrection } from '#db/reminders.server.ts'

const until = new Date('2026-11-24T08:00:00Z')
let opened: OpenDatabase
beforeAll(async () => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32) }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  await writeSampleCases({ count: 120, counties: ['630104'], until, seed: 3 })
  await writeSampleCases({ count: 5, counties: ['990000'], until, seed: 4 })
})
afterAll(() => opened.close())

test('residents are reminded of corrections once, and only while their day is near', async () => {
  const asked = await casesAwaitingCorrection('', 500)
  const days = await Promise.all(
    asked.map(async (id) => {
      const event = (await historyOf(id)).findLast(({ type }) => type === 'ask-correction')
      return event?.type === 'ask-correction' ? (event.until ?? '') : ''
    }),
  )
  // Fourteen days are said of sample cases: on the last day of the latest nobody is asked too early.
  const last = days.toSorted().at(-1) ?? expect.fail()
  const near = (on: string) => days.filter((day) => day >= on && addDays(day, -3) <= on).length
  expect(near(last)).toBeGreaterThan(0)
  expect(await remindOfCorrections(beginningOf(last))).toEqual({ reminded: near(last), unreadable: 0 })
  expect(await remindOfCorrections(beginningOf(last))).toEqual({ reminded: 0, unreadable: 0 })
  expect(await verifyChain()).toMatchObject({ broken: null })
})

test('a list by legal limits begins with what ends first; what waits is counted, and nothing that is made up', async () => {
  const filter = { place: '630104', dueUntil: '2027-12-31' }
  const all = await queuePage(filter, undefined, 200)
  const [first, rest] = [await queuePage(filter, undefined, 2), await queuePage(filter, all[1], 200)]
  expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).toSorted())
  expect(all.length).toBeGreaterThan(3)
  expect([...first, ...rest].map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  const waiting = (await workWaiting('630104', until)) ?? expect.fail()
  const over = all.filter(({ dueOn, status }) => (dueOn ?? '') < dayOf(until) && ['accepted', 'in-review'].includes(status))
  expect([waiting.over, waiting.toAccept > 0, waiting.oldest > 30]).toEqual([over.length, true, true])
  expect([await workWaiting('990000', until), await workWaiting(undefined, until)]).toEqual([null, null])
})
