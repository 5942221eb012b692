import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
/** 32 MiB a PIN: six digits are few, so each guess has to be dear. */
const cost: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** Hashes a PIN with a memory-hard function; the salt stands before the hash. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await derive(pin, salt, 32, cost)).toString('base64url')}`
}

/** Is this the PIN of the hash? Without a hash the same work is done, so that time does not tell whether a case exists. */
export async function isPin(pin: string, hash: string | undefined): Promise<boolean> {
  const [salt = '', expected = ''] = (hash ?? `${'A'.repeat(22)}.${'A'.repeat(43)}`).split('.')
  const found = await derive(pin, Buffer.from(salt, 'base64url'), 32, cost)
  const wanted = Buffer.from(expected, 'base64url')
  return hash !== undefined && wanted.length === found.length && timingSafeEqual(found, wanted)
}
