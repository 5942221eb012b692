import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { ModeProvider } from './bilingual-text.tsx'
import { CachedAround, CachedPart, Gap } from './render-cache.tsx'

const around = (names: Readonly<Record<string, string>>, content: () => JSX.Element) =>
  renderToStaticMarkup(
    <CachedAround by="a test" gaps={new Map(Object.entries(names).map(([id, name]) => [id, <b key={id}>{name}</b>]))}>
      {content}
    </CachedAround>,
  )

test('what is cached has gaps: each household has its own names in them, escaped, and none sees those of another', () => {
  const content = vi.fn(() => (
    <p>
      <Gap of="1" /> <Gap of="2" /> <Gap of="1" />
    </p>
  ))
  expect(around({ 1: 'A', 2: '<B>' }, content)).toBe('<div><p><b>A</b> <b>&lt;B&gt;</b> <b>A</b></p></div>')
  expect(around({ 1: 'C' }, content)).toBe('<div><p><b>C</b>  <b>C</b></p></div>')
  expect(content).toHaveBeenCalledTimes(1)
})

test('a part is cached by its key in each mode, and not at all without one', () => {
  const content = vi.fn(() => <i>text</i>)
  const part = (by: string | undefined, mode: 'zh' | 'bo' = 'zh') =>
    renderToStaticMarkup(
      <ModeProvider value={mode}>
        <CachedPart as="footer" by={by}>
          {content}
        </CachedPart>
      </ModeProvider>,
    )
  for (const by of ['one', 'one', 'other', undefined, undefined]) expect(part(by)).toBe('<footer><i>text</i></footer>')
  part('one', 'bo')
  expect(content).toHaveBeenCalledTimes(5)
})
