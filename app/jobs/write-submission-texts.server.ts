import { withTextsOfNow } from '#app/cases/submission.server.ts'
import { type EncryptedRow, encryptedAfter, replaceEncrypted } from '#db/encrypted-columns.server.ts'
import { type RowOutcome, runOnce } from './run-once.server.ts'

const batch = 100
/** How the job is remembered once it was done. What was done before citations were stored is remembered as `submission-words`. */
const name = 'submission-words-and-citations'

/** What a pass came to: submissions that got their texts, and those left as they are: they cannot be read, or were written meanwhile. */
export type Worded = { readonly submissions: number; readonly left: number }

/**
 * Gives what was submitted before conditions, departments and citations were stored with it their texts, from what is known now: from then on it
 * reads the same for ever. Once, as `runOnce` says.
 */
export async function writeSubmissionTexts(now: Date): Promise<Worded | undefined> {
  const result = await runOnce(name, now, (last?: EncryptedRow) => encryptedAfter('applications', last?.key, batch), write)
  return result && { submissions: result.done, left: result.left }
}

async function write({ key, id, sealed }: EncryptedRow): Promise<RowOutcome> {
  const encrypted = sealed.length === 0 ? undefined : await withTextsOfNow({ id, sealed })
  if (encrypted === undefined) return 'needless'
  return (await replaceEncrypted('applications', key, sealed, encrypted)) ? 'done' : 'left'
}
