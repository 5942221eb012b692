import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Language, languages } from '#app/domain/language.ts'
import { text } from '#app/i18n/messages.ts'
import { cite } from '#app/services/instruments.ts'
import { promised } from '#app/services/plan-quotations.ts'
import { ModeProvider } from './bilingual-text.tsx'
import { Citations } from './citation.tsx'

const said = (language: Language, props: Parameters<typeof Citations>[0]) =>
  renderToStaticMarkup(
    <ModeProvider value={language}>
      <Citations {...props} />
    </ModeProvider>,
  )

test.each(languages)('in %s the strength stands beside what the plan promises, and where it is conditional that too', (language) => {
  const say = (key: string) => text(language, `policy:${key}`)
  const required = said(language, { sources: [promised('settle-zero-threshold'), cite('land-contract-law')] })
  expect(required).toContain(say('strength.requires'))
  expect(required).not.toContain(say('conditional'))
  const conditional = said(language, { sources: [promised('employee-insurance')] })
  expect(conditional).toContain(say('strength.explores'))
  expect(conditional).toContain(say('conditional'))
  expect(said(language, { sources: [cite('land-contract-law')] })).not.toContain('strength')
})

test.each(languages)('in %s our own reading says so, and promises nothing', (language) => {
  const ours = said(language, { sources: [promised('settle-zero-threshold')], inferred: true })
  expect(ours).toContain(text(language, 'instruments:inferred'))
  expect(ours).not.toContain(text(language, 'policy:strength.requires'))
  expect(said(language, { sources: [promised('settle-zero-threshold')] })).not.toContain(text(language, 'instruments:inferred'))
})
