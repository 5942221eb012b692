import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { text } from '#app/i18n/messages.ts'
import { ModeProvider } from './bilingual-text.tsx'
import { Ground, StaffText } from './stored-text.tsx'

const [phrase, said] = ['correction.all-pages', { zh: '当时的话', bo: 'སྐབས་དེའི་ཚིག' }]

describe.each(languages)('in %s', (language) => {
  const shown = (element: JSX.Element) => renderToStaticMarkup(<ModeProvider value={language}>{element}</ModeProvider>)
  const typed = { text: '', language: 'zh' as const, phrase }

  test('a standard sentence reads as it was told', () => {
    const told = shown(<StaffText {...typed} said={said} />)
    expect(told).toContain(said[language])
    expect(told).not.toContain(text(language, `phrases:${phrase}`))
  })

  test('one of which only the key was kept reads as it is, and is never nothing', () => {
    expect(shown(<StaffText {...typed} />)).toContain(text(language, `phrases:${phrase}`))
    expect(shown(<StaffText {...typed} phrase="correction.gone" />)).toContain('correction.gone')
  })

  test('a source is cited as it was, where that was kept', () => {
    const source = { instrument: 'land-contract-law', article: '27' }
    const now = text(language, 'instruments:land-contract-law.short')
    expect(shown(<Ground says={said} sources={[source]} />)).toContain(now)
    const before = shown(<Ground says={said} sources={[{ ...source, cited: said }]} />)
    expect([before.includes(said[language]), before.includes(now)]).toEqual([true, false])
  })
})
