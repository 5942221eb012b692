import { optionSaid } from '#app/cases/life-facts.ts'
import { type LifeField, lifeForms, type OptionSet } from '#app/cases/life-forms.ts'
import type { LifeStep } from '#app/domain/application.ts'
import { departmentIds } from '#app/services/departments.ts'
import { serviceById } from '#app/services/index.ts'
import { countyCodes } from '#app/services/places.ts'
import type { FieldOptions } from './life-fields.ts'

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

function idsOf(set: OptionSet, { service, county }: Of): readonly string[] {
  const act = serviceById(service)?.act
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
