import { resolve } from 'node:path'
import { z } from 'zod'

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  SESSION_SECRET: z.string().min(32).optional(),
  DATA_KEY: z.string().min(32).optional(),
  RATE_LIMIT: z.enum(['on', 'off']).default('on'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
  PUBLIC_ORIGIN: z.url().optional(),
})

/** What the server is told from outside. */
export type Config = {
  readonly port: number
  readonly host: string
  /** Database and keys, absolute. */
  readonly dataDir: string
  readonly sessionSecret: string | undefined
  readonly dataKey: string | undefined
  readonly rateLimit: boolean
  /** How many proxies of ours stand before the server. */
  readonly trustProxy: number
  /** The site's own origin, where a proxy hides it; it also says whether residents arrive over TLS. */
  readonly publicOrigin: string | undefined
}

/** Reads the environment. Throws one readable sentence naming the variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  const { PORT, HOST, DATA_DIR, SESSION_SECRET, DATA_KEY, RATE_LIMIT, TRUST_PROXY, PUBLIC_ORIGIN } = read.data
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    sessionSecret: SESSION_SECRET,
    dataKey: DATA_KEY,
    rateLimit: RATE_LIMIT === 'on',
    trustProxy: TRUST_PROXY,
    publicOrigin: PUBLIC_ORIGIN && new URL(PUBLIC_ORIGIN).origin,
  }
}
