import { describe, expect, test } from 'vitest'
import { applicationEvent } from '#app/domain/event.ts'
import { longestText } from '#app/domain/event-text.ts'
import { languages } from '#app/domain/language.ts'
import { text } from '#app/i18n/messages.ts'
import { encryptEvent } from './case-events.server.ts'
import { parseFreeText, phrasesOf } from './free-text.ts'

const noteWith = (text: unknown) => ({ type: 'note', actor: { role: 'clerk' }, at: '2026-11-24T08:00:00Z', words: text })

describe('what may be written can be read again, however many units its characters have', () => {
  test.each([
    ['Chinese', '字'],
    ['stacks of three letters', 'སྒྲ'],
    ['a letter that grows when it is put in order', '\u0f43'],
    ['a family in one character', '👨‍👩‍👧‍👦'],
  ])('%s', (_name, character) => {
    const { text, error } = parseFreeText(character.repeat(longestText), '')
    expect(error).toBeUndefined()
    expect(applicationEvent.safeParse(noteWith(text)).success).toBe(true)
    expect(parseFreeText(character.repeat(longestText + 1), '').error).toBe('text-too-long')
  })
})

test('an event that could not be read again is not written', () => {
  const long = 'x'.repeat(longestText * 20)
  expect(() => encryptEvent(noteWith({ text: long, language: 'zh' }) as Parameters<typeof encryptEvent>[0])).toThrow()
})

describe('a standard sentence', () => {
  test.each(phrasesOf('correction'))('%s is stored with what it says in every language', (phrase) => {
    const { text: written } = parseFreeText('', phrase)
    expect(written).toMatchObject({ text: '', phrase })
    for (const language of languages) expect(written?.said?.[language]).toBe(text(language, `phrases:${phrase}`))
  })

  test.each(['', 'correction.never-was', 'no such'])('“%s” is none: only what was typed is stored', (phrase) => {
    expect(parseFreeText('好', phrase)).toEqual({ text: { text: '好', language: 'zh' } })
    expect(parseFreeText(' ', phrase)).toEqual({ text: undefined })
  })
})
