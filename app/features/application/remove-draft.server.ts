import { requireApplicant, requireFolderOf, requireReopened } from '#app/access/guards.server.ts'
import { type Page, page, type RedirectTo, type Refused, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { noteAdded } from '#app/cases/assisted-session.server.ts'
import type { Difference } from '#app/cases/differences.ts'
import { draftsIn, retiredDraftsIn } from '#app/cases/drafts.server.ts'
import { newApplication, type OpenFolder, saveOpenFolder } from '#app/cases/folder.server.ts'
import { paperTextKey } from '#app/cases/folder.ts'
import { bothOf } from '#app/cases/stored-texts.ts'
import { rowsOfSteps, textInEvery } from '#app/cases/submission.ts'
import { afterConflict, contentVersion, openedAt } from '#app/cases/version.server.ts'
import type { Day } from '#app/domain/day.ts'
import { formOf, offeredOn } from '#app/forms/application-form.ts'
import { withOwnMoved, withoutOwn } from '#app/forms/application-values.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { memberOf } from '#app/forms/members.ts'
import { paperName, serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { serviceAfter, serviceById } from '#app/services/index.ts'
import { removeUpload } from '#app/uploads/remove.server.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { rekeyUploads, type StoredUpload, uploadsIn } from '#db/uploads.server.ts'
import type { RemovedWithFiles } from './remove-draft-page.tsx'
import { unaskedFiles } from './unasked-files.server.ts'

/** The successor of a retired service, if it can be applied for. */
export function offeredFor(service: string, asOf: Day): string | undefined {
  const found = serviceAfter(service)
  return found !== undefined && offeredOn(asOf).includes(found) ? found : undefined
}

/** The files only one draft has. */
const ownFiles = (files: readonly StoredUpload[], number: number) => files.filter(({ paper }) => paper.endsWith(`~n${number}`))

/** The version of what is deleted with a draft: which application it is, its own values, and its own files. Numbers are given again. */
export function draftVersion({ folder }: OpenFolder, { id, number }: StoredApplication, files: readonly StoredUpload[]): string {
  const values = Object.entries(folder.values).filter(([key]) => key.startsWith(`own/n${number}/`))
  return contentVersion([id, values, ownFiles(files, number).map((file) => file.id)])
}

/** What can be done with a draft in the list of a folder. */
const acts = ['replace', 'remove'] as const

/** A draft that changed since the list was opened: what stands in it now, beside what was to be done with it. `version` goes back into its form. */
export type DraftConflict = {
  readonly act: (typeof acts)[number]
  readonly number: number
  readonly version: string
  readonly differences: readonly Difference[]
}

/**
 * Deletes one draft, with the values and files only it has; everything else stays. The only application of a folder is deleted with the
 * folder. Photographs only it has use for go with it once that was asked (`sure`). With `replace` the draft of a retired service becomes one of its successor, and its values stay. Neither is done where
 * something else stands in the draft than when the list was opened.
 */
export async function removeDraftAction(
  context: RequestContext,
  form: FormValues,
): Promise<RedirectTo | Refused<DraftConflict> | Page<{ removing: RemovedWithFiles }>> {
  switchMode(form, context)
  const act = acts.find((one) => form.has(one))
  for (let open = await requireFolderOf(context, form); ; open = await requireReopened(context, open)) {
    const drafts = [...draftsIn(open, context.today), ...retiredDraftsIn(open, context.today)]
    const draft = act && drafts.find(({ number }) => number === Number(form.get(act)))
    if (!act || !draft || (act === 'remove' && open.applications.length === 1)) return redirectTo(paths.folder(context.mode))
    const files = await uploadsIn(open.stored.id)
    const [version, opened] = [draftVersion(open, draft, files), openedAt(form)]
    if (version !== opened) {
      const differences = standingIn(open, draft, files, act, context.today)
      return refused({ act, number: draft.number, version: afterConflict(version, opened), differences }, 'conflict')
    }
    const going = act === 'remove' && !form.has('sure') ? await filesOnlyOf(open, draft, files, context.today) : []
    if (going.length > 0) return page({ removing: { ...inFull(open, draft), version, files: byPaper(going) } })
    if (form.has('switch-to')) return redirectTo(paths.folder(context.mode))
    // Saved elsewhere meanwhile, perhaps another application: tried again on the present content.
    const result = act === 'replace' ? await replace(context, open, draft) : await remove(open, draft.number, context.now)
    if (result) return redirectTo(paths.folder(context.mode))
  }
}

/** The files only a draft has use for: its own, and those nothing else asks for. */
async function filesOnlyOf(
  open: OpenFolder,
  draft: StoredApplication,
  files: readonly StoredUpload[],
  asOf: Day,
): Promise<readonly StoredUpload[]> {
  const without = { ...open, applications: open.applications.filter(({ id }) => id !== draft.id) }
  const before = new Set((await unaskedFiles(open, files, asOf)).map(({ id }) => id))
  const left = (await unaskedFiles(without, files, asOf)).filter(({ id }) => !before.has(id))
  const own = ownFiles(files, draft.number).filter(({ state }) => state === 'kept')
  return [...own, ...left.filter(({ id }) => own.every((one) => one.id !== id))]
}

const byPaper = (files: readonly StoredUpload[]) =>
  [...new Set(files.map(({ paper }) => paper))].map((key) => ({
    ...{ textKey: paperTextKey(key), count: files.filter(({ paper }) => paper === key).length },
  }))

const inFull = ({ folder }: OpenFolder, { number, service, member }: StoredApplication) => ({
  ...{ number, service, name: member === null ? null : (memberOf(folder, member)?.name ?? null) },
})

/** Everything that stands in a draft, and what was to be done with it. */
function standingIn(
  { folder }: OpenFolder,
  draft: StoredApplication,
  files: readonly StoredUpload[],
  act: DraftConflict['act'],
  asOf: Day,
): Difference[] {
  const { number, service } = draft
  const typed = textInEvery(act === 'remove' ? 'apply:folder.remove' : 'retired:draft.replace')
  const step = { block: 'own', subject: `n${number}`, fields: formOf(service)?.own ?? [] }
  const rows = rowsOfSteps(folder, [draft], [step], asOf).filter(({ empty }) => !empty)
  const papers = ownFiles(files, number).map(({ paper }) => paper)
  return [
    { id: 'service', label: textInEvery('apply:folder.services'), now: bothOf(serviceName(service)), typed },
    ...rows.map(({ target, label, value }) => ({ id: target, label, now: value, typed })),
    ...[...new Set(papers)].map((paper) => ({
      ...{ id: paper, label: bothOf(paperName(paperTextKey(paper))), typed },
      now: textInEvery('application:files', { count: papers.filter((one) => one === paper).length }),
    })),
  ]
}

/** Deletes a draft; false where the folder was saved elsewhere meanwhile. */
async function remove(open: OpenFolder, number: number, now: Date): Promise<boolean> {
  if (!(await saveOpenFolder(open, withoutOwn(open.folder, number), now, { remove: [number] }))) return false
  for (const { id } of ownFiles(await uploadsIn(open.stored.id), number)) await removeUpload(open.stored.id, id)
  return true
}

/** Makes a draft one of the successor of its service, if it has one; false where the folder was saved elsewhere meanwhile. */
async function replace(context: RequestContext, open: OpenFolder, { number, service, member }: StoredApplication): Promise<boolean> {
  const next = serviceById(offeredFor(service, context.today) ?? '')
  if (!next) return true
  const [now, to] = [context.now, Math.max(...open.applications.map((one) => one.number)) + 1]
  const added = newApplication(to, next.id, next.unit === 'household' ? null : (member ?? open.folder.applicant))
  if (draftsIn(open, context.today).some((one) => one.service === added.service && one.member === added.member))
    return remove(open, number, now)
  if (!(await saveOpenFolder(open, withOwnMoved(open.folder, number, to), now, { add: [added], remove: [number] }))) return false
  const own = next.documents.filter(({ paper }) => paper === undefined)
  await rekeyUploads(open.stored.id, new Map(own.map(({ id }) => [`${service}.${id}~n${number}`, `${next.id}.${id}~n${to}`])))
  const actor = requireApplicant(context)
  if (actor.by === 'clerk') await noteAdded(actor.assisted, [added], now)
  return true
}
