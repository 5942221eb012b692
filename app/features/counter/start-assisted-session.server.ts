import { markDevice } from '#app/access/assisted-device.server.ts'
import { clearCookie } from '#app/access/cookies.server.ts'
import { findFolder } from '#app/access/find-folder.server.ts'
import { closeFolderSession, openFolderSession } from '#app/access/folder-session.server.ts'
import { openFolder, requirePlace, requireSignedIn, requireStaff } from '#app/access/guards.server.ts'
import { page, type RedirectTo, redirectTo, refused } from '#app/access/outcome.ts'
import { newPairingToken, pairingMinutes } from '#app/access/pairing.server.ts'
import { lockMinutes, parsePin } from '#app/access/pin-throttle.server.ts'
import { publicOrigin } from '#app/access/public-origin.server.ts'
import type { Actor, RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { type AssistedSession, endAssistedSessionOf, startAssistedSession } from '#app/cases/assisted-session.server.ts'
import { type OpenFolder, storedRead } from '#app/cases/folder.server.ts'
import { countyOf } from '#app/cases/folder.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { sharedSession } from '#app/cases/shared-session.server.ts'
import { folderInput } from '#app/cases/version.server.ts'
import { parseAssistance } from '#app/domain/assisted-session.ts'
import type { Day } from '#app/domain/day.ts'
import { isBlank, parseField } from '#app/domain/fields/index.ts'
import { covers } from '#app/domain/place.ts'
import type { Staff } from '#app/domain/staff.ts'
import { isClosed } from '#app/domain/status.ts'
import { offeredOn } from '#app/forms/application-form.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { typedFrom as fieldTypedFrom } from '#app/forms/inputs.ts'
import { parallelMode } from '#app/i18n/mode.ts'
import { counterReasons, paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { folderById } from '#db/folders.server.ts'
import { type Typed, untilField } from './start-assisted-session-form.tsx'

/** Data of the counter page: the form that starts an assisted session, or the running one. */
export async function counterLoader(context: RequestContext) {
  const { mode, query, actor } = context
  const staff = requireStaff(context, 'counter')
  const why = counterReasons.find((one) => one === query.get('why')) ?? null
  const assisted = actor.by === 'clerk' ? await shown(actor.assisted) : null
  return page({ mode, at: context.at, staff, assisted, why, paper: serviceIn(query.get('paper'), context.today), minutes: lockMinutes })
}

const serviceIn = (id: string | null, today: Day) => (id !== null && offeredOn(today).includes(id) ? id : null)

async function shown(assisted: AssistedSession) {
  const stored = assisted.folderId ? await folderById(assisted.folderId) : undefined
  const read = stored && (await storedRead(stored))
  // The folder says on its own pages that it cannot be read; the session can still be ended here.
  const open = read?.ok ? read.value : undefined
  return {
    code: open?.code ?? null,
    ...{ ground: assisted.assistance.ground, channel: assisted.assistance.channel, expiresAt: assisted.expiresAt.toISOString() },
    drafts: open?.applications.some(({ status }) => status === 'draft') ?? false,
    filed: open?.applications.some(({ submittedAt }) => submittedAt !== null) ?? false,
    screens: sharedSession(assisted.id).screens,
  }
}

/** What was typed while nobody was helped any more: stored for the folder it is of, and handed back once that is open. */
export type HandBack = {
  keep(form: FormValues): string
  back(folderId: string, carried: string): Promise<unknown>
}

/**
 * Starts an assisted session. An invalid form comes back as typed, and the session before goes on. With a new session
 * the browser clears what it stores of the one before.
 */
export async function startAssistedSessionAction(context: RequestContext, form: FormValues, handBack: HandBack) {
  const { mode, now, today: asOf } = context
  switchMode(form, context)
  const staff = requireStaff(context, 'counter')
  const typed = typedFrom(form, asOf)
  if (!form.has('who') && form.has(folderInput))
    return page({ typed: { ...typed, carried: handBack.keep(form) }, errors: [] as FieldError[] })
  if (form.get('do') === 'scan') return page({ typed: scanned(typed, asOf), errors: [] as FieldError[] })
  if (form.has('switch-to')) return page({ typed, errors: [] as FieldError[] })
  const until = parseField(untilField, typed.until, { asOf, counties: new Set(), people: [] })
  const parsed = parseAssistance({ ...typed, until: until.ok ? (until.value as Day | undefined) : undefined }, asOf)
  const errors: FieldError[] = parsed.ok
    ? []
    : parsed.faults.map((fault) => {
        const field = fieldOf[fault] ?? fault
        const isWrong = fault === 'until' && !until.ok && !isBlank(untilField, typed.until)
        return isWrong ? { key: `errors:field.${until.error}`, field, values: until.values } : { key: `counter:fault.${fault}`, field }
      })
  if (typed.who !== 'new' && typed.who !== 'existing') errors.unshift({ key: 'counter:fault.who', field: 'who' })
  if (errors.length > 0 || !parsed.ok) return refused({ typed, errors }, 'invalid')
  const folder =
    typed.who === 'existing' ? await opened(typed.code, String(form.get('pin') ?? ''), staff, now) : { ok: true as const, id: null }
  if (!folder.ok) return refused({ typed, errors: folder.errors }, folder.locked ? 'too-many' : 'invalid')
  const session = requireSignedIn(context)
  const assisted = await startAssistedSession(
    { staffId: staff.id, staffSession: session.idHash, place: requirePlace(staff), folderId: folder.id, assistance: parsed.assistance },
    now,
  )
  const actor: Actor = { by: 'clerk', assisted, practice: staff.practice, session }
  const cookie = assisted.folderId
    ? await openFolderSession({ ...context, actor }, assisted.folderId)
    : await closeFolderSession(context.cookies)
  const cookies = [clearCookie('check'), clearCookie('saved'), markDevice(assisted, now), cookie]
  const again = assisted.folderId ? await handBack.back(assisted.folderId, typed.carried) : undefined
  if (again) return page({ typed, errors: [] as FieldError[], again }, { cookies, forget: ['cache', 'storage'] })
  const to = typed.service && folder.id === null ? paths.apply(mode, typed.service) : paths.counter(mode)
  return redirectTo(to, { cookies, forget: ['cache', 'storage'] })
}

const fieldOf: Readonly<Record<string, string>> = {
  'seen-alone': 'seen',
  'guardian-seen': 'seen',
  'mandate-seen': 'seen',
  'until-over': 'until',
}

function typedFrom(form: FormValues, today: Day): Typed {
  const textOf = (name: string, most = 20) => String(form.get(name) ?? '').slice(0, most)
  return {
    ...{
      who: textOf('who'),
      ground: textOf('ground'),
      channel: textOf('channel') || 'counter',
      service: serviceIn(textOf('service', 60), today) ?? '',
    },
    ...{ code: textOf('code', 200), scan: textOf('scan', 200) },
    ...{ seen: form.getAll('seen').map(String), scope: form.getAll('scope').map(String) },
    until: fieldTypedFrom(form, untilField, 'until'),
    carried: String(form.get('kept') ?? ''),
  }
}

/** What a hand scanner typed: the address of a slip, with the code in its fragment, or that of a paper form. */
function scanned(typed: Typed, today: Day): Typed {
  const service = serviceIn(/[?&]paper=([\w-]+)/.exec(typed.scan)?.[1] ?? null, today)
  if (service) return { ...typed, scan: '', who: 'new', channel: 'paper', service }
  return { ...typed, scan: '', who: 'existing', code: typed.scan.slice(typed.scan.lastIndexOf('#') + 1) }
}

type Opened = { ok: true; id: string } | { ok: false; locked: boolean; errors: FieldError[] }

/** An existing folder. Whether one of another place exists is told to nobody who does not know its PIN. */
async function opened(code: string, pin: string, staff: Staff, now: Date): Promise<Opened> {
  const found = await findFolder(code, parsePin(pin), now, isThereFor(staff))
  if (found.ok) return found
  const { error } = found
  const key = error === 'no-match' || error === 'elsewhere' ? `counter:fault.${error}` : `errors:open-folder.${error}`
  const field = error === 'pin-form' ? 'pin' : 'code'
  return { ok: false, locked: error === 'locked', errors: [{ key, field, values: { minutes: lockMinutes } }] }
}

/**
 * Which folders a clerk may open: those with something open in the clerk's place, or without a county yet. Whoever moved has things in
 * several, and is helped in each; where nothing is open any more, wherever something was. Practice and real folders do not exist for each
 * other.
 */
function isThereFor(staff: Staff): (open: OpenFolder) => boolean {
  const place = requirePlace(staff)
  return ({ folder, applications }) => {
    const open = applications.filter(({ status }) => !isClosed(status))
    const counties = (open.length > 0 ? open : applications).map(({ county }) => county ?? countyOf(folder))
    const isWithin = counties.length === 0 || counties.some((county) => county === undefined || covers(place, county))
    return (folder.practice === true) === staff.practice && isWithin
  }
}

/** A GET of an address for posts only, as after signing in, redirects to the counter. */
export function redirectToCounter(context: RequestContext): RedirectTo {
  requireStaff(context, 'counter')
  return redirectTo(paths.counter(context.mode))
}

/** Ends the assisted session by hand; nothing of the resident stays in the browser. */
export async function endAssistedSessionAction(context: RequestContext): Promise<RedirectTo> {
  requireStaff(context, 'counter')
  await endAssistedSessionOf(requireSignedIn(context).idHash, context.now)
  const cookies = [clearCookie('check'), clearCookie('saved'), markDevice(null, context.now), await closeFolderSession(context.cookies)]
  return redirectTo(paths.counter(context.mode, { why: 'ended' }), { cookies, forget: ['cache', 'storage'] })
}

/** The page on which a resident's screen is paired; a redirect to the counter where there is no assisted session. */
export function pairingLoader(context: RequestContext) {
  const { mode, actor } = context
  const staff = requireStaff(context, 'counter')
  if (actor.by !== 'clerk') return redirectTo(paths.counter(mode, { why: 'nobody' }))
  return page({ mode, at: context.at, staff, way: null, address: null, minutes: pairingMinutes })
}

/**
 * Creates a pairing token for a resident's screen and shows it once. That screen opens in the language the resident reads; before there is a
 * folder that says which, in every language.
 */
export async function pairingAction(context: RequestContext) {
  const { mode, actor, now } = context
  requireStaff(context, 'counter')
  if (actor.by !== 'clerk') return redirectTo(paths.counter(mode, { why: 'nobody' }))
  const open = await openFolder(context)
  const beside = open ? languageOf(open.folder, open.applications) : parallelMode
  const way = paths.sharedSession(beside, newPairingToken(actor.assisted, actor.practice, now))
  const address = publicOrigin() === '' ? null : publicOrigin() + way
  return page({ way, address })
}
