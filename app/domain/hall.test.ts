import { expect, test } from 'vitest'
import {
  isAfter,
  isReceived,
  isReceivedThere,
  namesServices,
  type PublicHall,
  parseCoordinates,
  parseHallDetails,
  parseSpan,
  receiversOf,
} from './hall.ts'
import { inEvery } from './language.ts'

test.each([
  ['9:00-12:00', '9:00–12:00'],
  ['09：00～12：00', '9:00–12:00'],
  ['9-12', '9:00–12:00'],
  ['14:30 至 17:30', '14:30–17:30'],
  [' 9-12 ', '9:00–12:00'],
  ['9 -- 12', '9:00–12:00'],
  ['༩:༠༠-༡༢:༠༠', '9:00–12:00'],
  ['༩:༠༠་ - ༡༢:༠༠', undefined],
  ['9:30-9:45', '9:30–9:45'],
  ['9:59-12:59', '9:59–12:59'],
  ['22:00-24:00', '22:00–24:00'],
  ['12:00-9:00', undefined],
  ['9:00-9:00', undefined],
  ['9:60-12:00', undefined],
  ['9:00-12:60', undefined],
  ['早9-12', undefined],
  ['9-12点', undefined],
  ['22:00-25:00', undefined],
  ['上午', undefined],
  ['', undefined],
])('%s is the span %s', (typed, span) => expect(parseSpan(typed)).toBe(span))

test('an afternoon begins when the morning has ended, or later', () => {
  expect(isAfter('14:30–17:30', '9:00–12:00')).toBe(true)
  expect(isAfter('12:00–17:30', '9:00–12:00')).toBe(true)
  expect(isAfter('11:59–17:30', '9:00–12:00')).toBe(false)
  expect(isAfter('11:30–17:30', '9:00–11:45')).toBe(false)
  expect(isAfter('9:00–12:00', '8:00–10:00')).toBe(false)
})

test.each([
  ['36.5, 101.5', '36.5,101.5'],
  ['101.5，36.5', '36.5,101.5'],
  ['36.5 101.5', '36.5,101.5'],
  [' 36.6171 , 101.7782 ', '36.6171,101.7782'],
  ['31.0,89.0', '31,89'],
  ['40.0,104.0', '40,104'],
  ['40.1,95.0', undefined],
  ['30.9,95.0', undefined],
  ['36.5,88.9', undefined],
  ['36.5,104.1', undefined],
  ['约36.5,101.5', undefined],
  ['36.5,101.5度', undefined],
  ['39.9, 116.4', undefined],
  ['29.65, 91.1', undefined],
  ['36.5', undefined],
  ['三十六', undefined],
])('%s is the point %s', (typed, point) => expect(parseCoordinates(typed)).toBe(point))

const hall = (id: string, place: string, services?: readonly string[]): PublicHall => ({
  ...{ id, place, name: inEvery(() => id), details: services ? { services } : {} },
})

test('the halls of the narrowest place receive, those that name the service before others; practice has none', () => {
  const [own, same, prefecture, province] = [hall('a', '630104'), hall('b', '630104', ['x']), hall('c', '630100'), hall('d', '630000')]
  const who = (all: readonly PublicHall[], county: string, services?: readonly string[]) =>
    receiversOf(all, county, services).halls.map(({ id }) => id)
  expect(who([province, prefecture, same, own], '630104')).toEqual(['b', 'a'])
  expect(who([province, prefecture, same, own], '630104', ['x'])).toEqual(['b'])
  expect(who([province, prefecture, same, own], '630104', ['y'])).toEqual(['b', 'a'])
  expect(who([province, prefecture, same, own], '630104', ['x', 'y'])).toEqual(['b', 'a'])
  expect(who([same, own, hall('f', '630104', ['y'])], '630104', ['x', 'y'])).toEqual(['b', 'f'])
  expect(who([province, prefecture, own], '630105')).toEqual(['c'])
  expect(who([province, own], '632723')).toEqual(['d'])
  expect(who([own], '632723')).toEqual([])
  expect(who([own, province], '990000')).toEqual([])
  expect(who([hall('e', '990000')], '990000')).toEqual([])
})

test('details that cannot be read are none', () => {
  expect(parseHallDetails(null)).toEqual({})
  for (const stored of ['', '{', '[]', '{"phone":1}']) expect(() => parseHallDetails(stored)).toThrow()
  expect(parseHallDetails('{"phone":"1","closed":["6"]}')).toEqual({ phone: '1', closed: ['6'] })
})

test('of the services meant it says which no hall that receives names, each once', () => {
  const [one, other, silent] = [hall('a', '630104', ['x', 'y']), hall('b', '630104', ['y', 'z']), hall('c', '630104')]
  const unsaid = (all: readonly PublicHall[], ...services: string[]) => receiversOf(all, '630104', services).unsaid
  expect(unsaid([one, other], 'x', 'z')).toEqual([])
  expect(unsaid([one, other], 'x', 'w', 'w')).toEqual(['w'])
  expect(unsaid([silent], 'x')).toEqual(['x'])
  expect(unsaid([silent])).toEqual([])
  expect([one, silent, hall('d', '630104', [])].map(namesServices)).toEqual([true, false, false])
})

test('a hall of the county receives there, one of its prefecture does not', () => {
  const received = (...all: PublicHall[]) => isReceivedThere(receiversOf(all, '630104'))
  expect([received(hall('a', '630104')), received(hall('b', '630100')), received()]).toEqual([true, false, false])
})

test('somebody receives where there is a hall, and as far as is known where no county is', () => {
  const received = (...all: PublicHall[]) => isReceived(receiversOf(all, '630104'))
  expect([received(hall('a', '630104')), received(hall('b', '630100')), received(), isReceived(null)]).toEqual([true, true, false, true])
})
