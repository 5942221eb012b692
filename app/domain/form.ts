import type { Field } from './fields/index.ts'

/**
 * A field in a form; `id` is unique within its block. With `question` it is that question of the self-check: its
 * value is an answer of the household or of a member, and an answer of the self-check is filled in.
 */
export type FormField = Field & { readonly id: string; readonly question?: string }

/**
 * One screen of a folder's form: a block, and whom it is about: `home` (the whole folder), the id of a member,
 * or `n1`, `n2` … (one application).
 */
export type FormStep = { readonly block: string; readonly subject: string; readonly fields: readonly FormField[] }

/** Paper and subject: `<paper>~<subject>`, fit for an address. */
export type PaperKey = string

/** The key of a value: `block/subject/field`. */
export function valueKey({ block, subject }: Pick<FormStep, 'block' | 'subject'>, field: string): string {
  return `${block}/${subject}/${field}`
}

/** Is it the key of an identity number? Staff viewing one is logged. */
export function isIdentityNumber(target: string): boolean {
  return target.endsWith('/identity-number')
}
