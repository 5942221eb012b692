import { type Cost, scryptHash, verifyScrypt } from './scrypt.server.ts'

/** 32 MiB a PIN: six digits are few, so each guess has to be dear. */
const cost: Cost = { logN: 15, p: 1 }

/** Hashes a PIN with a memory-hard function; the salt stands before the hash. */
export const hashPin = (pin: string): Promise<string> => scryptHash(pin, cost)

/** Is this the PIN of the hash? Without a hash the same work is done, so that time does not tell whether a case exists. */
export const isPin = (pin: string, hash: string | undefined): Promise<boolean> => verifyScrypt(pin, hash, cost)
