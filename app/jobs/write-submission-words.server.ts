import { withWordsOfNow } from '#app/cases/submission.server.ts'
import { isNotedAsDone, noteAsDone } from '#db/decisions.server.ts'
import { encryptedAfter, replaceEncrypted } from '#db/encrypted-columns.server.ts'

const batch = 100
/** How the job is remembered once it was done. */
const name = 'submission-words'

/** What a pass came to: submissions that got their words, and those left as they are: they cannot be read, or were written meanwhile. */
export type Worded = { readonly submissions: number; readonly left: number }

/**
 * Gives what was submitted before conditions and departments were stored with it their words, from what is known now: from then on it
 * reads the same for ever. Runs once in the life of an installation, beside the daily work; undefined where it was done before. What is
 * left is tried again at the next start.
 */
export async function writeSubmissionWords(now: Date): Promise<Worded | undefined> {
  if (await isNotedAsDone(name)) return undefined
  let [submissions, left] = [0, 0]
  for (let after: string | number | undefined; ; ) {
    const rows = await encryptedAfter('applications', after, batch)
    for (const { key, id, sealed } of rows) {
      if (sealed.length === 0) continue
      const came = await withWordsOfNow({ id, sealed }).catch(() => 'unreadable' as const)
      if (came === undefined) continue
      if (came !== 'unreadable' && (await replaceEncrypted('applications', key, sealed, came))) submissions += 1
      else left += 1
    }
    const last = rows.at(-1)
    if (!last) break
    after = last.key
    // Others have their turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (left === 0) await noteAsDone(name, now)
  return { submissions, left }
}
