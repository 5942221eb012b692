import { createHmac, type KeyObject } from 'node:crypto'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { decrypt } from '#app/security/encryption.server.ts'
import { keys } from '#app/security/keys.server.ts'
import { type Contents, type KeyCheck, noteKeyChecks, type Sample } from '#db/key-checks.server.ts'
import { indexHash } from './index-hashes.server.ts'
import { purposeOfColumn } from './key-rotation.server.ts'

/** A key the data was encrypted with that this process does not have. `name` says which one, and reveals nothing of it. */
export type MissingKey = { readonly kind: KeyCheck['kind']; readonly name: string }

const checkOf = (key: KeyObject) => createHmac('sha256', key).update(hashLabels.keyCheck()).digest('base64url')
const shortKeyId = (value: string) => value.slice(0, 12)

/** The checks of the keys of this process. `older`: those of former data keys too. */
function checksNow(older: boolean): KeyCheck[] {
  const { data, index } = keys()
  const ring = older ? [data.current, ...data.older] : [data.current]
  return [...ring.map(({ key }) => ({ kind: 'data' as const, value: checkOf(key) })), { kind: 'index', value: checkOf(index) }]
}

/** Every key the data needs, where none is given. */
export function allKeysOf(contents: Contents): MissingKey[] {
  if (!contents.hasData) return []
  if (contents.checks.length > 0) return contents.checks.map(({ kind, value }) => ({ kind, name: shortKeyId(value) }))
  return [...idsInUse(contents), ...indexOf(contents.samples)]
}

/**
 * The keys the data was encrypted with that this process does not have. Where no release has noted them yet, the data itself
 * tells: encrypted values name their key, and at least one must decrypt and be found by its hash.
 */
export function missingKeys(contents: Contents): MissingKey[] {
  if (!contents.hasData) return []
  if (contents.checks.length > 0) {
    const here = new Set(checksNow(true).map(({ value }) => value))
    return contents.checks.filter(({ value }) => !here.has(value)).map(({ kind, value }) => ({ kind, name: shortKeyId(value) }))
  }
  const { data } = keys()
  const ring = new Set([data.current, ...data.older].map(({ id }) => id.toString('hex')))
  const opened = contents.samples.map((sample) => ({
    ...sample,
    plaintext: decrypt(sample.sealed, purposeOfColumn[sample.place](sample.id)),
  }))
  const readable = opened.filter(({ plaintext }) => plaintext !== undefined)
  if (contents.samples.length > 0 && readable.length === 0) return idsInUse(contents)
  const hashed = readable.filter(({ hash, place }) => hash !== null && place !== 'saved-checks')
  const found = hashed.some(({ place, id, plaintext, hash }) => indexHash(place, id, String(plaintext)) === hash)
  return [...idsInUse(contents).filter(({ name }) => !ring.has(name)), ...(hashed.length > 0 && !found ? indexOf(hashed) : [])]
}

/** The data keys that stand before more than one value: a single one may be damage, or a value from before keys had ids. */
function idsInUse({ keyIds }: Contents): MissingKey[] {
  const often = keyIds.filter(({ found }) => found > 1)
  return (often.length > 0 ? often : keyIds.slice(0, 1)).map(({ id }) => ({ kind: 'data', name: id }))
}

function indexOf(samples: readonly Sample[]): MissingKey[] {
  const hash = samples.find((sample) => sample.hash !== null)?.hash
  return hash ? [{ kind: 'index', name: shortKeyId(hash) }] : []
}

/** Saves the checks of the keys of this process, former data keys too: they are needed until everything is reencrypted. */
export async function noteKeys(now: Date, { hasData }: Pick<Contents, 'hasData'>, lost: boolean): Promise<void> {
  await noteKeyChecks(checksNow(true), now, hasData && !lost ? undefined : 'all')
}

/** Everything is encrypted with the current data key: former ones are no longer needed. */
export async function forgetFormerKeys(now: Date): Promise<void> {
  await noteKeyChecks(
    checksNow(false).filter(({ kind }) => kind === 'data'),
    now,
    'data',
  )
}
