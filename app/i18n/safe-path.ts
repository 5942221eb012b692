/** A path of our own site, never of another one: path and query only, no dot segments. */
export function safePath(to: string | null): string | undefined {
  if (!to || !/^\/(?![/\\])[\x21-\x7e]*$/.test(to) || to.includes('\\')) return undefined
  const [path = ''] = to.split(/[?#]/)
  return path.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part)) ? undefined : to
}
