import { readFileSync } from 'node:fs'

/** A data folder made by an installation of commit dc44230; `tests/fixtures/making` says how. */
export const oldData = 'tests/fixtures/data-dc44230/data'

/** An address of then: its status, its redirect, and what must be readable there as long as the data are stored. */
export type OldPage = {
  readonly path: string
  readonly status: number
  readonly to?: string
  /** Texts of the page: typed, messages, decisions. */
  readonly says?: readonly string[]
  /** Values of its forms, typed or chosen. */
  readonly holds?: readonly string[]
  /** Of a file: its type, and the SHA-256 of its bytes. */
  readonly file?: { readonly type: string; readonly sha256: string }
}

/** A browser of then: its cookies, the folder it opened, and every address it could reach. */
export type OldVisitor = {
  readonly kind: 'resident' | 'staff' | 'client' | 'check' | 'nobody'
  readonly mode: string
  /** The code of the open folder. */
  readonly code?: string
  readonly cookies: Readonly<Record<string, string>>
  readonly pages: readonly OldPage[]
}

/** A staff member of then; `secret` of the authenticator app. */
export type OldMember = {
  readonly id: string
  readonly login: string
  readonly role: string
  readonly hall: string | null
  readonly secret?: string
}

/** The content of the folder, and what was read of it. */
export type OldManifest = {
  readonly commit: string
  /** When it was made: servers in tests start at that time. */
  readonly at: string
  /** The PIN of every code, and the password of every staff member. */
  readonly pin: string
  readonly password: string
  readonly rows: Readonly<Record<string, number>>
  readonly halls: Readonly<Record<string, string>>
  readonly people: Readonly<Record<string, OldMember>>
  /** Unused links: of an invited staff member, and of one who forgot a password. */
  readonly links: { readonly invited: string; readonly login: string; readonly forgotten: string; readonly of: string }
  readonly checks: readonly { readonly code: string; readonly mode: string }[]
  /** A file half received: whose, where, how much, and the rest (base64). */
  readonly unfinished: { readonly visitor: string; readonly path: string; readonly offset: number; readonly rest: string }
  readonly visitors: Readonly<Record<string, OldVisitor>>
}

/** Reads the manifest of the old data. */
export function oldManifest(): OldManifest {
  return JSON.parse(readFileSync('tests/fixtures/data-dc44230/manifest.json', 'utf8')) as OldManifest
}
