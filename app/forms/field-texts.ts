import type { FormField, FormStep } from '#app/domain/form.ts'

/** The keys of the texts of a field: an answer of the self-check has its label and options from there. */
export type FieldTexts = { readonly label: string; readonly help: string; readonly why: string; readonly options: string }

/** The texts of a field of a step. `service` is the one an own step belongs to; null for a shared block. */
export function fieldTexts(
  { block }: Pick<FormStep, 'block'>,
  service: string | null,
  field: Pick<FormField, 'id' | 'question'>,
): FieldTexts {
  const at = fieldTextsKey(block, service, field.id)
  const { question } = field
  return {
    label: question === undefined ? `${at}.label` : `questions:${question}.short`,
    help: `${at}.help`,
    why: `${at}.why`,
    options: optionsKey({ block }, service, field),
  }
}

/** The key of the options of a field alone: all that a value is shown with. */
export function optionsKey(
  { block }: Pick<FormStep, 'block'>,
  service: string | null,
  { id, question }: Pick<FormField, 'id' | 'question'>,
): string {
  return question === undefined ? `${fieldTextsKey(block, service, id)}.options` : `questions:${question}.options`
}

const fieldTextsKey = (block: string, service: string | null, field: string) =>
  service === null ? `forms:fields.${block}.${field}` : `services/${service}:form.${field}`

/** The texts of a question with a page of its own. */
export function questionTexts(question: string): FieldTexts {
  const at = `questions:${question}`
  return { label: `${at}.short`, help: `${at}.help`, why: `${at}.why`, options: `${at}.options` }
}
