import type { Check } from '#app/forms/household-form.ts'
import { formatDay } from '#app/i18n/format.ts'
import { linesToGoBy } from '#app/i18n/hall-text.ts'
import { memberName } from '#app/i18n/member-name.ts'
import { text } from '#app/i18n/messages.ts'
import type { Language } from '#app/i18n/mode.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import type { Place } from './sheet-part.tsx'

/** A line of text in one of four styles; `instead`: where a letter of it is in no font. */
export type Block = { readonly style: 'title' | 'heading' | 'item' | 'strong'; readonly text: string; readonly instead?: string }

/** What stands on a sheet, line by line, in each language. */
export function blocksOf(sheet: Sheet, { county, halls }: Place, check: Check, languages: readonly Language[], asOf: string): Block[] {
  const inEach = (style: Block['style'], textIn: (language: Language) => string): Block[] =>
    languages.map((language) => ({ style, text: textIn(language) }))
  // A name with a letter no font has is told as the number of the person in the list.
  const called = (name: string | null, language: Language) =>
    name === null ? text(language, 'result:household') : memberName(language, name)
  const numbered = (name: string | null, language: Language) => {
    const count = check.members.findIndex((member) => member.name === name) + 1
    return count === 0 ? text(language, 'result:household') : text(language, 'result:sheet.person', { count })
  }
  const title = (of: typeof called) => [...new Set(languages.map((language) => of(sheet.name, language)))].join(' · ')
  const rowOf = (language: Language, row: SheetRow, of: typeof called) => {
    const others = row.names.length > 1 || row.names[0] !== sheet.name
    return [text(language, `services/${row.service}:name`), ...(others ? row.names.map((name) => of(name, language)) : [])].join('  ')
  }
  const say = (language: Language, key: string) => (key.endsWith('.ask') ? `“${text(language, key)}”` : text(language, key))
  return [
    { style: 'title', text: title(called), instead: title(numbered) },
    ...(county === null ? [] : inEach('item', (language) => text(language, `places:counties.${county}`))),
    ...(county === null || halls.length > 0
      ? []
      : inEach('item', (language) => text(language, 'halls:received.unknown', { county: text(language, `places:counties.${county}`) }))),
    ...halls.flatMap(({ name, details }) =>
      [name, ...linesToGoBy(details)].flatMap((line) => inEach('item', (language) => line[language])),
    ),
    ...sheet.offices.flatMap(({ department, rows }) => [
      ...inEach('heading', (language) => text(language, `departments:${department}`)),
      ...rows.flatMap((row) => [
        ...languages.map(
          (language): Block => ({ style: 'strong', text: rowOf(language, row, called), instead: rowOf(language, row, numbered) }),
        ),
        ...row.says.flatMap((key) => inEach('item', (language) => say(language, key))),
      ]),
    ]),
    ...sheet.notes.flatMap((id) => inEach('item', (language) => text(language, `notes:${id}`))),
    ...(sheet.papers.length === 0 ? [] : inEach('heading', (language) => text(language, 'result:sheet.bring'))),
    ...sheet.papers.flatMap((key) => inEach('item', (language) => `· ${text(language, key)}`)),
    ...inEach('item', (language) => `${text(language, 'result:reference')} ${formatDay(language, asOf)}`),
  ]
}
