import { expect, test } from 'vitest'
import { applicationEvent, isForResident } from '#app/domain/event.ts'
import { languages } from '#app/domain/language.ts'
import { textOf } from '#tests/support/texts.ts'

const types = applicationEvent.options.map(({ shape }) => shape.type.value)
/** What stands in the chain of the desk, and so in the history of no case. */
const ofNoApplication = [
  'signed-in',
  'staff-changed',
  'hall-changed',
  'find-person',
  'calendar-changed',
  'announcement-changed',
  'phrase-changed',
]

test.each(types.filter((type) => !ofNoApplication.includes(type)))('the history has a text for %s, for the resident too', (type) => {
  for (const language of languages) {
    expect(textOf(language, `desk:event.${type}`)).not.toBe('undefined')
    if (isForResident({ type })) expect(textOf(language, `application:event.${type}`)).not.toBe('undefined')
  }
})
