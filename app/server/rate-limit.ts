import { type Mode, modes } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'

/** Maximum number of posts to some paths, or to everything under them, from one address in a window of time. */
type Limit = {
  readonly name: string
  readonly at?: readonly string[]
  readonly under?: readonly string[]
  readonly max: number
  readonly seconds: number
}

const inEveryMode = (...of: readonly ((mode: Mode) => string)[]): string[] => modes.flatMap((mode) => of.map((path) => path(mode)))

/** The limits, the narrow ones first: guessing of codes and passwords is expensive, the rest keeps one address from overloading the server. */
const limits: readonly Limit[] = [
  { name: 'open', at: inEveryMode(paths.openCheck, paths.openFolder, paths.newPin), max: 30, seconds: 900 },
  { name: 'counter', at: inEveryMode(paths.counter), max: 300, seconds: 900 },
  { name: 'people', at: inEveryMode((mode) => paths.people(mode)), max: 300, seconds: 900 },
  { name: 'keep', at: inEveryMode(paths.saveCheck, paths.feedback, paths.apply), max: 60, seconds: 900 },
  // Drawing one costs a second of a processor.
  { name: 'picture', at: inEveryMode((mode) => paths.sheetPicture(mode)), max: 60, seconds: 900 },
  {
    name: 'sign-in',
    at: inEveryMode(paths.signIn),
    under: inEveryMode((mode) => paths.invitation(mode, '')),
    max: 60,
    seconds: 900,
  },
  { name: 'papers', under: inEveryMode((mode) => paths.paper(mode, '')), max: 3000, seconds: 60 },
  // Clerk and resident of a shared session post what they type, and a whole hall may share one address.
  { name: 'shared-session', at: inEveryMode(paths.sharedSessionWrite), max: 12_000, seconds: 60 },
  { name: 'api', under: [paths.api()], max: 1800, seconds: 60 },
  { name: 'page', under: ['/'], max: 600, seconds: 60 },
]

/** Pages that are only read, and yet limited: whoever has no code is not to try many. */
const readLimits: readonly Limit[] = [{ name: 'letter', under: inEveryMode((mode) => paths.letterCheck(mode, '')), max: 120, seconds: 900 }]

/** The limit of posts to a path, in small letters; undefined for what is no path. */
export function limitOf(path: string, of: readonly Limit[] = limits): Limit | undefined {
  return of.find(({ at, under }) => at?.includes(path) || under?.some((folder) => path.startsWith(folder)))
}

/** Counts posts, or what is only read, by limit and address; false once a limit is reached. Addresses are in memory for one window only. */
export function rateLimiter(now: () => number = Date.now, of: 'posts' | 'reads' = 'posts'): (path: string, address: string) => boolean {
  const windows = new Map<string, { until: number; count: number }>()
  return (path, address) => {
    const limit = limitOf(path, of === 'posts' ? limits : readLimits)
    if (!limit) return true
    const at = now()
    if (windows.size > 10_000) for (const [key, { until }] of windows) if (until <= at) windows.delete(key)
    const key = `${limit.name} ${address}`
    const found = windows.get(key)
    const window = found && found.until > at ? found : { until: at + limit.seconds * 1000, count: 0 }
    window.count += 1
    windows.set(key, window)
    return window.count <= limit.max
  }
}

/** The client's address: the n-th from the right in `X-Forwarded-For`, as our own proxies wrote it, else the connection's. */
export function addressOf(remote: string | undefined, forwarded: string | undefined, trustProxy: number): string {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim())
  return (trustProxy > 0 && hops[hops.length - trustProxy]) || remote || 'unknown'
}
