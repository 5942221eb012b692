let origin = ''

/** Says where residents reach the site, for codes they scan; empty: not known, and then no code is shown. */
export function setPublicOrigin(of: string): void {
  origin = of
}

/** Where residents reach the site; empty where that is not known. */
export function publicOrigin(): string {
  return origin
}
