import { isMode } from '#app/i18n/mode.ts'

/** Addresses that got another name, without the mode before them; what stands below one moved with it. A `*` is any one part. */
const moved: readonly (readonly [from: string, to: string])[] = [
  ['/desk/record', '/desk/audit-log'],
  ['/together', '/shared-session'],
  ['/desk/welcome', '/desk/invitation'],
  ['/check/what-if', '/check/counterfactuals'],
  ['/desk/words', '/desk/held-texts'],
  ['/desk/cases/*/return-words', '/desk/cases/*/return-text'],
]

const patterns = moved.map(([from, to]) => ({ at: new RegExp(`^/([a-z-]+)${from.replace('*', '([^/?]+)')}(?=[/?]|$)`), to }))

/** Where an address of before has moved to, with what stands behind it and its query; undefined for every other address. */
export function movedTo(url: string): string | undefined {
  for (const { at, to } of patterns) {
    const [whole, mode, part = ''] = at.exec(url) ?? []
    if (whole !== undefined && isMode(mode)) return `/${mode}${to.replace('*', () => part)}${url.slice(whole.length)}`
  }
  return undefined
}
