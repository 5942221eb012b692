import { describe, expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { keysUnder, text } from '#app/i18n/messages.ts'
import { matters, saidOf, wayLines, ways } from './before-settling.ts'

/** Every group of lines, with the key its texts stand under. */
const groups = [
  ...ways.map((way) => [`ways.${way}.lines`, wayLines[way]] as const),
  ...matters.flatMap((matter) => saidOf.map((way) => [`matters.${matter.id}.${way}`, matter[way]] as const)),
]

const unwritten = { zh: /没写，问/, bo: /བྲིས་མེད། .*འདྲི་རོགས/ } as const

/** Why a line says other than it is: of what is written nowhere, that and everybody to be asked; of what is written, nothing of that. */
function faults({ asks = [] }: { asks?: readonly string[] | undefined }, language: keyof typeof unwritten, sentence: string): string[] {
  const says = unwritten[language].test(sentence)
  const named = asks.filter((one) => !sentence.includes(text(language, `departments:${one}`)))
  return [...named, ...(says === asks.length > 0 ? [] : ['silence'])]
}

describe.each(groups)('%s', (at, lines) => {
  test('has its texts, each with a source', () => {
    expect(keysUnder('before-settling', at)).toEqual(lines.map(({ id }) => id))
    for (const { sources } of lines) expect(sources.length).toBeGreaterThan(0)
  })

  test.each(languages)('what no source says reads so in %s, and names whom to ask', (language) => {
    for (const line of lines)
      expect([line.id, ...faults(line, language, text(language, `before-settling:${at}.${line.id}`))]).toEqual([line.id])
  })
})

test('each matter says something of each way; a way somebody wants to compare is never empty', () => {
  for (const matter of matters) for (const way of ways) expect(matter[way].length, `${matter.id} ${way}`).toBeGreaterThan(0)
})

test('a silence nobody is named for, one that is not told, and one told of what is written are found', () => {
  expect(faults({ asks: ['police-station'] }, 'zh', '没写，问派出所。')).toEqual([])
  expect(faults({ asks: ['police-station', 'school'] }, 'zh', '没写，问派出所。')).toEqual(['school'])
  expect(faults({ asks: ['police-station'] }, 'zh', '去派出所办。')).toEqual(['silence'])
  expect(faults({}, 'zh', '能不能，没写，问派出所。')).toEqual(['silence'])
})
