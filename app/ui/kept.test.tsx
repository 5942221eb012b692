import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Mode } from '#app/i18n/mode.ts'
import { Kept } from './kept.tsx'
import { ModeProvider, useMode } from './say.tsx'

function Content({ seen }: { seen: string[] }): JSX.Element {
  seen.push(useMode())
  return <p>{'a < b'}</p>
}

const shown = (mode: Mode, by: string, seen: string[]) =>
  renderToStaticMarkup(
    <ModeProvider value={mode}>
      <Kept as="li" className="result" by={by}>
        {() => <Content seen={seen} />}
      </Kept>
    </ModeProvider>,
  )

test('content is rendered once for what it depends on, and once more in another mode', () => {
  const seen: string[] = []
  const first = shown('zh', 'once', seen)
  expect(first).toBe('<li class="result"><p>a &lt; b</p></li>')
  expect(shown('zh', 'once', seen)).toBe(first)
  expect(seen).toEqual(['zh'])
  shown('bo', 'once', seen)
  shown('zh', 'twice', seen)
  expect(seen).toEqual(['zh', 'bo', 'zh'])
})
