import type { Day } from '#app/domain/day.ts'
import type { TypedField, Value } from '#app/domain/fields/field.ts'
import { type FormField, type FormStep, valueKey } from '#app/domain/form.ts'
import { sexOfIdentity } from '#app/domain/identity.ts'
import { countyCodes } from '#app/services/places.ts'
import { applicationOf, type DraftApplication, type FilledForm } from './application-form.ts'
import { answererOf, answerKey } from './application-values.ts'
import { fieldTexts } from './field-texts.ts'
import { inputName } from './inputs.ts'
import { withAnswerOf } from './members.ts'
import { parseStep, type StepError } from './read-step.ts'

/** The form with what was typed in a step, or the unchanged form with errors. `prefix` precedes the names of the inputs. */
export function withStep<F extends FilledForm>(
  form: F,
  wanted: readonly DraftApplication[],
  step: FormStep,
  typed: Readonly<Record<string, TypedField>>,
  asOf: Day,
  prefix?: string,
): { readonly form: F; readonly errors: readonly StepError[] } {
  const service = applicationOf(wanted, step)?.service ?? null
  const { values, errors } = parseStep(step.fields, typed, {
    around: { asOf, counties: countyCodes, people: form.members.map(({ id }) => id) },
    before: (id) => form.values[valueKey(step, id)],
    name: (field) => inputName(field, prefix),
    optionsAt: (field) => fieldTexts(step, service, field).options,
    labelAt: (field) => fieldTexts(step, service, field).label,
  })
  if (errors.length > 0) return { form, errors }
  return {
    form: withSeen(
      step.fields.reduce((sum, field) => withValue(sum, wanted, step, field, values[field.id]), form),
      step,
    ),
    errors,
  }
}

/** The form with a step marked as saved. */
export function withSeen<F extends FilledForm>(form: F, { block, subject }: Pick<FormStep, 'block' | 'subject'>): F {
  const place = `${block}/${subject}`
  return form.seen.includes(place) ? form : { ...form, seen: [...form.seen, place] }
}

/**
 * The form with a value (undefined: none) in its place: an answer with whose it is, anything else under its own key. It was
 * reviewed here, so it is no longer in `filled`. An identity number also gives a person's sex.
 */
export function withValue<F extends FilledForm>(
  form: F,
  wanted: readonly DraftApplication[],
  step: FormStep,
  field: FormField,
  value: Value | undefined,
): F {
  if (field.question !== undefined) return withLooked(form, answererOf(form, wanted, step, field.question), field.question, value)
  const key = valueKey(step, field.id)
  const { [key]: _before, ...rest } = form.values
  const next = { ...form, filled: form.filled.filter((one) => one !== key), values: value === undefined ? rest : { ...rest, [key]: value } }
  const numbered = step.block === 'person' && field.kind === 'identity-number' && typeof value === 'string'
  return numbered ? withLooked(next, step.subject, 'sex', sexOfIdentity(value)) : next
}

function withLooked<F extends FilledForm>(form: F, member: string | null, question: string, value: Value | undefined): F {
  const next = withAnswerOf(form, member, question, value)
  return { ...next, filled: next.filled.filter((one) => one !== answerKey(member, question)) }
}
