import { type Cost, scryptHash, verifyScrypt } from './scrypt.server.ts'

/** 32 MiB a PIN: six digits are few, so each guess must be expensive. */
const cost: Cost = { logN: 15, p: 1 }

/** Hashes a PIN (scrypt); the salt stands before the hash. */
export const hashPin = (pin: string): Promise<string> => scryptHash(pin, cost)

/** Is this the PIN of the hash? Without a hash the same work is done, so that timing does not tell whether a case exists. */
export const isPin = (pin: string, hash: string | undefined): Promise<boolean> => verifyScrypt(pin, hash, cost)
