import { clearCookie } from '#app/access/cookies.server.ts'
import { type RedirectTo, redirectTo } from '#app/access/outcome.ts'
import { assistedSessionOfScreen, endExpiredOnScreen, isPairingToken, pairScreen } from '#app/access/pairing.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import type { AssistedSession } from '#app/cases/assisted-session.server.ts'
import { type OpenFolder, openStored } from '#app/cases/folder.server.ts'
import { sharedSession } from '#app/cases/shared-session.server.ts'
import { submissionRows } from '#app/cases/submission.ts'
import type { SharedSession } from '#app/domain/shared-session.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { folderById } from '#db/folders.server.ts'

/** State of a resident's own screen: pairing, an assisted session, or one that is over. */
export type Screen =
  | { readonly is: 'way-in'; readonly join: string; readonly good: boolean }
  | { readonly is: 'over' }
  | { readonly is: 'shared'; readonly assisted: AssistedSession; readonly state: SharedSession; readonly open: OpenFolder | undefined }

/** The state of the resident's own screen. An expired assisted session is ended here. */
export async function screenAt({ query, cookies, now }: RequestContext): Promise<Screen> {
  const join = query.get('join')
  if (join !== null) return { is: 'way-in', join, good: isPairingToken(join, now) }
  await endExpiredOnScreen(cookies, now)
  const assisted = await assistedSessionOfScreen(cookies, now)
  if (!assisted) return { is: 'over' }
  const stored = assisted.folderId ? await folderById(assisted.folderId) : undefined
  return { is: 'shared', assisted, state: sharedSession(assisted.id), open: stored && (await openStored(stored)) }
}

/** What a screen clears after the assisted session. */
export const forgotten = { cookies: [clearCookie('screen')], forget: ['cache', 'storage'] } as const

/** The step of a page; undefined for any other page. */
export function stepOf({ place }: Pick<SharedSession, 'place'>): { block: string; subject: string } | undefined {
  const found = /^apply\/step\/([^/]+)\/([^/]+)$/.exec(place)
  return found ? { block: found[1] ?? '', subject: found[2] ?? '' } : undefined
}

/** All answers so far, for review in the reader's language. */
export function rowsIn(open: OpenFolder, { today }: Pick<RequestContext, 'today'>) {
  return submissionRows(
    open.folder,
    open.applications.filter(({ status }) => status === 'draft'),
    today,
  )
}

/** Pairs a screen, once. */
export async function joinAction(context: RequestContext, form: FormValues): Promise<RedirectTo> {
  const { mode, now } = context
  switchMode(form, context)
  const join = String(form.get('join') ?? '').slice(0, 60)
  const cookie = await pairScreen(join, now)
  return cookie ? redirectTo(paths.sharedSession(mode), { cookies: [cookie] }) : redirectTo(paths.sharedSession(mode, join || '-'))
}
