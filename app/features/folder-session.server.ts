import { contextBy } from '#app/access/by-request.server.ts'
import { setCookieHeader } from '#app/access/cookies.server.ts'
import { closeFolderSession, openFolderSession } from '#app/access/folder-session.server.ts'

/** Until every use case takes a context: opens a folder on a device. */
export async function openOn(request: Request, folderId: string, now: Date): Promise<{ 'Set-Cookie': string }> {
  return { 'Set-Cookie': setCookieHeader(await openFolderSession({ ...(await contextBy(request)), now }, folderId)) }
}

/** The same for `closeFolderSession`. */
export async function closeOn(request: Request): Promise<{ 'Set-Cookie': string }> {
  return { 'Set-Cookie': setCookieHeader(await closeFolderSession((await contextBy(request)).cookies)) }
}
