import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { text } from '#app/i18n/messages.ts'
import { matters } from '#app/services/before-settling.ts'
import { strengthOfStatement } from '#app/services/strength.ts'
import { topics } from '#app/services/topics.ts'
import { ModeProvider } from '#app/ui/bilingual-text.tsx'
import { BeforeSettlingPage } from './before-settling-page.tsx'
import { TopicPage } from './topic-page.tsx'

const asOf = '2026-11-29'

/** What stands right after a text on a page, up to the next of its kind. */
const after = (html: string, said: string) => html.split(said)[1]?.split(/<\/(?:p|summary|div)>|<span class="said-closed/)[0] ?? ''

test.each(languages)(
  'in %s an answer the plan promises says how strongly, in sight; one of the law, or that nothing says, does not',
  (language) => {
    const html = renderToStaticMarkup(
      <ModeProvider value={language}>
        <BeforeSettlingPage mode={language} asOf={asOf} />
      </ModeProvider>,
    )
    for (const { id, answer } of matters)
      for (const line of answer) {
        const strength = line.asks ? undefined : strengthOfStatement(line)
        const beside = after(html, text(language, `before-settling:matters.${id}.answer.${line.id}`))
        expect(beside.includes('strength'), `${id} ${line.id}`).toBe(strength !== undefined)
        if (strength) expect(beside).toContain(text(language, `policy:strength.${strength}`))
      }
    expect(html.match(/class="said"><p>[^<]*<\/p><span class="strength"/g)?.length).toBeGreaterThan(3)
    expect(html).not.toMatch(/class="unwritten">[^<]*<\/p><span class="strength"/)
  },
)

test.each(languages)('in %s the first sentence of a topic says how strongly the plan promises it', (language) => {
  const told = topics.filter(({ id, lead }) => {
    const html = renderToStaticMarkup(
      <ModeProvider value={language}>
        <TopicPage mode={language} topic={id} asOf={asOf} />
      </ModeProvider>,
    )
    const strength = strengthOfStatement({ id, certainty: 'high', sources: lead })
    const beside = after(html, `<p class="lead">${text(language, `topics:${id}.lead`)}`)
    return strength !== undefined && beside.includes(text(language, `policy:strength.${strength}`))
  })
  expect(told.map(({ id }) => id)).toEqual(['settlement', 'housing', 'insurance', 'land'])
})
