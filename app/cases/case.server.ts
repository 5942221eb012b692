import { type Read, readable } from '#app/security/stored-value.server.ts'
import { applicationById, type StoredApplication } from '#db/applications.server.ts'
import { folderById } from '#db/folders.server.ts'
import { folderAmong } from './folder.server.ts'
import type { Folder } from './folder.ts'

/** A case: the application, and its folder with its code. */
export type Case = { readonly application: StoredApplication; readonly folder: Folder; readonly code: string }

/** An application with the folder it lies in; or that this is not there or cannot be read. */
export async function caseRead(application: StoredApplication): Promise<Read<Case>> {
  const { folderId } = application
  const stored = await folderById(folderId)
  const read = folderAmong(new Map(stored ? [[folderId, stored]] : []), folderId)
  return read.ok ? { ok: true, value: { application, ...read.value } } : read
}

/** A case by its id. @throws where there is none; `Unreadable` */
export async function caseById(id: string): Promise<Case> {
  const application = await applicationById(id)
  if (!application) throw new Error(`No application ${id}`)
  return readable(await caseRead(application))
}
