import { Secret, TOTP } from 'otpauth'
import { secureRandom } from './random.server.ts'

/** Defaults of authenticator apps: RFC 6238 with SHA-1, six digits, thirty seconds. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const

const totpOf = (secret: string, more: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...shape, ...more, secret: Secret.fromBase32(secret) })

/** A new secret for an authenticator app, in Base32. */
export function freshSecret(): string {
  return new Secret({ buffer: Uint8Array.from(secureRandom(20)).buffer }).base32
}

/** The time step a code belongs to, one step before or after included; undefined where it belongs to none of them. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret).validate({ token: code, window: 1, timestamp: now.getTime() })
  return delta === null ? undefined : Math.floor(now.getTime() / (shape.period * 1000)) + delta
}

/** The address in the QR code an authenticator app scans. */
export function totpAddress(secret: string, issuer: string, label: string): string {
  return totpOf(secret, { issuer, label }).toString()
}
