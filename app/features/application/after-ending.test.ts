import { expect, test } from 'vitest'
import type { Status } from '#app/domain/status.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { standsInstead } from './after-ending.server.ts'

const of = (number: number, status: Status, member = '1') => ({ number, status, member, service: 'skills-training' }) as StoredApplication

test.each<[string, StoredApplication[], number | undefined]>([
  ['it ended, and nothing stands', [of(1, 'withdrawn')], undefined],
  ['it was taken up again', [of(1, 'in-review')], 1],
  ['it was taken up again and decided', [of(1, 'approved')], 1],
  ['the same was handed in since', [of(1, 'withdrawn'), of(2, 'submitted')], 2],
  ['the same stands as a draft, which is gone on with', [of(1, 'withdrawn'), of(2, 'draft')], undefined],
  ['somebody else applies for it', [of(1, 'withdrawn'), of(2, 'submitted', '2')], undefined],
])('what stands instead where %s', (_, applications, number) => expect(standsInstead(applications, 1)).toBe(number))

test('nothing does where it was no application again, or of another folder', () => {
  expect(standsInstead([of(1, 'in-review')], null)).toBeUndefined()
  expect(standsInstead([of(1, 'in-review')], 2)).toBeUndefined()
})
