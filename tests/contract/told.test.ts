import { expect, test } from 'vitest'
import { type ApplicationEvent, applicationEvent, isForResident } from '#app/domain/event.ts'
import { hasText } from '#app/i18n/messages.ts'

type EventType = ApplicationEvent['type']

const types: EventType[] = applicationEvent.options.map(({ shape }) => shape.type.value)
/** They concern no case. */
const atDesk: readonly EventType[] = ['signed-in', 'staff-changed', 'hall-changed']
/** A look has words for what was looked at. */
const ofCases = types.filter((type) => !atDesk.includes(type) && type !== 'look')

/** Events without words in the history the desk reads, or in the one the resident reads where they are shown it. */
function untold(of: readonly EventType[], has: (key: string) => boolean): string[] {
  const told = of.flatMap((type) => [`desk:event.${type}`, ...(isForResident({ type }) ? [`application:event.${type}`] : [])])
  return told.filter((key) => !has(key))
}

test('every event has a text in the histories it appears in', () => expect(untold(ofCases, hasText)).toEqual([]))

test('an event without a text is found, for each reader', () => {
  expect(untold(['accept'], () => false)).toEqual(['desk:event.accept', 'application:event.accept'])
  expect(untold(['accept'], (key) => key.startsWith('desk:'))).toEqual(['application:event.accept'])
  expect(untold(['note'], () => false)).toEqual(['desk:event.note'])
})
