import { expect, test } from 'vitest'
import { plainLetters, withoutInvisible, withoutInvisibleInName } from './characters.ts'
import { readName } from './person-name.ts'

const characters = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))
const [ascii, han] = [characters(0x20, 0x7e), characters(0x4e00, 0x9fff)]

test('what is not searched for because nothing changes it would not be changed', () => {
  // Beside another character each of them is searched.
  for (const one of [...ascii, '·', ...han]) {
    expect(withoutInvisible(`${one}\u200b`), one).toBe(one)
    expect(withoutInvisibleInName(`${one}\u200b`), one).toBe(one)
    expect(plainLetters(`${one}Ａ`), one).toBe(`${one}A`)
    expect([one, plainLetters(one), withoutInvisible(one), withoutInvisibleInName(one)], one).toEqual([one, one, one, one])
  }
})

test('a name of Han letters that is taken as it stands would be read as the same name', () => {
  for (const one of han) expect(readName(` ${one}・${one} `), one).toEqual(readName(`${one}·${one}`))
  const longest = '测'.repeat(50)
  expect(readName(longest)).toEqual({ ok: true, value: longest })
  expect(readName(`${longest}试`)).toMatchObject({ ok: false, error: 'name-too-long' })
  for (const odd of ['·测', '测·', '测··试'])
    expect(readName(odd), odd).toEqual({ ok: true, value: odd.replace(/^·|·$/g, '').replace('··', '·') })
})
