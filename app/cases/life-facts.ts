import { type InEvery, inEvery } from '#app/domain/language.ts'
import { formatDay } from '#app/i18n/format.ts'
import { text } from '#app/i18n/messages.ts'
import { countyName, departmentName, type Named, nameIn, stopName } from '#app/i18n/stored-names.ts'
import { isLifeStep, type LifeField, lifeForms, type OptionSet } from './life-forms.ts'

/** One thing that is told of a step: what it is called, and an option, a day or a text as it was written. */
export type Fact = {
  readonly label: string
  readonly k?: string
  readonly said?: InEvery<string>
  readonly day?: string
  readonly value?: string
}

/** What is told of a step, but for its text, which stands below. */
export function factsOf(event: object & { readonly type: string }): Fact[] {
  if (!isLifeStep(event.type)) return []
  const { type } = event
  const fields: readonly LifeField[] = lifeForms[type]
  return fields.flatMap((field): Fact[] => {
    const { kind, name } = field
    const value: unknown = (event as Readonly<Record<string, unknown>>)[name]
    if (typeof value !== 'string') return []
    const label = `steps:${type}.${name}.label`
    if (kind === 'choice') return [{ label, k: `steps:${type}.${name}.options.${value}` }]
    if (kind === 'one-of') return [{ label, said: optionSaid(field.set, value) }]
    return [kind === 'day' ? { label, day: value } : { label, value }]
  })
}

/** What an option that follows from the case is called, in every language. */
export function optionSaid(set: OptionSet, value: string): InEvery<string> {
  const named = optionNamed(set, value)
  return inEvery((language) => nameIn(language, named))
}

function optionNamed(set: OptionSet, value: string): Named {
  switch (set) {
    case 'deciders':
    case 'departments':
      return departmentName(value)
    case 'counties':
      return countyName(value)
    case 'stops':
      return stopName(value)
  }
}

/** The same in words, to be stored with a letter. */
export function factsInEvery(event: object & { readonly type: string }): { label: InEvery<string>; value: InEvery<string> }[] {
  return factsOf(event).map(factInEvery)
}

/** One thing that is told, in words. */
export const factInEvery = ({ label, k, said, day, value }: Fact): { label: InEvery<string>; value: InEvery<string> } => ({
  label: inEvery((language) => text(language, label)),
  value: inEvery((language) => (k ? text(language, k) : said ? said[language] : day ? formatDay(language, day) : (value ?? ''))),
})
