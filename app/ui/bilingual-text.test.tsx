import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { text } from '#app/i18n/messages.ts'
import { type Language, parallelMode } from '#app/i18n/mode.ts'
import { Labelled, ModeProvider, markForeign, Typed } from './bilingual-text.tsx'

test.each<[Language, string, string]>([
  ['zh', '青政〔2024〕48号', '青政〔2024〕48号'],
  ['bo', '青政〔2024〕48号', '<span lang="zh-CN">青政〔2024〕48号</span>'],
  ['bo', 'ཡིག་ཆ་青政〔2024〕 12', 'ཡིག་ཆ་<span lang="zh-CN">青政〔2024〕</span> 12'],
  ['zh', '村 གྲོང་ཚོ་དང་ ཡུལ 和 ཡུལ', '村 <span lang="bo">གྲོང་ཚོ་དང་ ཡུལ</span> 和 <span lang="bo">ཡུལ</span>'],
  ['bo', 'གྲོང་ཚོ 12', 'གྲོང་ཚོ 12'],
])('in a text in %s, what is in another script is marked: %s', (language, text, html) =>
  expect(renderToStaticMarkup(markForeign(text, language))).toBe(html),
)

test.each([
  ['扎西', ' lang="zh-CN">扎西'],
  ['བཀྲ་ཤིས', ' lang="bo">བཀྲ་ཤིས'],
  ['扎西 བཀྲ་ཤིས', ' lang="bo"><span lang="zh-CN">扎西</span> བཀྲ་ཤིས'],
  ['扎西顿珠 བཀྲ', ' lang="zh-CN">扎西顿珠 <span lang="bo">བཀྲ</span>'],
  ['8123456', '>8123456'],
])('typed words bear the language of their script, and a part in another script its own: %s', (text, html) =>
  expect(renderToStaticMarkup(<Typed>{text}</Typed>)).toBe(`<bdi class="typed"${html}</bdi>`),
)

test('a label stands before its text in each language, never before those of the other', () => {
  const html = renderToStaticMarkup(
    <ModeProvider value={parallelMode}>
      <Labelled label="service:locally-set" of={{ k: 'departments:police-station' }} />
    </ModeProvider>,
  )
  const said = (language: Language) => `${text(language, 'service:locally-set')} ${text(language, 'departments:police-station')}`
  expect(html).toBe(`<span class="pair"><span lang="zh-CN">${said('zh')}</span> <span lang="bo">${said('bo')}</span></span>`)
})
