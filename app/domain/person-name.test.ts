import { describe, expect, test } from 'vitest'
import { comparableName, parseName } from './person-name.ts'

const dolma = 'བཀྲ་ཤིས་སྒྲོལ་མ'
const middleDots = '\u00b7\u2022\u2027\u30fb\uff65\u2219\u22c5\u0387\u16eb．.'

const value = (text: string) => ({ ok: true, value: text })
const error = (code: string) => ({ ok: false, error: code })
/** One row of a table is what is read, then the ways to type it. */
const each = (...rows: [read: string, ...typed: string[]][]) =>
  test.each(rows.flatMap(([read, ...writings]) => writings.map((typed) => [typed, read] as const)))

describe('a name', () => {
  each(
    ['扎西卓玛', '扎西卓玛', '扎\u200b西\u200d卓\ufeff玛', '扎\0西\u2800卓\u061c玛'],
    ['扎西 卓玛', '  扎西\u3000\u00a0\t卓玛\n'],
    ['㐂𠮷𬴂𰀀〇', '㐂𠮷𬴂𰀀〇'],
    ['\u8c48', '\uf900'],
    [dolma, dolma, `${dolma}་`, `${dolma}\u0f0c`, `${dolma}་།`, `${dolma}། །`, `་${dolma}`, dolma.replaceAll('་', '\u0f0c')],
    ['བཀྲ་ཤིས་ སྒྲོལ་མ', 'བཀྲ་ཤིས་  སྒྲོལ་མ་'],
    ['\u0f42\u0fb7\u0f71\u0f72', '\u0f43\u0f73'],
    ['古丽·买买提', ...[...middleDots].map((dot) => `古丽${dot}买买提`), '古丽 · · 买买提·'],
    ['Renée Ann', 'Rene\u0301e Ａｎｎ'],
    ["D'Arcy Smith-Jones", 'D’Arcy Smith\u2010Jones'],
    ["'Jam dbyangs dga'", "'Jam dbyangs dga'"],
    ['𠮷'.repeat(50), '𠮷'.repeat(50)],
    ['སྒྲོ'.repeat(50), 'སྒྲོ'.repeat(50)],
  )('typed %j is %j', (typed, read) => expect(parseName(typed)).toEqual(value(read)))

  each(
    ['name-required', '', ' ་ ། ·\u200b', '\u2800\u3164\0'],
    ['name-too-long', '𠮷'.repeat(51), 'སྒྲོ'.repeat(51), `a${'\u0301'.repeat(1000)}`],
  )('typed %j is wrong: %s', (typed, code) => expect(parseName(typed)).toEqual(error(code)))

  test.each([
    ['扎西2', 'characters', '2'],
    ['扎西༢', 'characters', '༢'],
    ['扎西２卓玛2', 'characters', '２ 2'],
    ['Ⅷ', 'characters', 'Ⅷ'],
    ['扎西😀', 'characters', '😀'],
    ['扎西（小）', 'characters', '（ ）'],
    ['བཀྲ།ཤིས', 'characters', '།'],
    ['Иван', 'script', 'И в а н'],
    ['扎西ひ2', 'script', 'ひ'],
    ['扎西\ue123', 'private', 'U+E123'],
    ['扎西\u0378', 'private', 'U+0378'],
    ['\u{f0000}卓玛', 'private', 'U+F0000'],
    ['\ud800', 'private', 'U+D800'],
    ['\u0f72བཀྲ', 'place', '\u25cc\u0f72'],
    ["'", 'place', "'"],
    ['Anna-', 'place', '-'],
    ['-Anna', 'place', '-'],
    ['123456789😀', 'characters', '1 2 3 4 5 6 7 8'],
  ])('typed %j is refused for its %s: %s', (typed, kind, letters) =>
    expect(parseName(typed)).toEqual({ ok: false, error: `name-${kind}`, values: { letters } }),
  )

  each(
    ['马龙见风', '⻢⻰⻅⻛'],
    ['青海', '⻘海'],
    ['金马', '⾦⻢'],
    ['\u8c48\u9f8d', '\uf900\u9f8d', '\uf900⿓'],
    ['\u{323b0}卓玛', '\u{323b0}卓玛'],
    ['ᠪᠠᠲᠤ', 'ᠪᠠᠲᠤ', 'ᠪᠠ\u200dᠲᠤ\u200b'],
    ['ᠪᠠ\u180b\u180c', 'ᠪᠠ\u180b\u180c', 'ᠪᠠ\u180b\u180c\u200b'],
    ['ᠬᠠᠢᠷ\u180eᠠ', 'ᠬᠠᠢᠷ\u180eᠠ', '\u180bᠬᠠᠢᠷ\u180eᠠ'],
    ['ئايگۈل مەمەت', 'ئايگۈل  مەمەت', 'ئايگۈل مە\ufee3ەت'],
    ['김영희', '김영희', '김영희'.normalize('NFD'), '김영ㅎㅢ'],
    ['ꀊꄷ', 'ꀊꄷ'],
    ['Vangz Sienghmiz', 'Vangz Sienghmiz'],
    ['ᥑᥣᥝᥴ', 'ᥑᥣᥝᥴ'],
    ['ᦺᦑ', 'ᦺᦑ'],
    ['ꓡꓲ', 'ꓡꓲ'],
  )('typed %j is %j: letters of identity cards, however they are encoded', (typed, read) => expect(parseName(typed)).toEqual(value(read)))

  each(
    ['ᠬᠠᠢᠷᠠ', 'ᠬᠠᠢᠷ\u180eᠠ'],
    ['扎西卓玛', '扎西 卓玛', '扎西·卓玛', '扎\u200b西\u2060卓\ufe00玛'],
    ['古丽•买买提', '古丽．买买提', '古丽 买买提'],
    [dolma, `${dolma}་`, 'བཀྲ་ཤིས་ སྒྲོལ་མ'],
  )('%j is the same as %j', (a, b) => expect(comparableName(a)).toBe(comparableName(b)))
  each(['བཀྲ་ཤིས', 'བཀྲཤིས'], ['扎西', '扎西卓玛'])('%j is another than %j', (a, b) => expect(comparableName(a)).not.toBe(comparableName(b)))
})
