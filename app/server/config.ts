import { resolve } from 'node:path'
import { z } from 'zod'
import { shortestSecret } from '#app/security/load-keys.server.ts'

const secret = z.string().min(shortestSecret)

const environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATA_DIR: z.string().min(1).default('./data'),
    SESSION_SECRET: secret.optional(),
    DATA_KEY: secret.optional(),
    DATA_KEYS_OLD: z
      .string()
      .transform((list) => list.split(',').map((one) => one.trim()))
      .pipe(z.array(secret))
      .optional(),
    INDEX_KEY: secret.optional(),
    KEYS_LOST: z
      .string()
      .transform((list) => list.split(',').map((one) => one.trim()))
      .default([]),
    RATE_LIMIT: z.enum(['on', 'off']).default('on'),
    TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
    PUBLIC_ORIGIN: z.url().optional(),
    SMS_URL: z
      .url({ protocol: /^https?$/ })
      .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url), 'no name or password in the address: SMS_SECRET signs')
      .optional(),
    SMS_SECRET: z.string().min(16).optional(),
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    OIDC_CLAIM: z.string().min(1).default('preferred_username'),
  })
  .refine(({ OIDC_ISSUER, PUBLIC_ORIGIN }) => !OIDC_ISSUER || PUBLIC_ORIGIN, {
    path: ['PUBLIC_ORIGIN'],
    message: 'is needed with OIDC_ISSUER',
  })
  .refine(({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }) => !OIDC_ISSUER || (OIDC_CLIENT_ID && OIDC_CLIENT_SECRET), {
    path: ['OIDC_CLIENT_ID'],
    message: 'and OIDC_CLIENT_SECRET are needed with OIDC_ISSUER',
  })
  .refine(({ SMS_URL, SMS_SECRET }) => !SMS_URL || SMS_SECRET, { path: ['SMS_SECRET'], message: 'is needed with SMS_URL' })

/** Configuration from the environment. */
export type Config = {
  readonly port: number
  readonly host: string
  /** Folder of database and keys, absolute. */
  readonly dataDir: string
  readonly sessionSecret: string | undefined
  readonly dataKey: string | undefined
  /** Former data keys, the oldest first. */
  readonly oldDataKeys: readonly string[] | undefined
  readonly indexKey: string | undefined
  /** Names of lost keys the data was encrypted with: without naming them here the start is refused. */
  readonly keysLost: readonly string[]
  readonly rateLimit: boolean
  /** How many of our own proxies stand before the server. */
  readonly trustProxy: number
  /** The site's own origin, where a proxy hides it; it also tells whether residents arrive over TLS. */
  readonly publicOrigin: string | undefined
  /** The provider of single sign-on (OpenID Connect), where there is one. */
  readonly singleSignOn:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly claim: string }
    | undefined
  /** The gateway for short messages, where there is one. */
  readonly sms: { readonly url: string; readonly secret: string } | undefined
}

/** Reads the environment. @throws one readable sentence naming the invalid variable */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  const {
    PORT,
    HOST,
    DATA_DIR,
    SESSION_SECRET,
    DATA_KEY,
    DATA_KEYS_OLD,
    INDEX_KEY,
    KEYS_LOST,
    RATE_LIMIT,
    TRUST_PROXY,
    PUBLIC_ORIGIN,
    SMS_URL,
    SMS_SECRET,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_CLAIM: claim,
  } = parsed.data
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    sessionSecret: SESSION_SECRET,
    dataKey: DATA_KEY,
    oldDataKeys: DATA_KEYS_OLD,
    indexKey: INDEX_KEY,
    keysLost: KEYS_LOST,
    rateLimit: RATE_LIMIT === 'on',
    trustProxy: TRUST_PROXY,
    publicOrigin: PUBLIC_ORIGIN && new URL(PUBLIC_ORIGIN).origin,
    singleSignOn: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, claim } : undefined,
    sms: SMS_URL && SMS_SECRET ? { url: SMS_URL, secret: SMS_SECRET } : undefined,
  }
}
