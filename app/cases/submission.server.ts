import { purposes } from '#app/domain/stored-labels.ts'
import { lockText, unlockText } from '#app/security/vault.server.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { type BareSubmission, inWords, type Submission } from './submission.ts'
import { wordingBy } from './wording.server.ts'

/** What was submitted, locked for the database. `wording`: the id of what the words of its form say (`wordingInForce`). */
export function lockedSubmission(applicationId: string, submission: BareSubmission, wording: string): Buffer {
  return lockText(JSON.stringify({ ...submission, wording }), purposes.submission(applicationId))
}

/** What was submitted for an application, in the words of that time; undefined for a draft. Throws where it does not unlock. */
export async function submissionIn({ id, sealed }: Pick<StoredApplication, 'id' | 'sealed'>): Promise<Submission | undefined> {
  if (sealed === null) return undefined
  const text = unlockText(sealed, purposes.submission(id))
  if (text === undefined) throw new Error('A submission does not unlock')
  const stored = JSON.parse(text) as Submission | (BareSubmission & { readonly wording: string })
  // What was submitted before words were kept by themselves brings its own.
  if (!('wording' in stored)) return stored
  const { wording, ...submission } = stored
  return inWords(submission, await wordingBy(wording))
}
