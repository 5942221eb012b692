import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Mode } from '#app/i18n/mode.ts'
import { ModeProvider } from './bilingual-text.tsx'
import { Person } from './person.tsx'

const shown = (mode: Mode, name: string) =>
  renderToStaticMarkup(
    <ModeProvider value={mode}>
      <Person name={name} />
    </ModeProvider>,
  ).replace(/<svg.*?<\/svg>/, '')

test.each<[string, Mode, string]>([
  ['我自己', 'bo', '<span>ང་རང</span>'],
  ['我自己', 'zh', '<span>我自己</span>'],
  ['ང་རང', 'zh', '<span>我自己</span>'],
  ['我自己', 'zh-bo', '<span class="pair"><span lang="zh-CN">我自己</span> <span lang="bo">ང་རང</span></span>'],
  ['女儿 2', 'bo', '<span>བུ་མོ 2</span>'],
  ['@daughter 2', 'bo', '<span>བུ་མོ 2</span>'],
  ['@myself', 'zh-bo', '<span class="pair"><span lang="zh-CN">我自己</span> <span lang="bo">ང་རང</span></span>'],
])('the site’s own word %s is in %s: %s', (name, mode, expected) => expect(shown(mode, name)).toContain(expected))

test.each(['大女儿', '扎西·测试', '测试 2', '@nobody', ''])('the name %j somebody typed stays as typed', (name) =>
  expect(shown('bo', name)).toMatch(new RegExp(`<bdi class="typed"[^>]*>${name}</bdi>`)),
)
