import { requireApplicant, requireFolder, requireFolderOf } from '#app/access/guards.server.ts'
import { page, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { noteAdded } from '#app/cases/assisted-session.server.ts'
import { draftDays, newApplication, type OpenFolder, saveOpenFolder } from '#app/cases/folder.server.ts'
import { type Folder, papersOf } from '#app/cases/folder.ts'
import { firstOutdatedStep } from '#app/cases/outdated-answers.ts'
import { serviceOf } from '#app/cases/submission.ts'
import { folderMark } from '#app/cases/version.server.ts'
import type { Day } from '#app/domain/day.ts'
import { type DraftApplication, isDone, offeredOn, stepsOf, subjectName, withOwnMoved, withoutOwn } from '#app/forms/application-form.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { memberOf } from '#app/forms/members.ts'
import { paths } from '#app/paths.ts'
import { serviceById } from '#app/services/index.ts'
import { retiredOf, successorOf } from '#app/services/retired.ts'
import { removeUpload } from '#app/uploads/remove.server.ts'
import { rekeyUploads, uploadsIn } from '#db/uploads.server.ts'
import { draftsIn, retiredDraftsIn } from './drafts.server.ts'

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
  }))
  const papers = papersOf(folder, wanted, asOf)
  const kept = new Set((await uploadsIn(stored.id)).filter(({ state }) => state === 'kept').map(({ paper }) => paper))
  const next = steps.find(({ done }) => !done)
  return page({
    ...{ mode, at: context.at, code, savedAt: stored.savedAt.toISOString(), days: draftDays, steps, inFolder: folderMark(stored.id) },
    drafts: wanted.map((one) => draftShown(folder, one)),
    retired: gone.map((one) => ({
      ...draftShown(folder, one),
      ...{
        until: retiredOf('services', one.service)?.until ?? serviceById(one.service)?.until ?? null,
        successor: offeredFor(one.service, asOf) ?? null,
      },
    })),
    changed: firstOutdatedStep(folder, wanted, asOf) !== undefined,
    mayRemove: open.applications.length > 1,
    nothingSubmitted: open.applications.every(({ submittedAt }) => submittedAt === null),
    papers: { sent: papers.filter(({ key }) => kept.has(key)).length, all: papers.length },
    next: next ? paths.step(mode, next.block, next.subject) : paths.answers(mode),
  })
}

const draftShown = (folder: Folder, { number, service, member }: DraftApplication) => ({
  ...{ number, service },
  name: member === null ? null : (memberOf(folder, member)?.name ?? null),
})

/** The successor of a retired service, if it can be applied for. */
function offeredFor(service: string, asOf: Day): string | undefined {
  const found = successorOf('services', service)
  return found !== undefined && offeredOn(asOf).includes(found) ? found : undefined
}

/**
 * Deletes one draft, with the values and files only it has; everything else stays. The only application of a folder is deleted with the
 * folder. With `replace` the draft of a retired service becomes one of its successor, and its values stay.
 */
export async function removeDraftAction(context: RequestContext, form: FormValues) {
  const open = await requireFolderOf(context, form)
  const drafts = [...draftsIn(open, context.today), ...retiredDraftsIn(open, context.today)]
  const byNumber = (name: string) => drafts.find(({ number }) => number === Number(form.get(name)))
  const [replaced, removed] = [byNumber('replace'), byNumber('remove')]
  if (replaced) await replace(context, open, replaced)
  else if (removed && open.applications.length > 1) await remove(open, removed.number, context.now)
  return redirectTo(paths.folder(context.mode))
}

async function remove(open: OpenFolder, number: number, now: Date): Promise<void> {
  if (!(await saveOpenFolder(open, withoutOwn(open.folder, number), now, { remove: [number] }))) return
  for (const { id, paper } of await uploadsIn(open.stored.id)) if (paper.endsWith(`~n${number}`)) await removeUpload(open.stored.id, id)
}

async function replace(context: RequestContext, open: OpenFolder, { number, service, member }: DraftApplication): Promise<void> {
  const next = serviceById(offeredFor(service, context.today) ?? '')
  if (!next) return
  const [now, to] = [context.now, Math.max(...open.applications.map((one) => one.number)) + 1]
  const added = newApplication(to, next.id, next.unit === 'household' ? null : (member ?? open.folder.applicant))
  if (draftsIn(open, context.today).some((one) => one.service === added.service && one.member === added.member))
    return remove(open, number, now)
  if (!(await saveOpenFolder(open, withOwnMoved(open.folder, number, to), now, { add: [added], remove: [number] }))) return
  const own = next.documents.filter(({ paper }) => paper === undefined)
  await rekeyUploads(open.stored.id, new Map(own.map(({ id }) => [`${service}.${id}~n${number}`, `${next.id}.${id}~n${to}`])))
  const filler = requireApplicant(context)
  if (filler.by === 'clerk') await noteAdded(filler.assisted, [added], now)
}
