import { expect, test } from 'vitest'
import { isChangedInput, type SentInput, type StandingInput, sortInputs } from './shared-inputs.ts'

const sent = (given: string[], shown: string[] | null): SentInput => ({ name: 'f-x', given, shown })
const sorted = { changed: {}, both: [], moved: [] }
const written = (given: string[]) => ({ ...sorted, changed: { 'f-x': given } })

test.each<[string, SentInput, StandingInput | undefined, object]>([
  ['left as shown: nothing', sent(['a'], ['a']), { given: ['a'], by: null }, sorted],
  [
    'left as shown, changed by the other: never written over',
    sent([''], ['']),
    { given: ['a'], by: 'clerk' },
    { ...sorted, moved: ['f-x'] },
  ],
  ['left as shown, saved since: never written over', sent([''], []), { given: ['a'], by: null }, { ...sorted, moved: ['f-x'] }],
  ['changed alone', sent(['b'], ['a']), { given: ['a'], by: 'clerk' }, written(['b'])],
  ['emptied alone', sent([''], ['a']), { given: ['a'], by: 'clerk' }, written([''])],
  ['changed where nothing stands', sent(['b'], ['']), undefined, written(['b'])],
  ['changed by both', sent(['b'], ['a']), { given: ['c'], by: 'clerk' }, { ...sorted, both: ['f-x'] }],
  ['changed by both to the same', sent(['b'], ['a']), { given: ['b'], by: 'clerk' }, sorted],
  ['changed again by oneself, from a page of before', sent(['b'], ['a']), { given: ['c'], by: 'resident' }, written(['b'])],
  ['without saying what it was shown with', sent(['b'], null), { given: ['a'], by: 'clerk' }, written(['b'])],
  ['left as shown on an old page of oneself: never written over', sent(['a'], ['a']), { given: ['b'], by: 'resident' }, sorted],
  ['left as shown where nothing stands', sent(['a'], ['a']), undefined, sorted],
  ['empty inputs are none', sent([''], []), { given: [], by: 'clerk' }, sorted],
  ['line breaks as browsers send them', sent(['a\r\nb'], ['a\nb']), { given: ['a\nb'], by: 'clerk' }, sorted],
  ['line breaks as they were typed long ago', sent(['a\rb'], ['a\nb']), { given: ['a\nb'], by: 'clerk' }, sorted],
  ['several in another order', sent(['b', 'a'], ['a', 'b']), { given: ['c'], by: 'clerk' }, { ...sorted, moved: ['f-x'] }],
])('%s', (_, input, standing, expected) => {
  expect(sortInputs([input], () => standing, 'resident')).toEqual(expected)
})

test('an input is changed where something else stands in it than it is known to have been shown with', () => {
  const changed = (given: string[], shown: string[] | null) => isChangedInput(sent(given, shown))
  expect([changed(['b'], ['a']), changed(['a'], ['a']), changed(['a'], null)]).toEqual([true, false, false])
})
