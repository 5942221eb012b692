import { requireFolder } from '#app/access/guards.server.ts'
import { page, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { draftsIn, retiredDraftsIn } from '#app/cases/drafts.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { draftDays, papersOf } from '#app/cases/folder.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { uploadsOf } from '#app/cases/folder-uploads.server.ts'
import { firstOutdatedStep } from '#app/cases/outdated-answers.ts'
import { serviceOf } from '#app/cases/submission.ts'
import { folderMark } from '#app/cases/version.server.ts'
import { stepsOf, subjectName } from '#app/forms/application-form.ts'
import { isDone, isFilledBefore } from '#app/forms/application-progress.ts'
import { memberOf } from '#app/forms/members.ts'
import { paths } from '#app/paths.ts'
import { endedOn } from '#app/services/index.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import type { StoredUpload } from '#db/uploads.server.ts'
import { tooYoungIn } from './name-adult.server.ts'
import { draftVersion, offeredFor } from './remove-draft.server.ts'

/** Data of the list of a folder's steps. */
export async function folderLoader(context: RequestContext) {
  const { mode, today: asOf } = context
  const open = await requireFolder(context)
  const { folder, stored, code } = open
  const wanted = draftsIn(open, asOf)
  const gone = retiredDraftsIn(open, asOf)
  if (wanted.length + gone.length === 0) return redirectTo(paths.applications(mode))
  const steps = stepsOf(folder, wanted, asOf).map((step) => ({
    ...{ block: step.block, subject: step.subject, name: subjectName(folder, wanted, step), service: serviceOf(wanted, step) },
    done: isDone(folder, wanted, step, asOf),
    filled: isFilledBefore(folder, wanted, step, asOf),
  }))
  const papers = papersOf(folder, wanted, asOf)
  const files = await uploadsOf(open)
  const sentPapers = new Set(files.filter(({ state }) => state === 'kept').map(({ paper }) => paper))
  const next = steps.find(({ done }) => !done)
  return page({
    ...{
      mode,
      at: context.at,
      code,
      savedAt: stored.savedAt.toISOString(),
      days: draftDays,
      steps,
      language: languageOf(folder, open.applications),
      inFolder: folderMark(stored.id),
    },
    drafts: wanted.map((one) => draftShown(open, one, files)),
    retired: gone.map((one) => ({
      ...draftShown(open, one, files),
      ...{
        until: endedOn(one.service, asOf)?.until ?? null,
        successor: offeredFor(one.service, asOf) ?? null,
      },
    })),
    tooYoung: tooYoungIn(open, wanted, asOf) ?? null,
    changed: firstOutdatedStep(folder, wanted, asOf) !== undefined,
    mayRemove: open.applications.length > 1,
    nothingSubmitted: open.applications.every(({ submittedAt }) => submittedAt === null),
    papers: { sent: papers.filter(({ key }) => sentPapers.has(key)).length, all: papers.length },
    next: next ? paths.step(mode, next.block, next.subject) : paths.answers(mode),
  })
}

const draftShown = (open: OpenFolder, draft: StoredApplication, files: readonly StoredUpload[]) => ({
  ...{ number: draft.number, service: draft.service, version: draftVersion(open, draft, files) },
  name: draft.member === null ? null : (memberOf(open.folder, draft.member)?.name ?? null),
})
