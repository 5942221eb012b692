import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('rows are quoted, separated and begin with the byte order mark Excel needs', () =>
  expect(
    csvOf([
      ['a', 'b "c"'],
      ['扎西,测试', 'two\nlines'],
    ]),
  ).toBe('\ufeff"a","b ""c"""\r\n"扎西,测试","two\nlines"\r\n'))

test.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', ' =cmd|x', '\r=1'])('%j is no formula any more', (value) =>
  expect(csvOf([[value]])).toBe(`\ufeff"'${value}"\r\n`),
)

test.each(['2026-11-24', 'ACDEF-GHJKM/1', ''])('%j stays as it is', (value) => expect(csvOf([[value]])).toBe(`\ufeff"${value}"\r\n`))
