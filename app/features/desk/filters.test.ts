import { expect, test } from 'vitest'
import { isOpen } from '#app/domain/status.ts'
import { chosenIn, filterOf, openStatuses, queryOf, shownStatuses } from './filters.ts'

const now = new Date('2026-11-25T08:00:00Z')
const of = (query: string) => filterOf(chosenIn(new URLSearchParams(query)), '630104', { id: 'r-1', serves: [] }, now)

test('without a choice: what the hall has to act on', () => {
  expect(of('')).toEqual({ place: '630104', statuses: openStatuses })
  expect(openStatuses).toEqual(['submitted', 'accepted', 'resubmitted', 'in-review'])
})

test.each([
  ['status=approved', { statuses: ['approved'] }],
  ['status=proposed', { statuses: openStatuses, proposed: true }],
  ['status=all', {}],
  ['folder=f-1', { folder: 'f-1' }],
  ['status=all&who=me', { assignee: 'r-1' }],
  ['status=all&who=r-2', { assignee: 'r-2' }],
  ['who=nobody', { assignee: null, statuses: openStatuses }],
  ['status=all&who=nobody', { assignee: null, statuses: shownStatuses.filter(isOpen) }],
  ['folder=f-1&who=nobody', { assignee: null, statuses: shownStatuses.filter(isOpen), folder: 'f-1' }],
  ['status=approved&who=nobody', { assignee: null, statuses: [] }],
  ['status=all&due=over', { dueUntil: '2026-11-24' }],
  ['status=all&due=soon', { dueUntil: '2026-11-30' }],
  ['status=all&age=10', { submittedBefore: new Date('2026-11-15T16:00:00Z') }],
  ['status=all&service=job-services&county=630105&language=bo', { service: 'job-services', county: '630105', mode: 'bo' }],
])('%s', (query, filter) => expect(of(query)).toEqual({ place: '630104', ...filter }))

test('a filter means the same all day, in Qinghai time: counts stay valid', () => {
  const at = (time: string) =>
    filterOf(chosenIn(new URLSearchParams('age=3&due=soon')), '630104', { id: 'r-1', serves: [] }, new Date(time))
  expect(at('2026-11-24T16:00:00Z')).toEqual(at('2026-11-25T15:59:59Z'))
  expect(at('2026-11-25T16:00:00Z')).not.toEqual(at('2026-11-25T15:59:59Z'))
})

test('unknown values count as empty: drafts are never shown, and an address contains chosen values only', () => {
  expect(of('status=draft&service=nothing&county=110101&language=en&who=r+2&due=x&age=1')).toEqual(of(''))
  expect(queryOf(chosenIn(new URLSearchParams('status=draft&language=bo&name=x')))).toEqual({ language: 'bo' })
})
