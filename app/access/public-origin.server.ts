let origin = ''

/** Sets the origin residents reach the site at, for QR codes; empty: not known, and then no code is shown. */
export function setPublicOrigin(of: string): void {
  origin = of
}

/** The origin residents reach the site at; empty where that is not known. */
export function publicOrigin(): string {
  return origin
}
