import { type AssistedSession, endAssistedSession } from '#app/cases/assisted-session.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { type Day, dayOf } from '#app/domain/day.ts'
import { isMode, type Mode, modeOfPath, parallelMode } from '#app/i18n/mode.ts'
import type { StoredFolder } from '#db/folders.server.ts'
import { touchStaffSession } from '#db/staff-sessions.server.ts'
import { assistedSessionOf, type Over } from './assisted-right.server.ts'
import { type Cookies, readCookies } from './cookies.server.ts'
import { openFolderOf } from './folder-session.server.ts'
import { type SignedIn, signedIn, staffSessionHash } from './staff-session.server.ts'

/** Who acts: a resident, a clerk in an assisted session, or staff without one (or whose screen is locked). */
export type Actor =
  | { readonly by: 'resident' }
  | { readonly by: 'clerk'; readonly assisted: AssistedSession; readonly practice: boolean; readonly session: SignedIn }
  | { readonly by: 'staff'; readonly locked: boolean; readonly practice: boolean; readonly session: SignedIn }

/** Who asks, when, where and in which mode: determined once for each request and passed on from there. */
export type RequestContext = {
  readonly now: Date
  /** Today in Qinghai. */
  readonly today: Day
  readonly mode: Mode
  /** Path and query: of the page, for switches and links. */
  readonly at: string
  readonly path: string
  /** Where a browser sent the form from, `https://…`: the address of the site as its user has it. Empty where it did not say. */
  readonly origin: string
  readonly query: URLSearchParams
  /** Was a form posted? */
  readonly sends: boolean
  /** Is a page loaded that is shown after a form was posted to it, with what became of that? */
  readonly afterPost: boolean
  readonly cookies: Cookies
  readonly actor: Actor
  /** The hash of the device's staff session, whether or not it has ended. */
  readonly staffSession: string | undefined
  /** The open folder. Loaded on first use: most pages need none. */
  folder(): Promise<StoredFolder | undefined>
  /** An assisted session to be ended. */
  readonly overdue: Over | undefined
}

/** The header in which the listener hands on the origin of a form: Remix compares `Origin` itself with the host of inner requests. */
export const formOrigin = 'Form-Origin'

type Asked = Pick<Request, 'url' | 'method' | 'headers'>

/** Reads only: no session is touched or ended, nothing is written. Without a staff session nothing is looked up. `params.mode`: decoded. */
export async function requestContext(
  { url, method, headers }: Asked,
  params: { readonly mode?: string } = {},
  now = new Date(),
  afterPost = false,
): Promise<RequestContext> {
  const { pathname, search, searchParams } = new URL(url)
  const cookies = readCookies(headers.get('Cookie'))
  const staffSession = staffSessionHash(cookies)
  const { actor, overdue } = await actorOf(await signedIn(staffSession, now), now)
  const mode = isMode(params.mode) ? params.mode : (modeOfPath(pathname) ?? parallelMode)
  let folder: Promise<StoredFolder | undefined> | undefined
  return {
    now,
    today: dayOf(now),
    mode,
    at: pathname + search,
    path: pathname,
    origin: originOf(headers.get(formOrigin)),
    query: searchParams,
    sends: method === 'POST',
    afterPost,
    cookies,
    staffSession,
    actor,
    overdue,
    folder: () => {
      folder ??= openFolderOf(cookies, actor, now)
      return folder
    },
  }
}

/** The server takes no form of another origin. `null` and what is no web address do not say where the site is. */
const originOf = (sent: string | null): string => (sent && /^https?:\/\//.test(sent) && URL.canParse(sent) ? new URL(sent).origin : '')

async function actorOf(session: SignedIn | undefined, now: Date): Promise<{ actor: Actor; overdue?: Over | undefined }> {
  if (!session) return { actor: { by: 'resident' } }
  const { practice } = session.session
  const staff = { by: 'staff', locked: session.locked, practice, session } as const
  const current = session.locked ? undefined : await assistedSessionOf(session, now)
  if (current?.assisted) return { actor: { by: 'clerk', assisted: current.assisted, practice, session } }
  return { actor: staff, overdue: current?.over }
}

/** Ends the assisted session the context found to be over. */
export async function endExpiredAssistedSession({ overdue, now }: RequestContext): Promise<void> {
  if (overdue) await endAssistedSession(overdue, overdue.how, now)
}

/** Activity is not noted again for so long, in milliseconds. */
const noted = 30_000

/** Notes activity of the staff member at the screen: it stays unlocked. A locked screen stays locked. */
export async function touchSession({ actor, now }: RequestContext): Promise<void> {
  if (actor.by === 'resident' || actor.session.locked) return
  const { session, idHash } = actor.session
  if (now.getTime() - session.seenAt.getTime() > noted) await refusingFullDisk(touchStaffSession(idHash, now))
}
