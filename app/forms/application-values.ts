import type { Value } from '#app/domain/fields/field.ts'
import { type FormField, type FormStep, valueKey } from '#app/domain/form.ts'
import type { Question } from '#app/domain/question.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { applicationOf, type DraftApplication, type FilledForm, personOf } from './application-form.ts'
import { memberOf } from './members.ts'

/** Whose answer a field of a step is: a member's, or null for the household. */
export function answererOf(
  form: FilledForm,
  wanted: readonly DraftApplication[],
  step: Pick<FormStep, 'subject'>,
  question: string,
): string | null {
  if ((questionnaire.questions as Record<string, Question>)[question]?.of === 'household') return null
  if (step.subject === 'home') return form.applicant
  const own = applicationOf(wanted, step)
  return own ? personOf(form, own) : step.subject
}

/** The value of a field; undefined where it is empty. */
export function valueIn(form: FilledForm, wanted: readonly DraftApplication[], step: FormStep, field: FormField): Value | undefined {
  if (field.question === undefined) return form.values[valueKey(step, field.id)]
  const member = answererOf(form, wanted, step, field.question)
  return (member === null ? form.answers : memberOf(form, member)?.answers)?.[field.question]
}

/** Does the value of a field come from earlier, without having been reviewed here? */
export function isFilledIn(form: FilledForm, wanted: readonly DraftApplication[], step: FormStep, field: FormField): boolean {
  if (field.question === undefined) return form.filled.includes(valueKey(step, field.id))
  return form.filled.includes(answerKey(answererOf(form, wanted, step, field.question), field.question))
}

/** The key of an answer of the household (null) or of a member in `filled`. */
export const answerKey = (member: string | null, question: string) => `${member ?? 'home'}/${question}`

/** The keys of all values of a form, as in `filled`. */
export function knownIn({ answers, members, values }: Pick<FilledForm, 'answers' | 'members' | 'values'>): string[] {
  return [
    ...Object.keys(answers).map((question) => answerKey(null, question)),
    ...members.flatMap(({ id, answers: own }) => Object.keys(own).map((question) => answerKey(id, question))),
    ...Object.keys(values),
  ]
}

/** Moves the own values of one application to another, to be reviewed again. */
export function withOwnMoved<F extends FilledForm>(form: F, from: number, to: number): F {
  const [before, place] = [`own/n${from}/`, `own/n${to}/`]
  const moved = Object.keys(form.values).filter((key) => key.startsWith(before))
  const renamed = (key: string) => (key.startsWith(before) ? place + key.slice(before.length) : key)
  return {
    ...form,
    values: Object.fromEntries(Object.entries(form.values).map(([key, value]) => [renamed(key), value])),
    seen: form.seen.filter((one) => one !== `own/n${from}`),
    filled: [...form.filled.filter((key) => !key.startsWith(before)), ...moved.map(renamed)],
  }
}

/** The own values of one application also for another, to be reviewed there; what stands there already stays. */
export function withOwnCopied<F extends FilledForm>(form: F, from: number, to: number): F {
  const [before, place] = [`own/n${from}/`, `own/n${to}/`]
  const copies = Object.entries(form.values).flatMap(([key, value]) => {
    const copy = place + key.slice(before.length)
    return key.startsWith(before) && !Object.hasOwn(form.values, copy) ? [[copy, value] as const] : []
  })
  return { ...form, values: { ...form.values, ...Object.fromEntries(copies) }, filled: [...form.filled, ...copies.map(([key]) => key)] }
}

/** The form without the own values of one application. */
export function withoutOwn<F extends FilledForm>(form: F, number: number): F {
  const place = `own/n${number}`
  const others = Object.entries(form.values).filter(([key]) => !key.startsWith(`${place}/`))
  return { ...form, values: Object.fromEntries(others), seen: form.seen.filter((one) => one !== place) }
}
