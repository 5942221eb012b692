import { hash } from 'node:crypto'
import { tryPin } from '#app/access/pin-throttle.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { caseCode, type OpeningError, parseCaseCode, randomBytesForCaseCode } from '#app/domain/case-code.ts'
import { dayOf, daysLater } from '#app/domain/day.ts'
import { hashLabels, purposes } from '#app/domain/stored-labels.ts'
import type { Check } from '#app/forms/household-form.ts'
import { decrypt, encrypt } from '#app/security/encryption.server.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { hashPin } from '#app/security/pin.server.ts'
import { readable, readStored } from '#app/security/stored-value.server.ts'
import { findCheck, insertSavedCheck, removeCheck } from '#db/saved-checks.server.ts'
import { packCheck, unpackCheck } from './check-cookie.server.ts'
import type { SavedCode } from './saved-code.server.ts'

/** How long a saved check is stored, in days. */
export const storedDays = 30
const hashOf = (code: string) => keyedHash(hashLabels.checkCode(code))

/** What a form that saves a check says: what is saved, and how it is opened again. */
export const savedContent = (check: Check, pin: string): readonly unknown[] => ['check', packCheck(check).toString('base64url'), pin]

/**
 * Saves a check under the code of a seed (`seedOnce`, of `savedContent`); resolves with the code once it is on disk. From the same seed one
 * is saved; what was deleted meanwhile is saved anew.
 */
export async function saveCheck(check: Check, pin: string, now: Date, seed: Buffer): Promise<string> {
  const [packed, pinHash] = [packCheck(check), await hashPin(pin)]
  for (let tried = 0; ; tried++) {
    const code = codeFrom(seed, tried)
    const codeHash = hashOf(code)
    const sealed = encrypt(packed, purposes.savedCheck(codeHash))
    const expiresAt = daysLater(now, storedDays)
    if (await refusingFullDisk(insertSavedCheck({ codeHash, pinHash, sealed, createdAt: now, expiresAt }))) return code
    const standing = await findCheck(codeHash, now)
    if (standing && decrypt(standing.sealed, purposes.savedCheck(codeHash))?.equals(packed)) return code
  }
}

/** The code of a seed; another one for each time it was found taken by another check. */
function codeFrom(seed: Buffer, tried: number): string {
  const bytes = hash('sha512', Buffer.concat([seed, Buffer.of(tried)]), 'buffer')
  return caseCode(Array.from({ length: randomBytesForCaseCode }, (_, index) => bytes.readUInt32LE(4 * index)))
}

/** Result of trying a code and a PIN. A code that does not exist is treated like one that does. */
export type Opened = { ok: true; check: Check; codeHash: string; saved: SavedCode } | { ok: false; error: OpeningError }

/** Opens a saved check by code and PIN. */
export async function openCheck(typedCode: string, pin: string, now: Date): Promise<Opened> {
  const code = parseCaseCode(typedCode)
  if (!code) return { ok: false, error: 'code-form' }
  if (!/^\d{6}$/.test(pin)) return { ok: false, error: 'pin-form' }
  const codeHash = hashOf(code)
  const saved = await findCheck(codeHash, now)
  const tried = await tryPin(codeHash, pin, saved?.pinHash, now)
  if (tried !== 'right' || !saved) return { ok: false, error: tried === 'locked' ? 'locked' : 'no-match' }
  const check = readable(readStored({ table: 'saved_checks', id: codeHash }, saved.sealed, purposes.savedCheck(codeHash), checkIn))
  return { ok: true, check, codeHash, saved: { code, until: dayOf(saved.expiresAt) } }
}

/** The check in these bytes. @throws where they are not valid */
export function checkIn(bytes: Buffer): Check {
  const check = unpackCheck(bytes)
  if (!check) throw new Error('No check')
  return check
}

/** How what was saved under a code stands by now: the same as the check, of older answers, not there any more, or past its last day. */
export type SavedStanding = 'same' | 'older' | 'gone' | 'expired'

/** Does a code still open what the check says now? What cannot be read counts as not there. */
export async function standingOf({ code, until }: SavedCode, check: Check, now: Date): Promise<SavedStanding> {
  const codeHash = hashOf(code)
  const saved = await findCheck(codeHash, now)
  if (!saved) return dayOf(now) < until ? 'gone' : 'expired'
  const read = readStored({ table: 'saved_checks', id: codeHash }, saved.sealed, purposes.savedCheck(codeHash), checkIn)
  if (!read.ok) return 'gone'
  return isSameCheck(read.value, check) ? 'same' : 'older'
}

/** Deletes a saved check. */
export async function deleteCheck(codeHash: string): Promise<void> {
  await refusingFullDisk(removeCheck(codeHash))
}

/** Is a check lost without a word where another takes its place? One without anything in it, and one that is the same, are not. */
export function isLostBy(underWay: Check, other: Check): boolean {
  const { answers, members, county, outdated } = underWay
  const isEmpty = Object.keys(answers).length + members.length + (outdated?.length ?? 0) === 0 && county === undefined
  return !isEmpty && !isSameCheck(underWay, other)
}

/** Do two checks say the same, whichever they are? */
export function isSameCheck({ id: _, ...one }: Check, { id: __, ...other }: Check): boolean {
  return packCheck(one).equals(packCheck(other))
}
