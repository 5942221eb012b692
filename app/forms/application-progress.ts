import type { Day } from '#app/domain/day.ts'
import type { Around, Value } from '#app/domain/fields/field.ts'
import { kindOf, parseField, typedValue } from '#app/domain/fields/index.ts'
import type { FormField, FormStep } from '#app/domain/form.ts'
import { practicePlace } from '#app/domain/place.ts'
import { countyCodes } from '#app/services/places.ts'
import { type DraftApplication, type FilledForm, stepsOf } from './application-form.ts'
import { isFilledIn, valueIn } from './application-values.ts'

/** Is a step saved, with all required values, and all values still valid? */
export function isDone(form: FilledForm, wanted: readonly DraftApplication[], step: FormStep, asOf: Day): boolean {
  if (!form.seen.includes(`${step.block}/${step.subject}`)) return false
  const around = aroundOf(form, asOf)
  return step.fields.every((field) => {
    const value = valueIn(form, wanted, step, field)
    return value === undefined ? field.optional === true : isTakenIn(around, field, value)
  })
}

/** Does a step that was not looked at yet hold everything it needs from earlier, so that it is only to be looked through? */
export function isFilledBefore(form: FilledForm, wanted: readonly DraftApplication[], step: FormStep, asOf: Day): boolean {
  const seen = { ...form, seen: [...form.seen, `${step.block}/${step.subject}`] }
  return step.fields.some((field) => isFilledIn(form, wanted, step, field)) && isDone(seen, wanted, step, asOf)
}

/** Is a value valid today? It was when it was saved; options and counties are retired. */
export function isTaken(form: Pick<FilledForm, 'members'>, field: FormField, value: Value, asOf: Day): boolean {
  return isTakenIn(aroundOf(form, asOf), field, value)
}

function isTakenIn(around: Around, field: FormField, value: Value): boolean {
  const { holds, isChosen } = kindOf(field)
  return holds(value, field, around) && (isChosen || parseField(field, typedValue(field, value, around.asOf), around).ok)
}

const aroundOf = ({ members }: Pick<FilledForm, 'members'>, asOf: Day): Around => ({ asOf, counties, people: members.map(({ id }) => id) })

/** The counties valid in a form: practice cannot be chosen, and sample data has it. */
const counties: ReadonlySet<string> = new Set([...countyCodes, practicePlace])

/** The next step to be done: after the one just left, else from the beginning; undefined where everything is done. */
export function nextStep(form: FilledForm, wanted: readonly DraftApplication[], asOf: Day, left?: Pick<FormStep, 'block' | 'subject'>) {
  const steps = stepsOf(form, wanted, asOf)
  const index = steps.findIndex(({ block, subject }) => block === left?.block && subject === left.subject)
  return [...steps.slice(index + 1), ...steps.slice(0, Math.max(index, 0))].find((one) => !isDone(form, wanted, one, asOf))
}
