import { corrected } from '#app/cases/corrected.ts'
import { type Folder, sharedSince } from '#app/cases/folder.ts'
import { differsIn } from '#app/cases/repeat-applications.ts'
import type { BareSubmission, Submission } from '#app/cases/submission.ts'
import { submissionOf } from '#app/cases/submission.ts'
import type { Day } from '#app/domain/day.ts'
import type { FormStep } from '#app/domain/form.ts'
import { formOf } from '#app/forms/application-form.ts'
import type { Mode } from '#app/i18n/mode.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { type StoredUpload, uploadsIn } from '#db/uploads.server.ts'

/** What a correction would hand in, and which of some targets stand otherwise in it than before. */
export type Resubmission = {
  readonly submission: BareSubmission | Submission
  readonly differs: (target: string) => boolean
}

/** What is handed in with a correction. It goes on being judged by the law of the day it was handed in first. */
export async function resubmissionOf(
  folder: Folder,
  application: StoredApplication,
  before: Submission | undefined,
  steps: readonly FormStep[],
  mode: Mode,
  asOf: Day,
): Promise<Resubmission> {
  const files = await uploadsIn(application.folderId)
  // What was handed in with a paper of one service alone goes along with the one services share by now.
  const since = sharedSince(folder, [application])
  const isOf = (key: string, { paper }: StoredUpload) => paper === key || since.get(paper) === key
  const filesOf = (key: string) => files.filter((file) => file.state === 'kept' && isOf(key, file)).map(({ id }) => id)
  const submission =
    before && !formOf(application.service)
      ? corrected(before, folder, application, steps, filesOf, mode, asOf)
      : submissionOf(folder, application, before?.consents ?? [], filesOf, mode, before?.asOf ?? asOf)
  return { submission, differs: differsIn(before, submission) }
}
