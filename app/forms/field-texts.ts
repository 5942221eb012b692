import type { FormField, FormStep } from '#app/domain/form.ts'

/** The keys of the texts of a field: an answer of the self-check has its label and options from there. */
export type FieldTexts = { readonly label: string; readonly help: string; readonly why: string; readonly options: string }

/** The texts of a field of a step. `service` is the one an own step belongs to; null for a shared block. */
export function fieldTexts(
  { block }: Pick<FormStep, 'block'>,
  service: string | null,
  field: Pick<FormField, 'id' | 'question'>,
): FieldTexts {
  const at = service === null ? `forms:fields.${block}.${field.id}` : `services/${service}:form.${field.id}`
  const { question } = field
  return {
    label: question === undefined ? `${at}.label` : `questions:${question}.short`,
    help: `${at}.help`,
    why: `${at}.why`,
    options: question === undefined ? `${at}.options` : `questions:${question}.options`,
  }
}

/** The texts of a question with a page of its own. */
export function questionTexts(question: string): FieldTexts {
  const at = `questions:${question}`
  return { label: `${at}.short`, help: `${at}.help`, why: `${at}.why`, options: `${at}.options` }
}
