import { isMode, type Mode } from './mode.ts'

/** The cookie that remembers the chosen language; it holds nothing else. */
const name = 'mode'

/** The mode a person chose earlier, from the Cookie header. */
export function chosenMode(cookie: string | null | undefined): Mode | undefined {
  const value = cookie
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
  return isMode(value) ? value : undefined
}

/** The Set-Cookie header that remembers a mode for a year. */
export function rememberMode(mode: Mode, secure: boolean): string {
  return `${name}=${mode}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
}

/** A path of our own to go on to, never anywhere else: path and query only, no dot segments. */
export function safePath(to: string | null): string | undefined {
  if (!to || !/^\/(?![/\\])[\x21-\x7e]*$/.test(to) || to.includes('\\')) return undefined
  const [path = ''] = to.split(/[?#]/)
  return path.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part)) ? undefined : to
}
