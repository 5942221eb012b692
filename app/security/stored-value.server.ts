import { decrypt } from './encryption.server.ts'

/** A stored row that cannot be read: its content was altered, its key is not here, or what it holds is not what it should be. */
export type Unreadable = { readonly ok: false; readonly table: string; readonly id: string }

/** What reading a stored row came to. */
export type Read<T> = { readonly ok: true; readonly value: T } | Unreadable

/** Which row: the table as it is called in the database, and the id that finds the row. */
export type Row = { readonly table: string; readonly id: string }

/**
 * Decrypts and parses what lies in a row. The only way stored content is read: whoever shows a list takes the `Unreadable` as one of
 * its values, whoever cannot go on without it asks for `readable`.
 * @param parse makes a value of the bytes; what it throws means that they are not what they should be
 */
export function readStored<T>(row: Row, sealed: Uint8Array, purpose: string, parse: (plain: Buffer) => T): Read<T> {
  const plain = decrypt(sealed, purpose)
  return plain ? parseStored(row, () => parse(plain)) : unreadable(row)
}

/** The same for content that lies in clear. */
export function parseStored<T>(row: Row, parse: () => T): Read<T> {
  try {
    return { ok: true, value: parse() }
  } catch {
    return unreadable(row)
  }
}

/** The value that was read. @throws the `Unreadable` itself, which becomes a page that names it (`server/pages.ts`) */
export function readable<T>(read: Read<T>): T {
  if (read.ok) return read.value
  throw read
}

/** Is this thrown by `readable`? */
export function isUnreadable(thrown: unknown): thrown is Unreadable {
  return typeof thrown === 'object' && thrown !== null && 'ok' in thrown && thrown.ok === false && 'table' in thrown && 'id' in thrown
}

let log: (line: string) => void = console.error

/** Where rows that cannot be read are logged; stderr unless told. */
export function setUnreadableLog(to: (line: string) => void): void {
  log = to
}

/** Rows that were logged, of which there are as many as are damaged. */
const logged = new Set<string>()

/** A row that cannot be read, logged once by each process. */
export function unreadable({ table, id }: Row): Unreadable {
  const name = `${table} ${id}`
  if (!logged.has(name)) log(JSON.stringify({ time: new Date().toISOString(), level: 'error', error: 'unreadable', table, id }))
  logged.add(name)
  return { ok: false, table, id }
}
