import { evaluate, type Subject } from './condition.ts'
import type { Field, Value } from './field.ts'

/**
 * One screen of a folder's form: a block, and whom it is about: `home` (the whole folder), the id of a member,
 * or `n1`, `n2` … (one application).
 */
export type FormStep = { readonly block: string; readonly subject: string; readonly fields: readonly Field[] }

/** Which paper of whom: `<paper>~<subject>`, fit for an address. */
export type PaperKey = string

/** Where a value stands: `block/subject/field`. */
export function valueKey({ block, subject }: Pick<FormStep, 'block' | 'subject'>, field: string): string {
  return `${block}/${subject}/${field}`
}

/** Does an identity number stand there? Whoever of the staff sees one is written down. */
export function isIdentityNumber(target: string): boolean {
  return target.endsWith('/identity-number')
}

/** A subject that also answers for a form's own choices, as `own.<field>`. */
export function withOwn(subject: Subject, own: (field: string) => Value | undefined): Subject {
  return {
    asOf: subject.asOf,
    answer: (id) => (id.startsWith('own.') ? own(id.slice(4)) : subject.answer(id)),
    isSkipped: (id) => !id.startsWith('own.') && subject.isSkipped(id),
  }
}

/** The fields shown to a subject: those without a condition, and those whose condition is not no. */
export function visibleFields(fields: readonly Field[], subject: Subject): Field[] {
  return fields.filter(
    (field) =>
      !(field.kind === 'question' && subject.isSkipped(field.question)) && (!field.when || evaluate(field.when, subject).truth !== 'no'),
  )
}
