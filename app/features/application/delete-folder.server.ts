import { closeFolderSession } from '#app/access/folder-session.server.ts'
import { requireFolder, requireFolderOf, requireReopened } from '#app/access/guards.server.ts'
import { page, type RedirectTo, type Refused, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import type { Difference } from '#app/cases/differences.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { bothOf } from '#app/cases/stored-texts.ts'
import { textInEvery } from '#app/cases/submission.ts'
import { afterConflict, contentVersion, folderMark, openedAt } from '#app/cases/version.server.ts'
import { storedDays } from '#app/domain/status.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { serviceName, statusName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { deleteFile } from '#app/uploads/file-store.server.ts'
import { removeFolder } from '#db/folders.server.ts'
import { uploadsIn } from '#db/uploads.server.ts'

/** The version of everything in a folder. */
const folderVersion = ({ stored, applications }: OpenFolder, files: readonly { id: string }[]) =>
  contentVersion([stored.version, applications.map(({ id, status }) => [id, status]), files.map(({ id }) => id)])

/** May a folder be deleted? Not once something of it was submitted. */
const isDeletable = ({ applications }: OpenFolder) => applications.every(({ submittedAt }) => submittedAt === null)

/** Data of the page that deletes a folder. */
export async function deleteFolderLoader(context: RequestContext) {
  const open = await requireFolder(context)
  return page({
    ...{ mode: context.mode, at: context.at, allowed: isDeletable(open), days: storedDays('withdrawn') },
    ...{ inFolder: folderMark(open.stored.id), version: folderVersion(open, await uploadsIn(open.stored.id)) },
  })
}

/** Deletes a folder of which nothing was submitted, with its files, and closes it on this device; not one that changed since it was shown. */
export async function deleteFolderAction(
  context: RequestContext,
  form: FormValues,
): Promise<RedirectTo | Refused<{ version: string; differences: readonly Difference[] }>> {
  switchMode(form, context)
  for (let open = await requireFolderOf(context, form); ; open = await requireReopened(context, open)) {
    const { stored, applications } = open
    const files = await uploadsIn(stored.id)
    const [version, opened] = [folderVersion(open, files), openedAt(form)]
    if (version !== opened) {
      const typed = textInEvery('application:delete.button')
      const differences = applications.map(({ id, service, status }) => ({
        ...{ id, label: bothOf(serviceName(service)), now: bothOf(statusName(status)), typed },
      }))
      return refused({ version: afterConflict(version, opened), differences }, 'conflict')
    }
    // Of what was handed in nothing is deleted, and the page says so; nor by a switch of the language.
    if (form.has('switch-to') || !isDeletable(open)) return redirectTo(paths.deleteFolder(context.mode))
    if (!(await refusingFullDisk(removeFolder(stored)))) continue
    for (const { id } of files) await deleteFile(id)
    return redirectTo(paths.openFolder(context.mode, 'deleted'), { cookies: [await closeFolderSession(context.cookies)] })
  }
}
