import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { lock, unlock } from '#app/security/vault.server.ts'

/** A form that met a locked screen or an ended session: where it goes, and what was typed. */
export type KeptForm = { readonly to: string; readonly fields: readonly (readonly [string, string])[] }

const purpose = (owner: string) => `form at a locked screen ${owner}`

/** Who owns a form that met an ended session: whoever had the session, and in the same way, to practise or not. */
export const accountOf = (staffId: string, practice: boolean): string => `account ${staffId} ${practice}`

/** A form locked for the session or the account it belongs to: whoever stands before the screen can neither read nor change it. */
export function keepForm(owner: string, to: string, form: FormData): string {
  const fields = [...form].map(([name, value]) => [name, String(value)] as const)
  const kept: KeptForm = { to, fields }
  return lock(deflateRawSync(JSON.stringify(kept)), purpose(owner)).toString('base64url')
}

/** The form `keepForm` locked; undefined where it is of another one, or altered. */
export function keptForm(owner: string, locked: string): KeptForm | undefined {
  const packed = unlock(Buffer.from(locked, 'base64url'), purpose(owner))
  return packed && (JSON.parse(inflateRawSync(packed).toString('utf8')) as KeptForm)
}
