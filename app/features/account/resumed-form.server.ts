import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { folderPath } from '#app/access/folder-path.ts'
import { folderInput, folderMark } from '#app/cases/version.server.ts'
import { folderOwner, purposes } from '#app/domain/stored-labels.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { inMode } from '#app/paths.ts'
import { decrypt, encrypt } from '#app/security/encryption.server.ts'

/** A form that was posted from a locked screen or after the session ended: its address, and what was typed. */
export type ResumedForm = { readonly to: string; readonly fields: readonly (readonly [string, string])[] }

/** A form encrypted for its session or account: anyone else at the screen can neither read nor change it. */
export function encryptForm(owner: string, to: string, form: FormValues): string {
  const fields = [...form.entries()].map(([name, value]) => [name, String(value)] as const)
  const kept: ResumedForm = { to, fields }
  return encrypt(deflateRawSync(JSON.stringify(kept)), purposes.heldForm(owner)).toString('base64url')
}

/** Decrypts what `encryptForm` made; undefined where it belongs to another owner, or was altered. */
export function decryptForm(owner: string, locked: string): ResumedForm | undefined {
  const packed = decrypt(Buffer.from(locked, 'base64url'), purposes.heldForm(owner))
  return packed && (JSON.parse(inflateRawSync(packed).toString('utf8')) as ResumedForm)
}

/** A form that met a folder that is not open any more, locked for whoever opens that folder; empty where it says of no folder, or `to` is none of its pages. */
export function keepFolderForm(mode: Mode, to: string | null, form: FormValues): string {
  const [mark, at] = [form.get(folderInput), folderPath(mode, to)]
  return typeof mark === 'string' && at !== undefined ? encryptForm(folderOwner(mark), at, form) : ''
}

/** The form `keepFolderForm` locked; undefined where there is none, or it is of another folder than the one that was opened. */
export function keptFolderForm(mode: Mode, folderId: string, locked: string): ResumedForm | undefined {
  const kept = locked === '' ? undefined : decryptForm(folderOwner(folderMark(folderId)), locked)
  return kept && { ...kept, to: inMode(kept.to, mode) }
}
