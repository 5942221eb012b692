import { type DraftApplication, personOf } from '#app/forms/application-form.ts'
import { calledIn, type Folder } from './folder.ts'
import type { BareRow, SubmittedRow } from './submission.ts'

/** The rows of a submission, whole or without their texts. */
type Rows = readonly Pick<BareRow | SubmittedRow, 'target' | 'value'>[]

/** A value as it was handed in: names and numbers are the same in every language. Undefined where the form had none. */
export function valueHandedIn(rows: Rows, target: string): string | undefined {
  const value = rows.find((row) => row.target === target)?.value
  return typeof value === 'object' ? value.zh : value
}

/**
 * How somebody is called in a case, as it was handed in: what stands in the folder since then is nothing the hall was given. Where the form
 * had no name, as the list of members calls them. `rows` is undefined where nothing was handed in, or it cannot be read.
 */
export const calledInCase = (folder: Folder, person: string, rows: Rows | undefined): string =>
  valueHandedIn(rows ?? [], `person/${person}/name`) ?? calledIn(folder, person)

/** The same of the person a case is mainly about. */
export const nameInCase = (folder: Folder, application: DraftApplication, rows: Rows | undefined): string =>
  calledInCase(folder, personOf(folder, application), rows)

/** The telephone number a case was handed in with; undefined where none was given. */
export const phoneHandedIn = (rows: Rows): string | undefined => valueHandedIn(rows, 'contact/home/phone')
