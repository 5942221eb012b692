import { randomBytes } from 'node:crypto'
import { caseCode, randomsForCaseCode, readCaseCode } from '#app/domain/case-code.ts'
import { asciiDigits } from '#app/domain/digits.ts'
import { keyedHash, keys } from '#app/security/keys.server.ts'
import { hashPin, isPin } from '#app/security/pin.server.ts'
import { open, seal } from '#app/security/seal.server.ts'
import { countWrongPin, findCheck, forgetWrongPins, keepCheck, removeCheck, wrongPins } from '#db/saved-checks.server.ts'
import type { Check } from './check.ts'
import { packCheck, unpackCheck } from './check-cookie.server.ts'

/** How long a saved check is kept, in days. */
export const keptDays = 30
/** Wrong PINs until a code is locked, and for how long, in minutes. */
export const wrongPinsAllowed = 5
export const lockMinutes = 30

const purpose = (codeHash: string) => `saved-check ${codeHash}`
const hashOf = (code: string) => keyedHash(`case-code ${code}`)

/** What is wrong with a new PIN, undefined where nothing is. Digits of all three scripts are taken. */
export function pinError(pin: string, again: string): 'pin-form' | 'pin-simple' | 'pin-differs' | undefined {
  if (!/^\d{6}$/.test(pin)) return 'pin-form'
  if (/^(\d)\1{5}$/.test(pin) || '01234567890 09876543210'.includes(pin)) return 'pin-simple'
  return pin === again ? undefined : 'pin-differs'
}

/** A PIN as typed, in ASCII digits without spaces. */
export function readPin(typed: string): string {
  return asciiDigits(typed).replace(/\s/g, '')
}

/** Saves a check under a new code; resolves with the code once it is on disk. */
export async function saveCheck(check: Check, pin: string, now: Date): Promise<string> {
  const pinHash = await hashPin(pin)
  for (;;) {
    const numbers = Array.from({ length: randomsForCaseCode }, () => randomBytes(4).readUInt32LE())
    const code = caseCode(numbers)
    const codeHash = hashOf(code)
    const sealed = seal(packCheck(check), keys().data, purpose(codeHash))
    const expiresAt = new Date(now.getTime() + keptDays * 86_400_000)
    if (await keepCheck({ codeHash, pinHash, sealed, createdAt: now, expiresAt })) return code
  }
}

/** What came of trying a code and a PIN. A code that does not exist is treated like one that does. */
export type Opened = { ok: true; check: Check; codeHash: string } | { ok: false; error: 'code-form' | 'pin-form' | 'no-match' | 'locked' }

/** Opens a saved check. Each try is counted before the PIN is looked at, so that many at once do not get more than `wrongPinsAllowed`. */
export async function openCheck(typedCode: string, pin: string, now: Date): Promise<Opened> {
  const code = readCaseCode(typedCode)
  if (!code) return { ok: false, error: 'code-form' }
  if (!/^\d{6}$/.test(pin)) return { ok: false, error: 'pin-form' }
  const codeHash = hashOf(code)
  const since = new Date(now.getTime() - lockMinutes * 60_000)
  if ((await wrongPins(codeHash, since)) >= wrongPinsAllowed) return { ok: false, error: 'locked' }
  await countWrongPin(codeHash, now, since)
  const saved = await findCheck(codeHash, now)
  const right = await isPin(pin, saved?.pinHash)
  const bytes = right && saved ? open(saved.sealed, keys().data, purpose(codeHash)) : undefined
  const check = bytes && unpackCheck(bytes)
  if (!check) return { ok: false, error: (await wrongPins(codeHash, since)) >= wrongPinsAllowed ? 'locked' : 'no-match' }
  await forgetWrongPins(codeHash)
  return { ok: true, check, codeHash }
}

/** Takes a saved check away for good. */
export async function deleteCheck(codeHash: string): Promise<void> {
  await removeCheck(codeHash)
}
