import { expect, test } from 'vitest'
import type { Status } from '#app/domain/status.ts'
import { type Folder, withPhoneNoted } from './folder.ts'
import { isOpenedBy, seenIn } from './folder-scope.ts'

const folder = (values: Folder['values'] = {}, more: Partial<Folder> = {}): Folder => ({
  ...{ answers: {}, members: [], applicant: '1', seen: [], filled: [], values },
  ...more,
})
const [here, county] = [{ place: '630104', practice: false }, 'address/home/county']
const one = (county: string | null, status: Status = 'submitted') => ({ county, status })

test('what was handed in is seen where it was, a draft where it says it will be, and everywhere before it says so', () => {
  const applications = [one('630104'), one('630105'), one(null, 'draft')]
  expect(seenIn({ folder: folder(), applications }, here)).toEqual([applications[0], applications[2]])
  expect(seenIn({ folder: folder({ [county]: '630105' }), applications }, here)).toEqual([applications[0]])
  expect(seenIn({ folder: folder(), applications }, { place: '630000', practice: false })).toEqual(applications)
  expect(seenIn({ folder: folder(), applications }, { place: '632700', practice: false })).toEqual([applications[2]])
})

test('practice and real folders do not exist for each other', () => {
  const applications = [one(null, 'draft')]
  const practice = { place: '990000', practice: true }
  expect(seenIn({ folder: folder({}, { practice: true }), applications }, here)).toEqual([])
  expect(seenIn({ folder: folder(), applications }, practice)).toEqual([])
  expect(seenIn({ folder: folder({}, { practice: true }), applications }, practice)).toEqual(applications)
  expect(isOpenedBy({ folder: folder({}, { practice: true }), applications }, here)).toBe(false)
})

test('a folder is opened where something is open; where nothing is, wherever something was', () => {
  const opened = (...applications: ReturnType<typeof one>[]) => isOpenedBy({ folder: folder(), applications }, here)
  expect(opened(one('630105'), one('630104', 'approved'))).toBe(false)
  expect(opened(one('630105', 'withdrawn'), one('630104', 'approved'))).toBe(true)
  expect(opened(one('630105'), one('630104'))).toBe(true)
  expect(opened()).toBe(true)
})

test('a telephone number that is replaced is noted with the time, for thirty days; the first one, and none, are not', () => {
  const at = new Date('2026-11-24T08:00:00.000Z')
  const phone = (number?: string) => folder(number === undefined ? { a: 'b' } : { 'contact/home/phone': number })
  expect(withPhoneNoted(phone(), phone('1'), at).phoneBefore).toBeUndefined()
  expect(withPhoneNoted(phone('1'), phone('1'), at).phoneBefore).toBeUndefined()
  const changed = withPhoneNoted(phone('1'), phone('2'), at)
  expect(changed.phoneBefore).toEqual({ phone: '1', at: at.toISOString() })
  expect(withPhoneNoted(phone('1'), phone(), at).phoneBefore?.phone).toBe('1')
  const later = (iso: string) => withPhoneNoted(changed, changed, new Date(iso)).phoneBefore
  expect([later('2026-12-24T07:59:59.999Z')?.phone, later('2026-12-24T08:00:00.000Z')]).toEqual(['1', undefined])
  // What is emptied by retention keeps nothing.
  expect(withPhoneNoted(phone('1'), folder(), at).phoneBefore).toBeUndefined()
})
