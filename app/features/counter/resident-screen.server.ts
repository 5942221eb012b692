import { clearCookie } from '#app/access/cookies.server.ts'
import { type RedirectTo, redirectTo } from '#app/access/outcome.ts'
import { assistedSessionOfScreen, endExpiredOnScreen, isPairingToken, pairScreen } from '#app/access/pairing.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import type { AssistedSession } from '#app/cases/assisted-session.server.ts'
import { neededConsents } from '#app/cases/consent.ts'
import { draftsIn } from '#app/cases/drafts.server.ts'
import { type OpenFolder, openStored } from '#app/cases/folder.server.ts'
import { sharedSession, typedInSharedSession } from '#app/cases/shared-session.server.ts'
import { submissionRows } from '#app/cases/submission.ts'
import type { Day } from '#app/domain/day.ts'
import { fingerprint } from '#app/domain/fingerprint.ts'
import type { FormStep } from '#app/domain/form.ts'
import type { SharedSession } from '#app/domain/shared-session.ts'
import type { DraftApplication } from '#app/forms/application-form.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { inputName } from '#app/forms/inputs.ts'
import { paths } from '#app/paths.ts'
import { folderById } from '#db/folders.server.ts'
import { type SharedSessionShown, seenInput } from './shared-session-page.tsx'
import type { StepShown } from './shared-session-step.tsx'

/** State of a resident's own screen: pairing, an assisted session, or one that is over. */
export type Screen =
  | { readonly is: 'way-in'; readonly join: string; readonly good: boolean }
  | { readonly is: 'over' }
  | { readonly is: 'shared'; readonly assisted: AssistedSession; readonly state: SharedSession; readonly open: OpenFolder | undefined }

/** A step of a folder, and what the resident's screen shows of it; null where the folder has none there. */
export type StepFinder = (
  open: OpenFolder,
  place: { readonly block: string; readonly subject: string },
) => { readonly shown: StepShown; readonly wanted: readonly DraftApplication[]; readonly step: FormStep } | null

/** The folder of an assisted session, once it has one. */
export async function folderOfAssisted({ folderId }: Pick<AssistedSession, 'folderId'>): Promise<OpenFolder | undefined> {
  const stored = folderId ? await folderById(folderId) : undefined
  return stored && (await openStored(stored))
}

/** The state of the resident's own screen. An expired assisted session is ended here. */
export async function screenAt({ query, cookies, now }: RequestContext): Promise<Screen> {
  const join = query.get('join')
  if (join !== null) return { is: 'way-in', join, good: isPairingToken(join, now) }
  await endExpiredOnScreen(cookies, now)
  const assisted = await assistedSessionOfScreen(cookies, now)
  if (!assisted) return { is: 'over' }
  return { is: 'shared', assisted, state: sharedSession(assisted.id), open: await folderOfAssisted(assisted) }
}

/** What a screen clears after the assisted session. */
export const forgotten = { cookies: [clearCookie('screen')], forget: ['cache', 'storage'] } as const

/** The step of a page; undefined for any other page. */
export function stepOf({ place }: Pick<SharedSession, 'place'>): { block: string; subject: string } | undefined {
  const found = /^apply\/step\/([^/]+)\/([^/]+)$/.exec(place)
  return found ? { block: found[1] ?? '', subject: found[2] ?? '' } : undefined
}

/** What the resident's own screen shows: the clerk's page, read from the same folder. */
export function shownOn(
  { state, open }: Pick<Extract<Screen, { is: 'shared' }>, 'state' | 'open'>,
  findStep: StepFinder,
  { today }: Pick<RequestContext, 'today'>,
): SharedSessionShown {
  const place = stepOf(state)
  const step = (open && place && findStep(open, place)?.shown) ?? null
  const overview = overviewOf(open, state, today)
  return {
    ...{ place: state.place, code: open?.code ?? null, focus: state.focus, confirmed: state.confirmed.includes(state.place) },
    step: step && {
      ...step,
      fields: step.fields.map((one) => ({ ...one, typed: typedInSharedSession(state, inputName(one.field), one.typed) })),
    },
    ...overview,
    seen: seenIn(overview),
    filed: state.place.startsWith('applications') && (open?.applications.some(({ submittedAt }) => submittedAt !== null) ?? false),
  }
}

/** What is confirmed at once: all answers so far, or the consents the clerk's page asks for. */
type Overview = Pick<SharedSessionShown, 'rows' | 'consents'>

function overviewOf(open: OpenFolder | undefined, { place }: Pick<SharedSession, 'place'>, today: Day): Overview {
  const wanted = open ? draftsIn(open, today) : []
  return {
    rows: open && place === 'apply/answers' ? submissionRows(open.folder, wanted, today) : [],
    consents: open && place === 'apply/submit' ? neededConsents(open.folder, wanted, today) : [],
  }
}

const seenIn = (overview: Overview) => fingerprint(JSON.stringify(overview))

/** Does a form confirm another overview than the present one? A step is confirmed by what its inputs were shown with. */
export function isOtherOverview(form: FormValues, open: OpenFolder | undefined, state: Pick<SharedSession, 'place'>, today: Day): boolean {
  return form.has(seenInput) && form.get(seenInput) !== seenIn(overviewOf(open, state, today))
}

/** Pairs a screen, once. */
export async function joinAction(context: RequestContext, form: FormValues): Promise<RedirectTo> {
  const { mode, now } = context
  switchMode(form, context)
  const join = String(form.get('join') ?? '').slice(0, 60)
  const cookie = await pairScreen(join, now)
  return cookie ? redirectTo(paths.sharedSession(mode), { cookies: [cookie] }) : redirectTo(paths.sharedSession(mode, join || '-'))
}
