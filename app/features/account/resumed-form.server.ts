import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { storeForOwner, type TypedForm } from '#app/access/carried-forms.server.ts'
import type { CookieChange } from '#app/access/cookies.server.ts'
import { folderPath } from '#app/access/folder-path.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import type { SignedIn } from '#app/access/staff-session.server.ts'
import { folderIn } from '#app/cases/folder.server.ts'
import { type TypedLine, typedLines } from '#app/cases/typed-lines.ts'
import { folderInput, folderMark } from '#app/cases/version.server.ts'
import type { Day } from '#app/domain/day.ts'
import { carriedForInput, staffMarked, writtenByInput } from '#app/domain/staff.ts'
import { accountOwner, folderOwner, purposes } from '#app/domain/stored-labels.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { inMode } from '#app/paths.ts'
import { decrypt, encrypt } from '#app/security/encryption.server.ts'
import { applicationsOf } from '#db/applications.server.ts'
import { folderById } from '#db/folders.server.ts'

/** A form that was posted from a locked screen or after the session ended. */
export type ResumedForm = TypedForm

/** The account of a session, and whether to practise: what was typed in a session outlasts it. */
export const accountOf = ({ stored, session }: SignedIn): string => accountOwner(stored.id, session.practice)

/** A form encrypted for its account or folder: anyone else at the screen can neither read nor change it. */
export function encryptForm(owner: string, to: string, form: FormValues): string {
  const fields = [...form.entries()].map(([name, value]) => [name, String(value)] as const)
  const typed: ResumedForm = { to, fields }
  return encrypt(deflateRawSync(JSON.stringify(typed)), purposes.heldForm(owner)).toString('base64url')
}

/** Decrypts what `encryptForm` made; undefined where it belongs to another owner, or was altered. */
export function decryptForm(owner: string, encrypted: string): ResumedForm | undefined {
  const packed = decrypt(Buffer.from(encrypted, 'base64url'), purposes.heldForm(owner))
  return packed && (JSON.parse(inflateRawSync(packed).toString('utf8')) as ResumedForm)
}

/** A form sent to a folder that is not open any more, encrypted for whoever opens that folder; empty where it says of no folder, or `to` is none of its pages. */
export function carryFolderForm(mode: Mode, to: string | null, form: FormValues): string {
  const [mark, at] = [form.get(folderInput), folderPath(mode, to)]
  return typeof mark === 'string' && at !== undefined ? encryptForm(folderOwner(mark), at, form) : ''
}

/**
 * Keeps a form that `form` carries for whoever typed it, where somebody else goes on at the screen; returns the cookie by which they get it
 * back. It says whose it is, and is nobody else's: it was encrypted for them.
 */
export async function storeCarried(context: Pick<RequestContext, 'cookies' | 'now'>, form: FormValues): Promise<CookieChange[]> {
  const [carried, owner] = [String(form.get('kept') ?? ''), staffMarked(String(form.get(carriedForInput) ?? ''))]
  const typed = carried === '' ? undefined : decryptForm(accountOwner(owner.id, owner.practice), carried)
  return typed ? storeForOwner(context, owner, typed) : []
}

/** A form of a folder to be sent again, and what was typed in it, in words. */
export type ResumedFolderForm = ResumedForm & { readonly typed: readonly TypedLine[] }

/** The form `carryFolderForm` encrypted; undefined where there is none, or it is of another folder than the one that was opened. */
export async function resumedFolderForm(
  { mode, today }: Pick<RequestContext, 'mode' | 'today'>,
  folderId: string,
  encrypted: string,
): Promise<ResumedFolderForm | undefined> {
  const form = encrypted === '' ? undefined : decryptForm(folderOwner(folderMark(folderId)), encrypted)
  const stored = form && (await folderById(folderId))
  if (!form || !stored) return undefined
  const read = folderIn(stored)
  const known = read.ok ? { members: read.value.folder.members, applications: await applicationsOf(folderId) } : undefined
  return { ...form, to: inMode(form.to, mode), typed: typedLines(form.to, valuesOf(form), today, known) }
}

/**
 * What was typed in the form `carryFolderForm` encrypted, in words, for whoever sent it: `mark` says of which folder it is, and was sent with it. A
 * folder that was deleted can be opened by nobody, and it is not known which was: what was typed for it can only be copied.
 */
export function typedInResumedForm(mark: string, encrypted: string, today: Day): readonly TypedLine[] {
  const form = encrypted === '' ? undefined : decryptForm(folderOwner(mark), encrypted)
  return form ? typedLines(form.to, valuesOf(form), today) : []
}

/** Was the form `carryFolderForm` encrypted typed by staff, for somebody they helped? */
export function isWrittenByStaff(mark: string, encrypted: string): boolean {
  const form = encrypted === '' ? undefined : decryptForm(folderOwner(mark), encrypted)
  return form?.fields.some(([name]) => name === writtenByInput) ?? false
}

/** The same form for whoever opened the folder with its code and PIN: what a clerk typed for them is theirs to send. */
export const asOwnForm = (form: ResumedFolderForm): ResumedFolderForm => ({
  ...form,
  fields: form.fields.filter(([name]) => name !== writtenByInput),
})

function valuesOf({ fields }: ResumedForm): FormValues {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}
