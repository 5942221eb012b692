import { expect, test } from 'vitest'
import { applicationEvent, isForResident } from '#app/domain/event.ts'
import { hasText } from '#app/i18n/messages.ts'

const types = applicationEvent.options.map(({ shape }) => shape.type.value)
/** They concern no case. */
const atDesk = ['signed-in', 'staff-changed', 'hall-changed']
/** A look has words for what was looked at. */
const ofCases = types.filter((type) => !atDesk.includes(type) && type !== 'look')

test.each(ofCases)('“%s” has words in the history the desk reads', (type) => expect(hasText(`desk:event.${type}`)).toBe(true))

test.each(ofCases.filter((type) => isForResident({ type })))('“%s” has words in the history the resident reads', (type) =>
  expect(hasText(`application:event.${type}`)).toBe(true),
)
