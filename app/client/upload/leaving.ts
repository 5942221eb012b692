let leaving = false

/** Is this script itself leaving the page? */
export const isLeaving = () => leaving

/** Leaves the page for another. */
export function leaveFor(url: string): void {
  leaving = true
  location.assign(url)
}

/** Reloads the page without its fragment: with it, nothing would be loaded. */
export function reload(): void {
  leaving = true
  location.replace(location.pathname + location.search)
}
