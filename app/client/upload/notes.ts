/** The name of a file, and the key of a note about it. */
export type Note = readonly [name: string, key: string]

/** Stores notes to be shown after a reload. */
export function storeNotes(key: string, notes: readonly Note[]): void {
  try {
    if (notes.length > 0) sessionStorage.setItem(key, JSON.stringify(notes))
  } catch {
    // With storage full or disabled only a hint is lost.
  }
}

/** The stored notes, which are removed. */
export function consumeNotes(key: string): readonly Note[] {
  try {
    const notes = JSON.parse(sessionStorage.getItem(key) || '[]')
    sessionStorage.removeItem(key)
    return notes
  } catch {
    return []
  }
}
