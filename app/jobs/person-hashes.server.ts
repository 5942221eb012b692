import { personHashesOf } from '#app/cases/duplicates.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import type { Submission } from '#app/cases/submission.ts'
import { personOf } from '#app/forms/application-form.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { StoredApplication } from '#db/applications.server.ts'

type Hashed = Pick<StoredApplication, 'number' | 'service' | 'member' | 'personHash' | 'detailsHash'>

/**
 * Which of the hashes that find a second application of the same person is another than its content says; undefined where none is.
 * The content is what was submitted, or the folder as it is now: hashes that were added later come from that. A birth date that was
 * changed since it was submitted proves nothing: it is left.
 */
export function wrongPersonHash(application: Hashed, folder: Folder, submission: Submission): 'person_hash' | 'details_hash' | undefined {
  const submitted = personHashesOf({ ...folder, values: valuesOf(submission) }, application)
  const now = personHashesOf(folder, application)
  if (![submitted, now].some(({ personHash }) => personHash === application.personHash)) return 'person_hash'
  if ([submitted, now].some(({ detailsHash }) => detailsHash === application.detailsHash)) return undefined
  return submitted.personHash !== null || isBirthDateStored(application, folder, submission) ? 'details_hash' : undefined
}

/** What was submitted as plain text: names and numbers, as they stood in the folder. */
const valuesOf = ({ rows }: Submission) => Object.fromEntries(rows.map(({ target, value }) => [target, value.zh]))

function isBirthDateStored(application: Hashed, folder: Folder, { rows }: Submission): boolean {
  const person = personOf(folder, application)
  const born = folder.members.find(({ id }) => id === person)?.answers['birth-date']
  const shown = rows.find(({ target }) => target === `person/${person}/birth-date`)?.value.zh
  return typeof born === 'string' && /^\d{4}-\d\d-\d\d$/.test(born) && shown === formatDay('zh', born)
}
