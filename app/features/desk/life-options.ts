import { optionSaid } from '#app/cases/life-facts.ts'
import { type LifeField, lifeForms, type OptionSet } from '#app/cases/life-forms.ts'
import type { LifeStep } from '#app/domain/application.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Service } from '#app/services/define.ts'
import { departmentIds } from '#app/services/departments.ts'
import { lawOf, services } from '#app/services/index.ts'
import { countyCodes } from '#app/services/places.ts'
import type { FieldOptions } from './life-fields.ts'

const all: readonly Service[] = services

type Of = { readonly service: string; readonly county: string | null }

/** The options of the fields of a step that follow from the case. */
export function optionsOf(step: LifeStep, of: Of): FieldOptions {
  const fields: readonly LifeField[] = lifeForms[step]
  return Object.fromEntries(
    fields.flatMap((field) =>
      field.kind === 'one-of'
        ? [[field.name, idsOf(field.set, of).map((value) => ({ value, said: optionSaid(field.set, value) }))] as const]
        : [],
    ),
  )
}

/** What an option is called where the case is not known; undefined where there is none of them. */
export function knownOption(set: OptionSet, value: string): InEvery<string> | undefined {
  return isOption(set, value) ? optionSaid(set, value) : undefined
}

function isOption(set: OptionSet, value: string): boolean {
  switch (set) {
    case 'deciders':
    case 'departments':
      return departmentIds.some((id) => id === value)
    case 'counties':
      return countyCodes.has(value)
    case 'stops':
      return all.some(({ act }) => act.stops?.some((id) => id === value))
  }
}

function idsOf(set: OptionSet, { service, county }: Of): readonly string[] {
  const act = lawOf(service)?.act
  switch (set) {
    case 'deciders':
      return act?.decides ?? []
    case 'departments':
      return departmentIds
    case 'counties':
      return [...countyCodes].filter((code) => code !== county)
    case 'stops':
      return act?.stops ?? []
  }
}
