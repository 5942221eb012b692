import type { Day } from '#app/domain/day.ts'
import type { Shown } from '#app/domain/fields/field.ts'
import { formatBirth, formatDay, joinList } from './format.ts'
import { text } from './messages.ts'
import type { Language } from './mode.ts'
import { countyName, type Named, nameIn, optionName } from './stored-names.ts'

/** What a value is shown with: the key of its options, the day an age is counted on, the names of members. */
export type SaidWith = { readonly options: string; readonly asOf: Day; readonly personName: (person: string) => string }

/** A value of a field as text in a language. */
export function shownText(language: Language, shown: Shown, { options, asOf, personName }: SaidWith): string {
  switch (shown.as) {
    case 'text':
      return shown.text
    case 'options':
      return joinList(
        language,
        shown.options.map((option) => nameIn(language, optionName(options, option))),
      )
    case 'people':
      return joinList(language, shown.people.map(personName))
    case 'county':
      return nameIn(language, countyName(shown.county))
    case 'day':
      return formatDay(language, shown.day)
    case 'birth':
      return formatBirth(language, shown.birth, asOf)
    case 'number':
      return numberText(language, shown)
  }
}

/** The name a value is shown as, where it is a county or one option; undefined where its text is put together. */
export function nameShown(shown: Shown, options: string): Named | undefined {
  if (shown.as === 'county') return countyName(shown.county)
  if (shown.as !== 'options' || shown.options.length !== 1) return undefined
  return optionName(options, shown.options[0] ?? '')
}

/** A number with its unit; a range from its least to its most. */
export function numberText(language: Language, { min, max, unit }: Pick<Extract<Shown, { as: 'number' }>, 'min' | 'max' | 'unit'>): string {
  const number = min === max ? String(min) : text(language, 'common:number.range', { min, max })
  return unit === undefined ? number : text(language, `common:number.${unit}`, { number })
}
