/** Maximum number of requests to some paths from one address in a window of time. */
export type Limit = { readonly name: string; readonly path: RegExp; readonly max: number; readonly seconds: number }

/** The limits: guessing of codes and passwords is expensive, the rest keeps one address from overloading the server. */
export const limits: readonly Limit[] = [
  { name: 'open', path: /^\/(zh|bo|zh-bo)\/(check|applications)\/open$/, max: 30, seconds: 900 },
  { name: 'counter', path: /^\/(zh|bo|zh-bo)\/desk\/counter$/, max: 300, seconds: 900 },
  { name: 'keep', path: /^\/(zh|bo|zh-bo)\/(check\/save|help\/feedback|apply)$/, max: 60, seconds: 900 },
  { name: 'sign-in', path: /^\/(zh|bo|zh-bo)\/desk\/(sign-in|welcome\/.*)$/, max: 60, seconds: 900 },
  { name: 'papers', path: /^\/(zh|bo|zh-bo)\/apply\/papers\//, max: 3000, seconds: 60 },
  // Clerk and resident of a shared session post what they type, and a whole hall may share one address.
  { name: 'shared-session', path: /^\/(zh|bo|zh-bo)\/shared-session\/write$/, max: 12_000, seconds: 60 },
  { name: 'api', path: /^\/api\//, max: 1800, seconds: 60 },
  { name: 'page', path: /^\//, max: 600, seconds: 60 },
]

/** Counts posts by limit and address; false once a limit is reached. Addresses are in memory for one window only. */
export function rateLimiter(now: () => number = Date.now): (path: string, address: string) => boolean {
  const windows = new Map<string, { until: number; count: number }>()
  return (path, address) => {
    const limit = limits.find((one) => one.path.test(path))
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
