import type { FormField } from '#app/domain/form.ts'
import type { Question } from '#app/domain/question.ts'

/** The id, and the name of the inputs, of the question a page of the self-check asks. */
export const answerField = 'answer'

/** Beside this question stands the county: not needed for any result, so it may stay open. */
export const placeQuestion = 'live-place'

/** The fields on the page of a question. */
export function fieldsOf(id: string, question: Question): FormField[] {
  const asked = { ...question, id: answerField }
  return id === placeQuestion ? [asked, { id: 'county', kind: 'county', optional: true }] : [asked]
}
