import { z } from 'zod'
import { purposes } from '#app/domain/stored-labels.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import { parseStored, type Read, readable, readStored } from '#app/security/stored-value.server.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { formTextsBy } from './form-texts.server.ts'
import { inOwnWords, inWords } from './form-texts.ts'
import type { BareSubmission, Submission } from './submission.ts'

/** A submission, encrypted for the database. `wording`: id of its form texts (`saveFormTexts`); a submission with texts of its own keeps those. */
export function encryptSubmission(applicationId: string, submission: BareSubmission | Submission, wording: string): Buffer {
  const stored = 'name' in submission ? submission : { ...submission, wording }
  return encryptText(JSON.stringify(stored), purposes.submission(applicationId))
}

type Stored = Submission | (BareSubmission & { readonly wording: string })

/** The submission of an application, in the texts of that time; undefined for a draft; or the row that cannot be read. */
export async function submissionRead({ id, sealed }: Pick<StoredApplication, 'id' | 'sealed'>): Promise<Read<Submission | undefined>> {
  if (sealed === null) return { ok: true, value: undefined }
  const row = { table: 'applications', id }
  const read = readStored(
    row,
    sealed,
    purposes.submission(id),
    (plain) => bare.parse(JSON.parse(plain.toString('utf8'))) as unknown as Stored,
  )
  // Submissions made before form texts were stored separately contain their own.
  if (!read.ok) return read
  const { value } = read
  if (!('wording' in value)) return parseStored(row, () => inOwnWords(value))
  const { wording, ...submission } = value
  const words = await formTextsBy(wording)
  return words.ok ? parseStored(row, () => inWords(submission, words.value)) : words
}

/** The submission of an application; undefined for a draft. @throws `Unreadable` */
export const decryptSubmission = async (stored: Pick<StoredApplication, 'id' | 'sealed'>) => readable(await submissionRead(stored))

/** The fields every stored submission has. */
const bare = z.looseObject({
  service: z.string(),
  trace: z.array(z.looseObject({})),
  rows: z.array(z.looseObject({})),
  papers: z.array(z.looseObject({})),
})
