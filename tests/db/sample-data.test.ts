import { count, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { verifyChain } from '#app/audit-log/audit-log.server.ts'
import { stockPractice, writeSampleCases } from '#app/cases/sample-data.server.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { applicationById } from '#db/applications.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { applications } from '#db/schema.server.ts'

test('sample cases are whole: in the counties asked for, in every status, readable, with an audit log that verifies', async () => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32) }, false))
  const opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  const order = { counties: ['630104', '632322'], until: new Date('2026-11-24T08:00:00Z') }
  expect(await writeSampleCases({ ...order, count: 250, seed: 1 })).toBe(250)
  await writeSampleCases({ count: 10, counties: ['990000'], until: order.until, seed: 2 })
  const by = (column: typeof applications.county | typeof applications.status) =>
    opened.db.select({ of: column, rows: count() }).from(applications).groupBy(column).orderBy(column).all()
  expect(by(applications.county).map(({ of }) => of)).toEqual(['630104', '632322', '990000'])
  expect(by(applications.status).map(({ of }) => of)).toEqual([
    'accepted',
    'approved',
    'correction-asked',
    'declined',
    'in-review',
    'submitted',
    'withdrawn',
  ])
  const [one] = opened.db.select({ id: applications.id }).from(applications).where(eq(applications.status, 'approved')).limit(1).all()
  const stored = await applicationById(one?.id ?? '')
  expect(stored && (await decryptSubmission(stored))?.rows.length).toBeGreaterThan(2)
  expect(await verifyChain()).toMatchObject({ applications: 260, broken: null })
  await stockPractice(order.until)
  const practice = () => by(applications.county).find(({ of }) => of === '990000')?.rows ?? 0
  expect(practice()).toBe(50)
  await stockPractice(order.until)
  expect(practice()).toBe(50)
  opened.close()
})
