import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** Cost of a hash: 2^`logN` KiB of memory, `p` times. */
export type Cost = { readonly logN: number; readonly p: number }

const optionsOf = ({ logN, p }: Cost): ScryptOptions => ({ N: 2 ** logN, r: 8, p, maxmem: 2 ** (logN + 11) })

/** Hashes a secret (scrypt); the salt stands before the hash. */
export async function scryptHash(secret: string, cost: Cost): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await derive(secret, salt, 32, optionsOf(cost))).toString('base64url')}`
}

/** Is this the secret of the hash? Without a hash the same work is done, so that timing does not tell whether there is one. */
export async function verifyScrypt(secret: string, hash: string | undefined, cost: Cost): Promise<boolean> {
  const [salt = '', expected = ''] = (hash ?? `${'A'.repeat(22)}.${'A'.repeat(43)}`).split('.')
  const found = await derive(secret, Buffer.from(salt, 'base64url'), 32, optionsOf(cost))
  const wanted = Buffer.from(expected, 'base64url')
  return hash !== undefined && wanted.length === found.length && timingSafeEqual(found, wanted)
}
