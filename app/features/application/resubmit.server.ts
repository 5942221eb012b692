import { corrected } from '#app/cases/corrected.ts'
import { countyOf, countyTarget, type Folder, sharedSince } from '#app/cases/folder.ts'
import { type Asked, onlyAsked } from '#app/cases/only-asked.ts'
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

/** The county a correction moves a case to; undefined where it stays where it is. */
export function movesTo(folder: Folder, { county }: Pick<StoredApplication, 'county'>, asked: Asked): string | undefined {
  const to = asked(countyTarget) ? countyOf(folder) : undefined
  return county !== null && to !== county ? to : undefined
}

/**
 * What is handed in with a correction: what was asked for from the folder, everything else as it was submitted. It goes on being judged by
 * the law of the day it was handed in first.
 */
export async function resubmissionOf(
  folder: Folder,
  application: StoredApplication,
  before: Submission | undefined,
  steps: readonly FormStep[],
  asked: Asked,
  mode: Mode,
  asOf: Day,
): Promise<Resubmission> {
  const files = await uploadsIn(application.folderId)
  // What was handed in with a paper of one service alone goes along with the one services share by now.
  const since = sharedSince(folder, [application])
  const isOf = (key: string, { paper }: StoredUpload) => paper === key || since.get(paper) === key
  const isSubmitted = ({ id }: StoredUpload) => !before || before.papers.some((one) => one.files.includes(id))
  const filesOf = (key: string) =>
    files.filter((file) => file.state === 'kept' && isOf(key, file) && (asked(`paper/${key}`) || isSubmitted(file))).map(({ id }) => id)
  const made = () => submissionOf(folder, application, before?.consents ?? [], filesOf, mode, before?.asOf ?? asOf)
  const submission = !before
    ? made()
    : formOf(application.service)
      ? onlyAsked({ before, now: made(), folder, wanted: application, steps, asked, files: filesOf })
      : corrected(before, folder, application, steps, filesOf, mode, asOf)
  return { submission, differs: differsIn(before, submission) }
}
