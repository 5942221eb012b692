import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'

// An error that names an option takes the option's own text: as a value, or with `$t(…)`. Words it quotes itself drift from what is on the page.

type Texts = { readonly [key: string]: string | Texts }

/** The texts that quote words of their own. */
function quotingIn(texts: Texts, at = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? (/“(?!\{\{|\$t\()/.test(value) ? [at + key] : []) : quotingIn(value, `${at}${key}.`),
  )
}

test.each(languages)('no error quotes words of its own (%s)', (language) => {
  const textsOf = (name: string): Texts => JSON.parse(readFileSync(`locales/${language}/${name}.json`, 'utf8'))
  const desk = textsOf('desk').error
  expect(quotingIn(textsOf('errors'))).toEqual([])
  expect(quotingIn(typeof desk === 'object' ? desk : expect.fail())).toEqual([])
})

test('one that does is found', () =>
  expect(quotingIn({ field: { alone: '“没有”不能和别的一起选。', named: '“{{item}}”', shared: '选了“$t(a:b)”' } })).toEqual([
    'field.alone',
  ]))
