import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type DecisionDocument, letterTexts } from '#app/domain/decision-document.ts'
import { inEvery, languages } from '#app/domain/language.ts'
import { text } from '#app/i18n/messages.ts'
import { parallelMode } from '#app/i18n/mode.ts'
import { ModeProvider } from '#app/ui/bilingual-text.tsx'
import { LetterSheet } from './letter-page.tsx'

const says = (text: string) => inEvery((language) => `${text} ${language}`)
const document: DecisionDocument = {
  ...{ service: says('service'), departments: [says('department')], outcome: says('outcome'), next: says('next'), phrase: null },
  hall: { name: says('hall'), place: says('place') },
  ground: { says: says('condition 1'), sources: [] },
  register: {
    number: '630104-2026-00001',
    issuer: says('issuer'),
    code: '0'.repeat(32),
    checksum: '1'.repeat(32),
    languages: [...languages],
  },
  conditions: (['yes', 'no', 'unknown'] as const).flatMap((truth) =>
    (['hall', 'answers'] as const).map((by) => ({ says: says(`condition ${truth} ${by}`), sources: [], truth, by })),
  ),
}
const letter = (of: DecisionDocument) =>
  renderToStaticMarkup(
    <ModeProvider value={parallelMode}>
      <LetterSheet
        {...{ number: 1, code: 'ABCDE-FGHJK', name: '扎西·测试', submitted: '2026-11-24', decided: '2026-11-25', document: of }}
        {...{
          reason: { text: '测试', language: 'zh' },
          reopened: null,
          writtenLater: null,
          checkedAt: 'https://example.org/x',
          language: 'bo',
        }}
      />
    </ModeProvider>,
  )

test('a letter calls its parts as it did when it was written; one that was stored without their names as today', () => {
  const names = Object.keys(letterTexts)
  const then = letter({ ...document, labels: Object.fromEntries(names.map((name) => [name, says(`then-${name}`)])) })
  const now = letter(document)
  for (const [name, key] of Object.entries(letterTexts))
    for (const language of languages) {
      expect([name, then.includes(`then-${name} ${language}`), now.includes(`>${text(language, key)}<`)]).toEqual([name, true, true])
      expect([name, then.includes(`>${text(language, key)}<`)]).toEqual([name, false])
    }
})
