import { isMode } from '#app/i18n/mode.ts'

/** Addresses that got another name, without the mode before them; what stands below one moved with it. */
const moved: readonly (readonly [from: string, to: string])[] = [
  ['/desk/record', '/desk/audit-log'],
  ['/together', '/shared-session'],
  ['/desk/welcome', '/desk/invitation'],
  ['/check/what-if', '/check/counterfactuals'],
  ['/desk/words', '/desk/held-texts'],
]

/** Where an address of before has moved to, with what stands behind it and its query; undefined for every other address. */
export function movedTo(url: string): string | undefined {
  if (!moved.some(([from]) => url.includes(from))) return undefined
  const [, mode, rest] = /^\/([a-z-]+)(\/[^?]*)/.exec(url) ?? []
  if (!isMode(mode) || rest === undefined) return undefined
  const found = moved.find(([from]) => rest === from || rest.startsWith(`${from}/`))
  return found && `/${mode}${found[1]}${url.slice(`/${mode}${found[0]}`.length)}`
}
