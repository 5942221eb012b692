import { expect, test } from 'vitest'
import type { Mode } from '#app/i18n/mode.ts'
import { ModeProvider, Typed, useMode } from './bilingual-text.tsx'
import { Cached, renderPage } from './render-cache.tsx'

function Content({ seen }: { seen: string[] }): JSX.Element {
  seen.push(useMode())
  return <p>{'a < 草'}</p>
}

const shown = (mode: Mode, by: string, seen: string[], typed = 'x') =>
  Buffer.from(
    renderPage(
      <ModeProvider value={mode}>
        <Typed>{typed}</Typed>
        <Cached as="li" className="result" by={by}>
          {() => (
            <Cached as="div" by={`${by}, within`}>
              {() => <Content seen={seen} />}
            </Cached>
          )}
        </Cached>
        <p>end</p>
      </ModeProvider>,
    ),
  ).toString()

test('content is rendered once for each key, and once more in another mode', () => {
  const seen: string[] = []
  const first = shown('zh', 'once', seen)
  expect(first).toBe('<!DOCTYPE html><bdi class="typed">x</bdi><li class="result"><div><p>a &lt; 草</p></div></li><p>end</p>')
  expect(shown('zh', 'once', seen)).toBe(first)
  expect(seen).toEqual(['zh'])
  shown('bo', 'once', seen)
  shown('zh', 'twice', seen)
  expect(seen).toEqual(['zh', 'bo', 'zh'])
})

test('what a person typed cannot take the place of cached content', () => {
  expect(shown('zh', 'once', [], '<!--cached 0-->')).toContain('&lt;!--cached 0--&gt;</bdi><li')
})
