import { contextBy } from '#app/access/by-request.server.ts'
import { openFolder, requireFolder } from '#app/access/guards.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import type { Mode } from '#app/i18n/mode.ts'

/** Until every use case takes a context: the folder that is open. */
export const folderOf = async (request: Request): Promise<OpenFolder | undefined> => openFolder(await contextBy(request))

/** The same for `requireFolder`. */
export const folderAt = async (request: Request, mode: Mode): Promise<OpenFolder> => requireFolder({ ...(await contextBy(request)), mode })
