import { json, redirect } from '@remix-run/node'
import { findFolder, type OpenFolder, openStored } from '#app/cases/folder.server.ts'
import { countyOf, formOf } from '#app/cases/folder.ts'
import { beginHelp, type Client, endHelpOf } from '#app/cases/helping.server.ts'
import { lockMinutes, readPin } from '#app/cases/pin-gate.server.ts'
import { together } from '#app/cases/together.server.ts'
import type { Day } from '#app/domain/day.ts'
import { parseField } from '#app/domain/fields/index.ts'
import { readHelp } from '#app/domain/helping.ts'
import { covers } from '#app/domain/place.ts'
import type { Staff } from '#app/domain/staff.ts'
import { typedFrom as fieldTypedFrom } from '#app/forms/inputs.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { folderById } from '#db/folders.server.ts'
import { keyboardOf } from '../client-session.server.ts'
import { modeOf, placeOf, today } from '../page-data.ts'
import { publicOrigin } from '../public-origin.server.ts'
import { placeOfStaff, staffAt, staffSessionOf } from '../staff-session.server.ts'
import { switchMode } from '../switch-mode.server.ts'
import { type Typed, untilField } from './begin-form.tsx'
import { joinMinutes, newJoin } from './joining.server.ts'

type Params = { mode?: string }
const helpers = ['clerk'] as const

/** Whoever may help at the counter. */
export const helperAt = (request: Request, mode: Mode): Promise<Staff> => staffAt(request, mode, helpers)

/** Everything the page of the counter shows: how one begins, or whom one is helping. */
export async function showCounter(request: Request, params: Params) {
  const mode = modeOf(params)
  const staff = await helperAt(request, mode)
  const [keyboard, query] = [await keyboardOf(request), new URL(request.url).searchParams]
  const why = (['nobody', 'scope', 'ended'] as const).find((one) => one === query.get('why')) ?? null
  const client = keyboard.by === 'clerk' ? await shown(keyboard.client) : null
  return json({ mode, at: placeOf(request), staff, client, why, paper: serviceIn(query.get('paper')), minutes: lockMinutes })
}

const serviceIn = (words: string | null) => (words !== null && formOf(words) ? words : null)

async function shown(client: Client) {
  const stored = client.folderId ? await folderById(client.folderId) : undefined
  const open = stored && (await openStored(stored))
  return {
    code: open?.code ?? null,
    ...{ ground: client.help.ground, channel: client.help.channel, expiresAt: client.expiresAt.toISOString() },
    drafts: open?.applications.some(({ status }) => status === 'draft') ?? false,
    filed: open?.applications.some(({ submittedAt }) => submittedAt !== null) ?? false,
    screens: together(client.id).screens,
  }
}

/** What was begun: for whom, with which folder; or what is to be shown beside the form again. */
export type Begun = { readonly client: Client; readonly to: string }

/** Begins to help somebody. What cannot be taken comes back as typed, with status 422, and whoever was helped before still is. */
export async function takeBegin(request: Request, params: Params): Promise<Begun | Response> {
  const [mode, asOf, now] = [modeOf(params), today(), new Date()]
  const form = await request.formData()
  switchMode(form, request, mode)
  const staff = await helperAt(request, mode)
  const typed = typedFrom(form)
  if (form.get('do') === 'scan') return json({ typed: scanned(typed), errors: [] as FieldError[] })
  if (form.has('switch-to')) return json({ typed, errors: [] as FieldError[] })
  const until = parseField(untilField, typed.until, { asOf, counties: new Set(), people: [] })
  const read = readHelp({ ...typed, until: until.ok ? (until.value as Day | undefined) : undefined }, asOf)
  const errors: FieldError[] = read.ok
    ? []
    : read.faults.map((fault) => ({ key: `counter:fault.${fault}`, field: fieldOf[fault] ?? fault }))
  if (typed.who !== 'new' && typed.who !== 'existing') errors.unshift({ key: 'counter:fault.who', field: 'who' })
  if (errors.length > 0 || !read.ok) return json({ typed, errors }, { status: 422 })
  const folder =
    typed.who === 'existing' ? await opened(typed.code, String(form.get('pin') ?? ''), staff, now) : { ok: true as const, id: null }
  if (!folder.ok) return json({ typed, errors: folder.errors }, { status: folder.locked ? 429 : 422 })
  const staffSession = staffSessionOf(request)
  if (!staffSession) throw redirect(paths.signIn(mode, placeOf(request)), 303)
  const client = await beginHelp({ staffId: staff.id, staffSession, folderId: folder.id, help: read.help }, now)
  return { client, to: typed.service && folder.id === null ? paths.apply(mode, typed.service) : paths.counter(mode) }
}

const fieldOf: Readonly<Record<string, string>> = {
  'seen-alone': 'seen',
  'guardian-seen': 'seen',
  'mandate-seen': 'seen',
  'until-over': 'until',
}

function typedFrom(form: FormData): Typed {
  const words = (name: string, most = 20) => String(form.get(name) ?? '').slice(0, most)
  return {
    ...{
      who: words('who'),
      ground: words('ground'),
      channel: words('channel') || 'counter',
      service: serviceIn(words('service', 60)) ?? '',
    },
    ...{ code: words('code', 200), scan: words('scan', 200) },
    ...{ seen: form.getAll('seen').map(String), scope: form.getAll('scope').map(String) },
    until: fieldTypedFrom(form, untilField, 'until'),
  }
}

/** What a hand scanner typed: the address of a slip, with the code behind it, or that of a form on paper. */
function scanned(typed: Typed): Typed {
  const service = serviceIn(/[?&]paper=([\w-]+)/.exec(typed.scan)?.[1] ?? null)
  if (service) return { ...typed, scan: '', who: 'new', channel: 'paper', service }
  return { ...typed, scan: '', who: 'existing', code: typed.scan.slice(typed.scan.lastIndexOf('#') + 1) }
}

type Opened = { ok: true; id: string } | { ok: false; locked: boolean; errors: FieldError[] }

/** The folder of somebody who was here before. What cannot be opened answers in one way, whether the code is wrong or its place another. */
async function opened(code: string, pin: string, staff: Staff, now: Date): Promise<Opened> {
  const found = await findFolder(code, readPin(pin), now, isThereFor(staff))
  if (found.ok) return found
  const { error } = found
  const key = error === 'no-match' ? 'counter:fault.no-match' : `errors:open-folder.${error}`
  const field = error === 'pin-form' ? 'pin' : 'code'
  return { ok: false, locked: error === 'locked', errors: [{ key, field, values: { minutes: lockMinutes } }] }
}

/**
 * Which folders there are for a clerk: those of which everything lies in their place, and drafts that do not say yet where they belong.
 * What is made up to practise and what is real do not exist for each other.
 */
function isThereFor(staff: Staff): (open: OpenFolder) => boolean {
  const place = placeOfStaff(staff)
  return ({ folder, applications }) => {
    const counties = applications.map(({ county }) => county ?? countyOf(folder))
    return (folder.practice === true) === staff.practice && counties.every((county) => county === undefined || covers(place, county))
  }
}

/** Ends the help by hand. */
export async function takeEnd(request: Request, params: Params): Promise<string> {
  const mode = modeOf(params)
  await helperAt(request, mode)
  const staffSession = staffSessionOf(request)
  if (staffSession) await endHelpOf(staffSession, new Date())
  return paths.counter(mode, { why: 'ended' })
}

/** The page on which a screen of the resident's is let in. Throws the way to the counter where nobody is helped. */
export async function showScreen(request: Request, params: Params) {
  const mode = modeOf(params)
  const staff = await helperAt(request, mode)
  if ((await keyboardOf(request)).by !== 'clerk') throw redirect(paths.counter(mode, { why: 'nobody' }), 303)
  return json({ mode, at: placeOf(request), staff, way: null, address: null, minutes: joinMinutes })
}

/** Lets a screen of the resident's join: shows the code once. */
export async function takeScreen(request: Request, params: Params) {
  const mode = modeOf(params)
  await helperAt(request, mode)
  const keyboard = await keyboardOf(request)
  if (keyboard.by !== 'clerk') throw redirect(paths.counter(mode, { why: 'nobody' }), 303)
  const way = paths.together('bo', newJoin(keyboard.client, keyboard.practice, new Date()))
  const address = publicOrigin() === '' ? null : publicOrigin() + way
  return json({ way, address })
}
