import type { Day } from '#app/domain/day.ts'
import { optionsOf, type Value } from '#app/domain/fields/field.ts'
import type { FormField, FormStep } from '#app/domain/form.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import { type DraftApplication, stepsOf } from '#app/forms/application-form.ts'
import { isTaken } from '#app/forms/application-progress.ts'
import { valueIn } from '#app/forms/application-values.ts'
import { fieldTexts } from '#app/forms/field-texts.ts'
import { optionId } from '#app/i18n/stored-names.ts'
import { successorOf } from '#app/services/retired.ts'
import type { Folder } from './folder.ts'
import { type Shown, serviceOf, shownValue } from './submission.ts'

/** A value that is no longer valid, as shown, and its successor, where there is one. */
export type OutdatedAnswer = {
  readonly field: FormField
  readonly old: InEvery<string>
  readonly successor?: { readonly value: Value; readonly text: InEvery<string> }
}

/** Values of a step that were valid when saved and are not today: an option or a county was retired, a limit has changed. */
export function outdatedIn(folder: Folder, wanted: readonly DraftApplication[], step: FormStep, asOf: Day): OutdatedAnswer[] {
  return step.fields.flatMap((field): OutdatedAnswer[] => {
    const value = valueIn(folder, wanted, step, field)
    if (value === undefined || isTaken(folder, field, value, asOf)) return []
    const { options } = fieldTexts(step, serviceOf(wanted, step), field)
    const shown = (of: Value) => bothOf(shownValue(field, options, of, folder, asOf))
    const next = successorValue(field, options, value)
    const isGood = next !== undefined && isTaken(folder, field, next, asOf)
    return [{ field, old: shown(value), ...(isGood ? { successor: { value: next, text: shown(next) } } : {}) }]
  })
}

/** The first step with an outdated value; undefined where there is none. */
export function firstOutdatedStep(folder: Folder, wanted: readonly DraftApplication[], asOf: Day): FormStep | undefined {
  return stepsOf(folder, wanted, asOf).find((step) => outdatedIn(folder, wanted, step, asOf).length > 0)
}

/** A value with every retired part replaced by its successor; undefined where that is not possible. */
function successorValue(field: FormField, options: string, value: Value): Value | undefined {
  if (field.kind === 'county') return successorOf('counties', String(value))
  if (field.kind !== 'choice' && field.kind !== 'many') return undefined
  const place = optionId(options, '')
  const next = (one: string) => (optionsOf(field).includes(one) ? one : successorOf('options', place + one)?.slice(place.length))
  if (typeof value === 'string') return next(value)
  const all = value.map(next)
  return all.every((one) => one !== undefined) ? [...new Set(all)] : undefined
}

const bothOf = (shown: Shown): InEvery<string> => (typeof shown === 'string' ? inEvery(() => shown) : shown)
