import { expect, test } from 'vitest'
import { isCaseEventType, ruleOf } from '#app/domain/application.ts'
import { type ApplicationEvent, applicationEvent, isForResident } from '#app/domain/event.ts'
import { type Language, languages } from '#app/domain/language.ts'
import { hasText, text } from '#app/i18n/messages.ts'

type EventType = ApplicationEvent['type']

const types: EventType[] = applicationEvent.options.map(({ shape }) => shape.type.value)
/** They concern no case. */
const atDesk: readonly EventType[] = [
  'signed-in',
  'staff-changed',
  'hall-changed',
  'find-person',
  'calendar-changed',
  'announcement-changed',
  'phrase-changed',
]
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

/** Events the resident sees that send no message, and why. */
const silences: Readonly<Partial<Record<EventType, string>>> = {
  'hand-over': 'follows a correction or what is sent on, of which they are told',
  'help-begin': 'they are there, or gave a mandate',
  'help-end': 'they are there, or gave a mandate',
  rate: 'they did it themselves',
  'ask-hall': 'they did it themselves',
  serve: 'they have it in hand',
  collect: 'they have it in hand',
}

/** Messages that are missing in a language: of every event that tells, by whomever it was done, of all but what stays among staff. */
function unsent(of: readonly EventType[], has: (key: string, language: Language) => boolean): string[] {
  return of.filter(isCaseEventType).flatMap((type) => {
    const { tells, inside } = ruleOf(type)
    if (!tells) return inside || silences[type] ? [] : [`${type} is silent`]
    const keys = [...(tells === 'always' ? [type] : []), ...(helpedTypes.includes(type) ? [`helped.${type}`] : [])]
    return keys.flatMap((key) => languages.filter((language) => !has(`messages:${key}`, language)).map((language) => `${key} ${language}`))
  })
}
const helpedTypes: readonly EventType[] = applicationEvent.options
  .filter(({ shape }) => 'helped' in shape)
  .map(({ shape }) => shape.type.value)
const isSaid = (key: string, language: Language) => hasText(key) && text(language, key, { tail: '', until: '' }) !== key

test('every event the resident sees has its message in every language, or a stated silence', () => {
  expect(unsent(types, isSaid)).toEqual([])
  expect(languages.filter((language) => !isSaid('messages:ask-correction-until', language))).toEqual([])
  // What is stated silent is, and is seen.
  expect(Object.keys(silences).filter((type) => isCaseEventType(type) && (ruleOf(type).tells || ruleOf(type).inside))).toEqual([])
})

test('a message that is missing is found', () => {
  expect(unsent(['accept'], (_, language) => language === 'zh')).toEqual(['accept bo'])
  expect(unsent(['withdraw'], () => false)).toEqual(languages.map((language) => `helped.withdraw ${language}`))
  expect(unsent(['serve', 'note'], () => false)).toEqual([])
})
