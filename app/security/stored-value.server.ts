import { decrypt } from './encryption.server.ts'

/** A stored row that cannot be read: its content was altered, its key is missing, or the content does not parse. */
export type Unreadable = { readonly ok: false; readonly table: string; readonly id: string }

/** Result of reading a stored row. */
export type Read<T> = { readonly ok: true; readonly value: T } | Unreadable

/** Which row: the database's name of the table, and the id that finds the row. */
export type Row = { readonly table: string; readonly id: string }

/**
 * Decrypts and parses the content of a row. The only way stored content is read: a list takes the `Unreadable` as one of
 * its values, a caller that cannot go on without it calls `readable`.
 * @param parse parses the decrypted bytes; it throws where they are not valid
 */
export function readStored<T>(row: Row, encrypted: Uint8Array, purpose: string, parse: (plain: Buffer) => T): Read<T> {
  const plain = decrypt(encrypted, purpose)
  return plain ? parseStored(row, () => parse(plain)) : unreadable(row)
}

/** The same for content stored in clear. */
export function parseStored<T>(row: Row, parse: () => T): Read<T> {
  try {
    return { ok: true, value: parse() }
  } catch {
    return unreadable(row)
  }
}

/** The value that was read. @throws the `Unreadable` itself, which becomes a page that names it (`server/route-handler.ts`) */
export function readable<T>(read: Read<T>): T {
  if (read.ok) return read.value
  throw read
}

/** Was this thrown by `readable`? */
export function isUnreadable(thrown: unknown): thrown is Unreadable {
  return typeof thrown === 'object' && thrown !== null && 'ok' in thrown && thrown.ok === false && 'table' in thrown && 'id' in thrown
}

let log: (line: string) => void = console.error

/** Where unreadable rows are logged; by default stderr. */
export function setUnreadableLog(to: (line: string) => void): void {
  log = to
}

/** Rows logged so far. */
const logged = new Set<string>()

/** An unreadable row, logged once by each process. */
export function unreadable({ table, id }: Row): Unreadable {
  const name = `${table} ${id}`
  if (!logged.has(name)) log(JSON.stringify({ time: new Date().toISOString(), level: 'error', error: 'unreadable', table, id }))
  logged.add(name)
  return { ok: false, table, id }
}
