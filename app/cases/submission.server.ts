import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { type InEvery, inEveryNow, type StoredTexts } from '#app/domain/language.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { decryptText, encryptText } from '#app/security/encryption.server.ts'
import { parseStored, type Read, type Row, readable, readStored, unreadable } from '#app/security/stored-value.server.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { formTextsBy } from './form-texts.server.ts'
import { inFrozenTexts, inStoredTexts, known } from './form-texts.ts'
import { citationOf, conditionNow, inCharge } from './stored-texts.ts'
import type { BareRow, BareSubmission, Submission, SubmittedLimit } from './submission.ts'

/** A submission, encrypted for the database. `formTexts`: id of its form texts (`saveFormTexts`); a submission with texts of its own keeps those. */
export function encryptSubmission(applicationId: string, submission: BareSubmission | Submission, formTexts: string): Buffer {
  const stored = 'name' in submission ? submission : { wording: formTexts, ...submission }
  return encryptText(JSON.stringify(stored), purposes.submission(applicationId))
}

type Stored = Submission | (BareSubmission & { readonly wording: string })

/** The submission of an application, in the texts of that time; undefined for a draft; or the row that cannot be read. */
export async function submissionRead({ id, sealed }: Pick<StoredApplication, 'id' | 'sealed'>): Promise<Read<Submission | undefined>> {
  if (sealed === null) return { ok: true, value: undefined }
  const row = { table: 'applications', id }
  const read = storedRead(row, sealed)
  if (!read.ok) return read
  const { value } = read
  // Submissions made before form texts were stored separately contain their own.
  if (!('wording' in value)) return parseStored(row, () => inFrozenTexts(value))
  const { wording: formTexts, ...submission } = value
  const texts = await formTextsBy(formTexts)
  return texts.ok ? parseStored(row, () => inStoredTexts(submission, texts.value)) : texts
}

/** The same of one application among several: one that cannot be read, or has a damaged column, takes nothing from the others. */
export async function submissionAmong(one: StoredApplication): Promise<Read<Submission | undefined>> {
  return isReadableRow(one) ? submissionRead(one) : unreadable({ table: 'applications', id: one.id })
}

function storedRead(row: Row, encrypted: Buffer): Read<Stored> {
  return readStored(
    row,
    encrypted,
    purposes.submission(row.id),
    (plain) => bare.parse(JSON.parse(plain.toString('utf8'))) as unknown as Stored,
  )
}

/** What a list says of a submission: what the service was called then, its legal limits, where they were stored, and the names that were filled in. */
export type SubmittedHead = {
  readonly name: InEvery<string>
  readonly limits: readonly SubmittedLimit[] | undefined
  readonly rows?: readonly Pick<BareRow, 'target' | 'value'>[]
}

/**
 * Heads read lately, beside the bytes they were read from: whoever changes a submission, in this process or another, writes other bytes.
 * Decrypted, they are held in memory only, and for five minutes.
 */
const lately = new LRUCache<string, { readonly sealed: Buffer; readonly head: SubmittedHead }>({
  ...{ max: 1000, ttl: 300_000, ttlAutopurge: true },
})

/** The same without the rest of the submission; undefined for a draft. */
export async function submittedHead({ id, sealed }: Pick<StoredApplication, 'id' | 'sealed'>): Promise<Read<SubmittedHead | undefined>> {
  if (sealed === null) return { ok: true, value: undefined }
  const held = lately.get(id)
  if (held?.sealed.equals(sealed)) return { ok: true, value: held.head }
  const read = await headRead({ table: 'applications', id }, sealed)
  if (read.ok) lately.set(id, { sealed, head: read.value })
  return read
}

async function headRead(row: Row, sealed: Buffer): Promise<Read<SubmittedHead>> {
  const read = storedRead(row, sealed)
  if (!read.ok) return read
  const { value } = read
  const rows = () => value.rows.flatMap(({ target, value }) => (/^person\/.*\/name$/.test(target) ? [{ target, value }] : []))
  const head = (nameOfThen: () => StoredTexts) =>
    parseStored(row, () => ({ name: inEveryNow(nameOfThen()), limits: value.limits, rows: rows() }))
  if (!('wording' in value)) return head(() => value.name)
  const texts = await formTextsBy(value.wording)
  return texts.ok ? head(() => known(texts.value.names, value.service)) : texts
}

/**
 * What was submitted before conditions, departments and citations were stored with it, encrypted with what is known of them now; undefined
 * where it has them. A condition nobody knows any more stays without. @throws `Unreadable`
 */
export async function withTextsOfNow(row: { readonly id: string; readonly sealed: Buffer }): Promise<Buffer | undefined> {
  const submission = await decryptSubmission(row)
  if (!submission) return undefined
  const { service, asOf, trace, departments } = submission
  const now = trace.map((one) => ({
    ...{ ...conditionNow(service, one.condition, asOf), ...one },
    sources: one.sources.map((source) => ({ ...source, cited: citationOf(source) })),
  }))
  const isCited = trace.every(({ sources }) => sources.every(({ cited }) => cited))
  const isWhole = isCited && now.every(({ says, local }, index) => says === trace[index]?.says && local === trace[index]?.local)
  if (isWhole && departments) return undefined
  const stored = JSON.parse(decryptText(row.sealed, purposes.submission(row.id)) ?? '') as Stored
  const withTexts = stored.trace.map((one, index) => {
    const { says, local, sources } = now[index] ?? {}
    return { ...one, says, local, ...(isCited ? {} : { sources }) }
  })
  return encryptText(
    JSON.stringify({ ...stored, trace: withTexts, departments: departments ?? inCharge(service, undefined) }),
    purposes.submission(row.id),
  )
}

/** The submission of an application; undefined for a draft. @throws `Unreadable` */
export const decryptSubmission = async (stored: Pick<StoredApplication, 'id' | 'sealed'>) => readable(await submissionRead(stored))

/** Lists of objects, read as they are: a schema for their elements would copy each, in every row of every list. */
const objects = z.custom<readonly object[]>(
  (read) => Array.isArray(read) && read.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one)),
)

/** The fields every stored submission has. */
const bare = z.looseObject({ service: z.string(), trace: objects, rows: objects, papers: objects })
