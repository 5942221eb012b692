import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { lock, unlock } from '#app/security/vault.server.ts'

/** A form that met a locked screen: where it goes, and what was typed. */
export type KeptForm = { readonly to: string; readonly fields: readonly (readonly [string, string])[] }

const purpose = (idHash: string) => `form at a locked screen ${idHash}`

/** A form locked for the session it belongs to: whoever stands before the locked screen can neither read nor change it. */
export function keepForm(idHash: string, to: string, form: FormData): string {
  const fields = [...form].map(([name, value]) => [name, String(value)] as const)
  const kept: KeptForm = { to, fields }
  return lock(deflateRawSync(JSON.stringify(kept)), purpose(idHash)).toString('base64url')
}

/** The form `keepForm` locked; undefined where it is of another session, or altered. */
export function keptForm(idHash: string, locked: string): KeptForm | undefined {
  const packed = unlock(Buffer.from(locked, 'base64url'), purpose(idHash))
  return packed && (JSON.parse(inflateRawSync(packed).toString('utf8')) as KeptForm)
}
