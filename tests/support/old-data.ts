import { readFileSync } from 'node:fs'

/** The data folder an installation of commit dc44230 left behind; `tests/fixtures/making` says how it was made. */
export const oldData = 'tests/fixtures/data-dc44230/data'

/** An address of then: the status it answered, where it led, and what must be read there as long as the data are kept. */
export type OldPage = {
  readonly path: string
  readonly status: number
  readonly to?: string
  /** Words the page said: what people wrote, were told, decided. */
  readonly says?: readonly string[]
  /** What stood in its forms, typed or chosen. */
  readonly holds?: readonly string[]
  /** Of a file: its type, and the SHA-256 of its bytes. */
  readonly file?: { readonly type: string; readonly sha256: string }
}

/** Somebody in a browser then: what lay in it, what they opened, and every address they could reach. */
export type OldVisitor = {
  readonly kind: 'resident' | 'staff' | 'client' | 'check' | 'nobody'
  readonly mode: string
  /** The code of the folder that is open. */
  readonly code?: string
  readonly cookies: Readonly<Record<string, string>>
  readonly pages: readonly OldPage[]
}

/** A member of staff then; `secret` of the authenticator app. */
export type OldMember = {
  readonly id: string
  readonly login: string
  readonly role: string
  readonly hall: string | null
  readonly secret?: string
}

/** What there is in the folder, and what was read of it. */
export type OldManifest = {
  readonly commit: string
  /** When it was left behind: whatever starts on it believes that it is then. */
  readonly at: string
  /** The PIN of every code, and the password of everybody. */
  readonly pin: string
  readonly password: string
  readonly rows: Readonly<Record<string, number>>
  readonly halls: Readonly<Record<string, string>>
  readonly people: Readonly<Record<string, OldMember>>
  /** Links nobody has used: of somebody new, and of somebody who forgot a password. */
  readonly links: { readonly invited: string; readonly login: string; readonly forgotten: string; readonly of: string }
  readonly checks: readonly { readonly code: string; readonly mode: string }[]
  /** A file half of which had come in: whose, where, how much there is, and what is still to come (base64). */
  readonly unfinished: { readonly visitor: string; readonly path: string; readonly offset: number; readonly rest: string }
  readonly visitors: Readonly<Record<string, OldVisitor>>
}

/** Reads the manifest of the old data. */
export function oldManifest(): OldManifest {
  return JSON.parse(readFileSync('tests/fixtures/data-dc44230/manifest.json', 'utf8')) as OldManifest
}
