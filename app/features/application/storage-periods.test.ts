import { expect, test } from 'vitest'
import { storagePeriodsOf } from './storage-periods.ts'

const draft = { status: 'draft' as const, submittedAt: null }
const filed = { status: 'submitted' as const, submittedAt: new Date('2027-03-01') }

test.each([
  ['drafts alone', [draft], true, false],
  ['everything handed in', [filed], false, true],
  ['both', [draft, filed], true, true],
  ['a draft that expired', [{ status: 'expired' as const, submittedAt: null }], false, false],
])('of %s it is told how long it is stored', (_, applications, drafts, handedIn) => {
  const periods = storagePeriodsOf(applications)
  expect([periods.drafts !== null, periods.handedIn !== null]).toEqual([drafts, handedIn])
})
