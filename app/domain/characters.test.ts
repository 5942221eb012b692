import { expect, test } from 'vitest'
import { plainLetters, withoutInvisible, withoutInvisibleInText } from './characters.ts'
import { parseName } from './person-name.ts'

const characters = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))
const [ascii, han] = [characters(0x20, 0x7e), characters(0x4e00, 0x9fff)]

test('what is not searched for because nothing changes it would not be changed', () => {
  const changed = [...ascii, '·', ...han].filter((one) => {
    // Beside another character each of them is searched.
    const searched = [withoutInvisible(`${one}\u200b`), withoutInvisibleInText(`${one}\u200b`), plainLetters(`${one}Ａ`).slice(0, -1)]
    return [...searched, withoutInvisible(one), withoutInvisibleInText(one), plainLetters(one)].some((other) => other !== one)
  })
  expect(changed).toEqual([])
  expect([withoutInvisible('甲\u200b'), withoutInvisibleInText('甲\u200b'), plainLetters('Ａ')]).toEqual(['甲', '甲', 'A'])
})

test('a name of Han letters that is taken as it stands would be read as the same name', () => {
  const name = (typed: string) => JSON.stringify(parseName(typed))
  expect(han.filter((one) => name(` ${one}・${one} `) !== name(`${one}·${one}`))).toEqual([])
  const longest = '测'.repeat(50)
  expect(parseName(longest)).toEqual({ ok: true, value: longest })
  expect(parseName(`${longest}试`)).toMatchObject({ ok: false, error: 'name-too-long' })
  for (const odd of ['·测', '测·', '测··试'])
    expect(parseName(odd), odd).toEqual({ ok: true, value: odd.replace(/^·|·$/g, '').replace('··', '·') })
})
