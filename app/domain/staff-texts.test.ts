import { expect, test } from 'vitest'
import { applicationEvent } from './event.ts'
import { guardedTextsOf } from './staff-texts.ts'

const common = { actor: { role: 'reviewer', id: 'a' }, at: '2026-11-24T01:00:00.000Z' }
const eventText = (text: string) => ({ text, language: 'zh' })
const item = (target: string, more: object) => ({ target, reason: 'other', ...more })

test.each<[string, object, readonly string[]]>([
  [
    'every text of what has to be corrected',
    {
      ...{ type: 'ask-correction', again: '三' },
      items: [item('a', { words: eventText('一') }), item('b', { reason: 'unreadable' }), item('c', { words: eventText('二') })],
    },
    ['一', '二', '三'],
  ],
  ['the reason of a decision', { type: 'approve', reason: eventText('一') }, ['一']],
  ['nothing where there is none', { type: 'approve' }, []],
  ['not what was held before', { type: 'decline', reason: eventText('一') }, []],
  ['a colleague’s note', { type: 'note', words: eventText('一') }, ['一']],
  ['nothing of a step without texts', { type: 'start-review' }, []],
])('what waits where it asks for land: %s', (_what, event, expected) =>
  expect(guardedTextsOf(applicationEvent.parse({ ...common, ...event }))).toEqual(expected),
)
