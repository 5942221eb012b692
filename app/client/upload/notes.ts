/** The name of a file, and the key of what is said of it. */
export type Note = readonly [name: string, key: string]

/** What is to be read after the page has loaded again. */
export function keepNotes(key: string, notes: readonly Note[]): void {
  try {
    if (notes.length > 0) sessionStorage.setItem(key, JSON.stringify(notes))
  } catch {
    // A full or forbidden store loses a hint, no more.
  }
}

/** Reads what was kept, once. */
export function takeNotes(key: string): readonly Note[] {
  try {
    const notes = JSON.parse(sessionStorage.getItem(key) || '[]')
    sessionStorage.removeItem(key)
    return notes
  } catch {
    return []
  }
}
