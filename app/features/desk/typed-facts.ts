import type { Fact } from '#app/cases/life-facts.ts'
import { type LifeField, lifeForms } from '#app/cases/life-forms.ts'
import type { LifeStep } from '#app/domain/application.ts'
import { isDay } from '#app/domain/day.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { TypedFields } from './life-fields.ts'

/** One thing that was typed of a step, and the field it stands in. */
export type TypedFact = Fact & { readonly name: string }

/** What an option that follows from the case is called; undefined where there is none. */
type Said = (field: Extract<LifeField, { kind: 'one-of' }>, value: string) => InEvery<string> | undefined

/** What was typed of a step that was not taken, told as it would have been of one that was; what is no day or option, as it was typed. */
export function typedFacts(step: LifeStep, typed: TypedFields, said: Said): TypedFact[] {
  const fields: readonly LifeField[] = lifeForms[step]
  return fields.flatMap((field): TypedFact[] => {
    const { kind, name } = field
    const label = `steps:${step}.${name}.label`
    const value = kind === 'day' ? typedDay(name, typed) : (typed[name] ?? '').trim()
    if (value === '') return []
    if (kind === 'choice' && field.options.includes(value)) return [{ name, label, k: `steps:${step}.${name}.options.${value}` }]
    const option = kind === 'one-of' ? said(field, value) : undefined
    if (option) return [{ name, label, said: option }]
    return [kind === 'day' && isDay(value) ? { name, label, day: value } : { name, label, value }]
  })
}

/** What stands in the inputs of a day, as a day where it is one; empty where nothing was typed. */
function typedDay(name: string, typed: TypedFields): string {
  const parts = ['year', 'month', 'day'].map((part) => (typed[`${name}-${part}`] ?? '').trim())
  if (parts.every((part) => part === '')) return ''
  return parts.map((part) => (part === '' ? '?' : part.padStart(2, '0'))).join('-')
}
