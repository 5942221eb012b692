import { lockText, unlockText } from '#app/security/vault.server.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { inWords, type KeyedSubmission, type Submission } from './submission.ts'
import { wordingBy } from './wording.server.ts'

const purpose = (id: string) => `submission ${id}`

/** What was submitted, locked for the database. `wording`: the id of what the words of its form say (`wordingInForce`). */
export function lockedSubmission(applicationId: string, submission: KeyedSubmission, wording: string): Buffer {
  return lockText(JSON.stringify({ ...submission, wording }), purpose(applicationId))
}

/** What was submitted for an application, in the words of that time; undefined for a draft. Throws where it does not unlock. */
export async function submissionIn({ id, sealed }: Pick<StoredApplication, 'id' | 'sealed'>): Promise<Submission | undefined> {
  if (sealed === null) return undefined
  const text = unlockText(sealed, purpose(id))
  if (text === undefined) throw new Error('A submission does not unlock')
  const stored = JSON.parse(text) as Submission | (KeyedSubmission & { readonly wording: string })
  // What was submitted before words were kept by themselves brings its own.
  if (!('wording' in stored)) return stored
  const { wording, ...submission } = stored
  const words = await wordingBy(wording)
  return inWords(submission, (key) => {
    const said = words[key]
    if (!said) throw new Error(`The words of a submission lack ${key}`)
    return said
  })
}
