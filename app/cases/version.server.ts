import { hash } from 'node:crypto'
import type { Value } from '#app/domain/fields/field.ts'
import type { FormStep } from '#app/domain/form.ts'
import type { DraftApplication } from '#app/forms/application-form.ts'
import { valueIn } from '#app/forms/application-values.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import type { Folder } from './folder.ts'

/** The hidden input in which a form carries the version of what it showed when it was opened. */
export const versionInput = 'version'

/**
 * The version of what a form shows: another one as soon as something else stands there, and the same again once the same does. Whoever
 * fills in another part meanwhile is in nobody's way, as they would be with a count of all changes.
 */
export function contentVersion(content: unknown): string {
  return hash('sha256', JSON.stringify(content), 'base64url').slice(0, 22)
}

/**
 * What a form carries that shows a conflict: it is sent over what stands now, once that was read beside what was typed. Only a switch of
 * the language goes back to what it was opened at, so that the conflict is shown again.
 */
export const afterConflict = (now: string, opened: string): string => `${now}~${opened}`

/** Which of the two a form is sent with; the only one where it shows no conflict. */
export function sentWith(form: FormValues, value: string): string {
  const [now = '', opened = now] = value.split('~')
  return form.has('switch-to') ? opened : now
}

/** Is this the switch of the language on a form that shows a conflict? */
export const isConflictSwitched = (form: FormValues, input = versionInput): boolean =>
  form.has('switch-to') && String(form.get(input) ?? '').includes('~')

/** The version a form was opened at; empty where it says none: then it is one of nothing at all. */
export const openedAt = (form: FormValues): string => sentWith(form, String(form.get(versionInput) ?? '').slice(0, 200))

/** The hidden input that says which folder a form was opened in. */
export const folderInput = 'folder'

/** What tells a folder from every other in a page, and says nothing of it: ids are random. */
export const folderMark = (id: string): string => contentVersion(`folder ${id}`)

/** Was a form opened in another folder? One that names none was not. */
export function isOfAnotherFolder(form: Pick<FormValues, 'get'>, id: string): boolean {
  const mark = form.get(folderInput)
  return mark !== null && mark !== folderMark(id)
}

type Opened = { readonly folder: Folder; readonly stored: { readonly id: string } }

/**
 * The version of what stands in a step of a folder: another folder in which the same stands has another. Empty fields do not count: one
 * more that is asked changes nothing.
 */
export function stepVersion({ folder, stored }: Opened, wanted: readonly DraftApplication[], step: FormStep): string {
  const standing = step.fields.flatMap((field): [string, Value][] => {
    const value = valueIn(folder, wanted, step, field)
    return value === undefined ? [] : [[field.id, value]]
  })
  return standing.length === 0 ? '' : contentVersion([stored.id, standing])
}

/** The version of where an application stands: another one once its status has changed, also where it came to the same again. */
export const standingVersion = ({ status, changedAt }: Pick<StoredApplication, 'status' | 'changedAt'>): string =>
  contentVersion([status, changedAt])
