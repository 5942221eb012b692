import { describe, expect, test } from 'vitest'
import {
  type Confirmer,
  fitsCard,
  isLastFour,
  isOfHall,
  isOpenRecovery,
  mayConfirm,
  placeAbove,
  recoveryStates,
  waitsForPhone,
  waysFor,
} from './recovery.ts'

const one = (id: string, hall: string, place: string): Confirmer => ({ id, hall, place, role: 'clerk' })
const [a, b] = [one('a', 'h', '630104'), one('b', 'h', '630104')]
const [prefecture, provincial] = [one('p', 'hp', '630100'), one('v', 'hv', '630000')]

test('four digits, the last of which may be an X, are the end of a card', () => {
  expect(['0016', '001X'].filter(isLastFour)).toEqual(['0016', '001X'])
  expect(['001', '00167', 'X001', '001x', ''].filter(isLastFour)).toEqual([])
})

test('the digits of a card with the identity number are those of the folder, where it holds one; of others they prove nothing', () => {
  const number = '99000019900307001X'
  expect(fitsCard('id-card', '001X', number)).toBe(true)
  expect(fitsCard('id-card', '0010', number)).toBe(false)
  expect(fitsCard('driving-licence', '0010', number)).toBe(false)
  expect(fitsCard('passport', '0010', number)).toBe(true)
  expect(fitsCard('id-card', '0010', undefined)).toBe(true)
})

test('a telephone number that was changed counts after a day, to the millisecond', () => {
  const changed = '2026-11-24T08:00:00.000Z'
  expect(waitsForPhone(undefined, new Date(changed))).toBeUndefined()
  expect(waitsForPhone(changed, new Date('2026-11-25T07:59:59.999Z'))).toEqual(new Date('2026-11-25T08:00:00.000Z'))
  expect(waitsForPhone(changed, new Date('2026-11-25T08:00:00.000Z'))).toBeUndefined()
})

test('something can be done as long as it waits, or is confirmed and nothing was chosen', () => {
  expect(recoveryStates.filter(isOpenRecovery)).toEqual(['waiting', 'confirmed'])
})

describe('who confirms', () => {
  test.each([
    ['a colleague of the hall', [a, b], false, ['colleague']],
    ['a colleague, or the telephone', [a, b, prefecture], true, ['colleague', 'phone']],
    ['for a hall of one the prefecture', [a, prefecture, provincial], false, ['above']],
    ['where nobody is there, the province', [a, provincial], false, ['above']],
    ['nobody, where there is nobody', [a], false, []],
    ['the telephone alone, where there is nobody else', [a], true, ['phone']],
    ['no one of another county', [a, one('c', 'hc', '630105')], false, []],
    ['no one of another hall of the same county', [a, one('c', 'hc', '630104')], false, []],
  ] as const)('%s', (_name, all, hasPhone, ways) => expect(waysFor(all, a, hasPhone)).toEqual(ways))

  test('the hall of the prefecture, then of the province; above the province there is none, nor in practice', () => {
    expect(placeAbove([prefecture, provincial], a)).toBe('630100')
    expect(placeAbove([provincial], a)).toBe('630000')
    expect(placeAbove([provincial, prefecture], prefecture)).toBe('630000')
    expect(placeAbove([provincial, one('w', 'hw', '630000')], provincial)).toBeUndefined()
    expect(placeAbove([prefecture, provincial], { id: 'a', place: '990000' })).toBeUndefined()
  })

  const request = { staffId: 'a', hallId: 'h', place: '630104', confirmPlace: '630104', way: 'colleague' } as const
  const who = ({ id, hall, place }: Confirmer) => ({ id, hall, place })

  test('never who asked, and nobody of another hall', () => {
    expect(mayConfirm(request, who(b))).toBe(true)
    expect(mayConfirm(request, who(a))).toBe(false)
    expect(mayConfirm(request, who(prefecture))).toBe(false)
    expect(mayConfirm(request, who(one('c', 'hc', '630104')))).toBe(false)
    // Who practises is at another place.
    expect(mayConfirm(request, { ...who(b), place: '990000' })).toBe(false)
  })

  test('the hall above where that was asked; no member of staff where the telephone confirms', () => {
    const above = { ...request, confirmPlace: '630100', way: 'above' } as const
    expect([a, b, prefecture, provincial].map(who).filter((one) => mayConfirm(above, one))).toEqual([who(prefecture)])
    expect([a, b, prefecture].map(who).filter((one) => mayConfirm({ ...request, way: 'phone' }, one))).toEqual([])
    expect([a, b, prefecture].map(who).filter((one) => isOfHall(above, one))).toEqual([who(a), who(b)])
  })
})
