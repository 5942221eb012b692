import { expect, test } from 'vitest'
import type { Mode } from '#app/i18n/mode.ts'
import { Kept, renderPage } from './kept.tsx'
import { ModeProvider, Typed, useMode } from './say.tsx'

function Content({ seen }: { seen: string[] }): JSX.Element {
  seen.push(useMode())
  return <p>{'a < 草'}</p>
}

const shown = (mode: Mode, by: string, seen: string[], typed = 'x') =>
  Buffer.from(
    renderPage(
      <ModeProvider value={mode}>
        <Typed>{typed}</Typed>
        <Kept as="li" className="result" by={by}>
          {() => (
            <Kept as="div" by={`${by}, within`}>
              {() => <Content seen={seen} />}
            </Kept>
          )}
        </Kept>
        <p>end</p>
      </ModeProvider>,
    ),
  ).toString()

test('content is rendered once for what it depends on, and once more in another mode', () => {
  const seen: string[] = []
  const first = shown('zh', 'once', seen)
  expect(first).toBe('<!DOCTYPE html><bdi class="typed">x</bdi><li class="result"><div><p>a &lt; 草</p></div></li><p>end</p>')
  expect(shown('zh', 'once', seen)).toBe(first)
  expect(seen).toEqual(['zh'])
  shown('bo', 'once', seen)
  shown('zh', 'twice', seen)
  expect(seen).toEqual(['zh', 'bo', 'zh'])
})

test('what a person typed cannot stand in the place of kept content', () => {
  expect(shown('zh', 'once', [], '<!--kept 0-->')).toContain('&lt;!--kept 0--&gt;</bdi><li')
})
