import type { Day } from '#app/domain/day.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import { typedValue } from '#app/domain/fields/index.ts'
import type { Question } from '#app/domain/question.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { type Check, fieldsOf, givenOn, withQuestion } from '#app/forms/household-form.ts'
import { typedFrom } from '#app/forms/inputs.ts'
import { memberOf } from '#app/forms/members.ts'
import { isOfEverybody, type PageQuestion, pageFrom, pageKey, questionAt, shareAPage } from '#app/forms/question-pages.ts'
import type { StepError } from '#app/forms/read-step.ts'
import { aboutOf, isAsked, questionBy, stepsOf } from './check.ts'

/** The input of a question's page that names a question asked there besides the first. */
export const alsoInput = 'also'

/** One question of a page: whose it is, and what stands in its fields. */
export type AskedQuestion = PageQuestion & {
  /** What precedes the names of its inputs; empty for the first question of a page. */
  readonly key: string
  readonly name: string | null
  /** The members a question of the household is about. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** The value of each of its fields, by the field's id. */
  readonly typed: Readonly<Record<string, TypedField>>
}

/** The name of the input of a field of a question. */
export const inputOf = (key: string, field: string): string => (key === '' ? field : `${key}.${field}`)

/** The questions on the page that begins with one; it alone, where it is opened to change its answer. */
export function questionsFrom(check: Check, first: PageQuestion, only: string | undefined, asOf: Day, alone: boolean): PageQuestion[] {
  return alone ? [first] : pageFrom(stepsOf(check, only, asOf), first)
}

/** The questions a posted page asked: the first, and those it names that belong to it. What its form does not name is asked later. */
export function questionsPosted(check: Check, first: PageQuestion, form: FormValues): PageQuestion[] {
  const also = form.getAll(alsoInput).flatMap((key) => questionAt(String(key)) ?? [])
  return [first, ...also.filter((one) => shareAPage(first, one) && (one.member === null || memberOf(check, one.member)))]
}

/** What a page shows of its questions, as they are answered so far; or, in `typed`, as they were typed. */
export function shownQuestions(
  check: Check,
  page: readonly PageQuestion[],
  asOf: Day,
  typedOf?: (asked: PageQuestion, key: string) => AskedQuestion['typed'],
): AskedQuestion[] {
  return page.map((asked, index) => {
    const { question: id, member } = asked
    const [question, key] = [questionBy(id), index === 0 ? '' : pageKey(asked)]
    const about = aboutOf(check, member, id, question, asOf)
    const given = givenOn(check, about, id, question)
    const standing = () =>
      Object.fromEntries(fieldsOf(id, question, about).map((field) => [field.id, typedValue(field, given[field.id], asOf)]))
    return {
      ...{ question: id, member, key, name: member === null ? null : (memberOf(check, member)?.name ?? null) },
      people: check.members.filter((one) => about.people.includes(one.id)).map((one) => ({ id: one.id, name: one.name })),
      typed: typedOf?.(asked, key) ?? standing(),
    }
  })
}

/** What was typed into the fields of the questions of a posted page. */
export function typedOn(check: Check, page: readonly PageQuestion[], form: FormValues, asOf: Day): AskedQuestion[] {
  return shownQuestions(check, page, asOf, ({ question: id, member }, key) => {
    const question: Question = questionBy(id)
    const fields = fieldsOf(id, question, aboutOf(check, member, id, question, asOf))
    return Object.fromEntries(fields.map((field) => [field.id, typedFrom(form, field, inputOf(key, field.id))]))
  })
}

/**
 * The check with what was typed on a page, question by question; or the errors of all of them. One that an earlier answer of the same page
 * makes needless is neither required nor stored.
 */
export function withPage(
  check: Check,
  page: readonly AskedQuestion[],
  only: string | undefined,
  asOf: Day,
): { readonly check: Check; readonly errors: readonly StepError[] } {
  return page.reduce<{ check: Check; errors: readonly StepError[] }>(
    (sum, asked, index) => {
      if (index > 0 && !isAsked(sum.check, asked, only, asOf)) return sum
      const { question: id, member, key, name, typed } = asked
      const question = questionBy(id)
      const parsed = withQuestion(sum.check, aboutOf(sum.check, member, id, question, asOf), id, question, typed, asOf, (field) =>
        inputOf(key, field),
      )
      const whose = page.length > 1 && name !== null && isOfEverybody(id) ? { person: name } : {}
      return { check: parsed.check, errors: [...sum.errors, ...parsed.errors.map((error) => ({ ...error, ...whose }))] }
    },
    { check, errors: [] },
  )
}
