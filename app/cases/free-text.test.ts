import { describe, expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { text } from '#app/i18n/messages.ts'
import { parseFreeText, phrasesOf } from './free-text.ts'

describe('a standard sentence', () => {
  test.each(phrasesOf('correction'))('%s is stored with what it says in every language', (phrase) => {
    const { words } = parseFreeText('', phrase)
    expect(words).toMatchObject({ text: '', phrase })
    for (const language of languages) expect(words?.said?.[language]).toBe(text(language, `phrases:${phrase}`))
  })

  test.each(['', 'correction.never-was', 'no such'])('“%s” is none: only what was typed is stored', (phrase) => {
    expect(parseFreeText('好', phrase)).toEqual({ words: { text: '好', language: 'zh' } })
    expect(parseFreeText(' ', phrase)).toEqual({ words: undefined })
  })
})
