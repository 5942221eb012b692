let leaving = false

/** Does this script itself leave the page? */
export const isLeaving = () => leaving

/** Loads the page anew, without what follows `#`: with it, nothing would be loaded. */
export function reload(): void {
  leaving = true
  location.replace(location.pathname + location.search)
}
