import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { pinError, tryPin, wrongPinsOverall } from './pin-throttle.server.ts'
import { triesAllowed } from './throttle.server.ts'

// Thousands of guesses, each of which would take the time of a PIN that is dear to try.
vi.mock('#app/security/pin.server.ts', () => ({ isPin: async (pin: string, hash: string | undefined) => hash === pin }))

let opened: OpenDatabase
beforeEach(() => {
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const at = new Date('2026-11-25T08:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)

test('a day of birth that is known is no PIN, however it is written; another day is one', () => {
  const births = ['2015-03-02', '1988-07-04']
  for (const pin of ['880704', '070488', '040788', '198807', '150302', '030215', '020315', '201503'])
    expect([pin, pinError(pin, pin, births)]).toEqual([pin, 'pin-birthday'])
  for (const pin of ['880705', '198804', '481592']) expect(pinError(pin, pin, births)).toBeUndefined()
  expect(pinError('880704', '880704', [])).toBeUndefined()
})

test('a code is locked out after five wrong PINs, also for the right one, for half an hour', async () => {
  for (let guess = 1; guess < triesAllowed; guess++) expect(await tryPin('code', 'wrong', 'right', at)).toBe('no-match')
  expect(await tryPin('code', 'wrong', 'right', at)).toBe('locked')
  expect(await tryPin('code', 'right', 'right', later(29))).toBe('locked')
  expect(await tryPin('code', 'right', 'right', later(31))).toBe('right')
})

test('guesses over all codes are limited by the hour, whichever codes they try', async () => {
  const hours = (number: number) => later(60 * number)
  for (let guess = 0; guess < wrongPinsOverall; guess++) await tryPin(`code ${guess}`, 'wrong', undefined, hours(2))
  expect(await tryPin('another', 'right', 'right', hours(2))).toBe('locked')
  expect(await tryPin('another', 'right', 'right', hours(3))).toBe('right')
})
