import { closeFolderSession } from '#app/access/folder-session.server.ts'
import { requireFolder } from '#app/access/guards.server.ts'
import { page, type RedirectTo, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { keptDays } from '#app/domain/application.ts'
import { paths } from '#app/paths.ts'
import { deleteFile } from '#app/uploads/file-store.server.ts'
import { removeFolder } from '#db/folders.server.ts'
import { uploadsIn } from '#db/uploads.server.ts'

/** Data of the page that deletes a folder. */
export async function deleteFolderLoader(context: RequestContext) {
  const { applications } = await requireFolder(context)
  const allowed = applications.every(({ submittedAt }) => submittedAt === null)
  return page({ mode: context.mode, at: context.at, allowed, days: keptDays('withdrawn') })
}

/** Deletes a folder of which nothing was submitted, with its files, and closes it on this device. */
export async function deleteFolderAction(context: RequestContext): Promise<RedirectTo> {
  const { stored } = await requireFolder(context)
  const papers = (await uploadsIn(stored.id)).map(({ id }) => id)
  if (!(await refusingFullDisk(removeFolder(stored.id)))) return redirectTo(paths.deleteFolder(context.mode))
  for (const id of papers) await deleteFile(id)
  return redirectTo(paths.openFolder(context.mode, 'deleted'), { cookies: [await closeFolderSession(context.cookies)] })
}
