import { expect, test } from 'vitest'
import { bornForAge } from '../day.ts'
import type { FieldErrorCode, TypedField } from './field.ts'
import { parseField, typedValue } from './index.ts'

const field = { kind: 'birth-text', unsure: true } as const
const around = { asOf: '2027-03-01', counties: new Set<string>(), people: [] }
const parse = (typed: Partial<TypedField>) => parseField(field, { given: [], ...typed }, around)

test.each([
  '19860112',
  '１９８６０１１２',
  '༡༩༨༦༠༡༡༢',
  '1986 01 12',
  '1986 0112',
  '1986-1-12',
  '1986/01/12',
  '1986.1.12',
  '1986。1。12',
  '1986年1月12日',
  '1986年01月12号生',
  '༡༩༨༦ལོའི་ཟླ་༡ཚེས་༡༢',
  '1986ལོའི་ཟླ1པའི་ཚེས12ཉིན།',
  ' 1986 1 12 ',
])('%j is the 12th of January 1986', (text) => expect(parse({ given: [text] })).toEqual({ ok: true, value: '1986-01-12' }))

test.each(['40', '４０', '༤༠', '40岁', '40周岁', 'ལོ40', 'ལོ་༤༠།', '040'])('%j is an age of forty', (text) =>
  expect(parse({ given: [text] })).toEqual({ ok: true, value: bornForAge(40, around.asOf) }),
)

test.each<[string, FieldErrorCode]>([
  ['', 'birth-required'],
  [' \u200b', 'birth-required'],
  ['1986', 'birth-incomplete'],
  ['198601', 'birth-incomplete'],
  ['1986-1', 'birth-incomplete'],
  ['86-1-12', 'birth-incomplete'],
  ['12/1/1986', 'birth-incomplete'],
  ['1986年', 'birth-incomplete'],
  ['岁', 'birth-incomplete'],
  ['198601123', 'birth-incomplete'],
  ['19861340', 'no-such-day'],
  ['1986-2-30', 'no-such-day'],
  ['20270302', 'day-in-future'],
  ['18000101', 'day-too-long-ago'],
  ['131', 'age-out-of-range'],
  ['-40', 'not-digits'],
  ['- 40 岁', 'not-digits'],
  ['–40', 'not-digits'],
  ['—༤༠', 'not-digits'],
  ['−40', 'not-digits'],
  ['＋40', 'not-digits'],
  ['ལོ་-༤༠', 'not-digits'],
  ['.40', 'not-digits'],
  ['-1986-1-12', 'not-digits'],
  ['四十', 'not-digits'],
  ['40 x', 'not-digits'],
  ['19860112a', 'not-digits'],
  ['<b>1986</b>', 'not-digits'],
])('%j is refused: %s', (text, error) => expect(parse({ given: [text] })).toMatchObject({ ok: false, error }))

test('what is no number is told with an example', () => {
  for (const text of ['-40', '四十'])
    expect(parse({ given: [text] })).toEqual({ ok: false, error: 'not-digits', values: { example: 19860112 } })
})

test('a date and "not sure" are not both taken', () => {
  expect(parse({ given: ['unsure'] })).toEqual({ ok: true, value: 'unsure' })
  expect(parse({ given: ['', 'unsure'] })).toEqual({ ok: true, value: 'unsure' })
  expect(parse({ given: ['1986', 'unsure'] })).toMatchObject({ error: 'unsure-and-answer' })
})

test('what a page of before sent, part by part, is read', () => {
  expect(parse({ year: '1986', month: '༡', day: '12' })).toEqual({ ok: true, value: '1986-01-12' })
  for (const blank of ['', ' ']) expect(parse({ given: [blank], age: '40' })).toEqual({ ok: true, value: bornForAge(40, around.asOf) })
})

test.each([
  ['1986-01-12', '19860112'],
  [bornForAge(40, around.asOf), '40'],
  ['unsure', 'unsure'],
])('%s stands in the input as %s', (value, text) => expect(typedValue(field, value, around.asOf)).toEqual({ given: [text] }))
