import { logAccess, numbersAmong } from '#app/access/access-log.server.ts'
import { requireApplicant, requireFolder } from '#app/access/guards.server.ts'
import { page, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { draftsIn } from '#app/cases/drafts.server.ts'
import { type Folder, papersOf } from '#app/cases/folder.ts'
import { uploadsOf } from '#app/cases/folder-uploads.server.ts'
import { answersVersion } from '#app/cases/opened-answers.server.ts'
import { isOneScreen, sharedSession } from '#app/cases/shared-session.server.ts'
import { type Row, submissionRows } from '#app/cases/submission.ts'
import { type DraftApplication, stepsOf } from '#app/forms/application-form.ts'
import { isDone } from '#app/forms/application-progress.ts'
import { paths } from '#app/paths.ts'
import { shownPapers } from './upload-actions.server.ts'

/** Data of the review page. */
export async function answersLoader(context: RequestContext) {
  const { mode, today: asOf } = context
  const open = await requireFolder(context)
  const wanted = draftsIn(open, asOf)
  if (wanted.length === 0) return redirectTo(paths.applications(mode))
  const rows: Row[] = submissionRows(open.folder, wanted, asOf)
  const shown = rows.filter(({ empty }) => !empty).map(({ target }) => target)
  await logAccess(context, wanted, numbersAmong(shown))
  const unfinished = unfinishedStep(open.folder, wanted, asOf)
  const actor = requireApplicant(context)
  const sessionId = actor.by === 'clerk' ? actor.assisted.id : undefined
  return page({
    mode,
    at: context.at,
    oneScreen: sessionId !== undefined && isOneScreen(sessionId, mode),
    confirmed: sessionId !== undefined && sharedSession(sessionId).confirmed.includes('apply/answers'),
    rows,
    papers: await shownPapers(open, papersOf(open.folder, wanted, asOf)),
    savedAt: open.stored.savedAt.toISOString(),
    seen: answersVersion(open.folder, wanted, await uploadsOf(open), asOf),
    changed: context.query.get('why') === 'changed',
    unfinished: unfinished && paths.step(mode, unfinished.block, unfinished.subject, 'answers'),
  })
}

/** The first step that is not done; undefined where everything can be handed in. */
export function unfinishedStep(folder: Folder, wanted: readonly DraftApplication[], asOf: string) {
  return stepsOf(folder, wanted, asOf).find((step) => !isDone(folder, wanted, step, asOf))
}
