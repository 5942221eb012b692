import type { Field } from './fields/index.ts'

/**
 * A field in its place in a form; `id` is unique within its block. With `question` it is that question of the self-check: what is
 * given is an answer of the household or of a member, and whatever the self-check knows stands in it.
 */
export type FormField = Field & { readonly id: string; readonly question?: string }

/**
 * One screen of a folder's form: a block, and whom it is about: `home` (the whole folder), the id of a member,
 * or `n1`, `n2` … (one application).
 */
export type FormStep = { readonly block: string; readonly subject: string; readonly fields: readonly FormField[] }

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
