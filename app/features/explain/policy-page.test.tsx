import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { text } from '#app/i18n/messages.ts'
import { sourceOf } from '#app/services/define-promise.ts'
import { planPromises } from '#app/services/promises.ts'
import { ModeProvider } from '#app/ui/bilingual-text.tsx'
import { Promises } from './policy-page.tsx'
import { PlanSays } from './topic-page.tsx'

const asOf = '2026-11-29'
const lessening = planPromises.filter(({ lessens }) => lessens)

test.each(languages)('in %s a promise has its title, what one can do, the words of the plan and those in charge', (language) => {
  for (const promise of planPromises) {
    const html = renderToStaticMarkup(
      <ModeProvider value={language}>
        <Promises mode={language} promises={[promise]} asOf={asOf} />
      </ModeProvider>,
    )
    expect(html).toContain(`<h3>${text(language, `policy:promises.${promise.id}.title`)}</h3>`)
    for (const quotation of sourceOf(promise).words ?? []) expect(html).toContain(quotation)
    for (const one of promise.departments) expect(html).toContain(text(language, `policy:departments.${one}`))
  }
})

test.each(languages)(
  'in %s what takes something away stands under the same headings as a promise, after the fixed sentence',
  (language) => {
    for (const { id, topics } of lessening)
      for (const topic of topics) {
        const html = renderToStaticMarkup(
          <ModeProvider value={language}>
            <PlanSays mode={language} topic={topic} />
          </ModeProvider>,
        )
        const [first, title] = ['lessens.first', `promises.${id}.title`].map((key) => html.indexOf(text(language, `policy:${key}`)))
        expect(first).toBeGreaterThan(0)
        expect(title).toBeGreaterThan(first ?? 0)
        expect(html).toContain(text(language, `policy:promises.${id}.do`))
      }
  },
)

test('an address that names a promise as it was called before leads to it', () => {
  const html = renderToStaticMarkup(
    <ModeProvider value="zh">
      <Promises mode="zh" promises={planPromises} asOf={asOf} />
    </ModeProvider>,
  )
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  for (const was of ['high-altitude-counties', 'boarding-and-remote-services']) expect(ids).toContain(was)
  expect(new Set(ids).size).toBe(ids.length)
})
