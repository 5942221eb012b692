import { randomUUID } from 'node:crypto'
import { json, redirect } from '@remix-run/node'
import { onDisk } from '#app/cases/disk.server.ts'
import { actor, lockedEvent } from '#app/cases/moving.server.ts'
import { readWords } from '#app/domain/identity.ts'
import type { Hall, Staff } from '#app/domain/staff.ts'
import { paths } from '#app/paths.ts'
import { isPlaceOfHalls } from '#app/services/places.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { allHalls, changeHall, hallById, keepHall } from '#db/halls.server.ts'
import { found, modeOf, placeOf } from '../page-data.ts'
import { staffAt } from '../staff-session.server.ts'
import { switchMode } from '../switch-mode.server.ts'
import { keepers } from './members.server.ts'
import { typedIn, wrong } from './typed.ts'

type Params = { mode?: string; id?: string }

/** A hall as typed. */
export type TypedHall = { readonly place: string; readonly zh: string; readonly bo: string; readonly secondFactor: boolean }

const longestName = 60

/** Everything the page shows that lists the halls. */
export async function showHalls(request: Request, params: Params) {
  const mode = modeOf(params)
  const staff = await staffAt(request, mode, keepers)
  const changed = new URL(request.url).searchParams.has('changed')
  return json({ mode, at: placeOf(request), staff, halls: await allHalls(), changed })
}

/** Makes a hall. */
export const takeHall = (request: Request, params: Params) =>
  take(request, params, async (typed, by, now) => {
    const hall = { ...typed, id: randomUUID() }
    await onDisk(keepHall(hall, now, changed(hall, 'made', by, now)))
  })

/** Everything the page shows of one hall. */
export async function showHall(request: Request, params: Params) {
  const mode = modeOf(params)
  const staff = await staffAt(request, mode, keepers)
  return json({ mode, at: placeOf(request), staff, hall: found(await hallById(params.id ?? '')) })
}

/** Changes a hall. */
export const takeHallChange = (request: Request, params: Params) =>
  take(request, params, async (typed, by, now) => {
    const { id } = found(await hallById(params.id ?? ''))
    const hall = { ...typed, id }
    await onDisk(changeHall(hall, changed(hall, 'changed', by, now)))
  })

async function take(request: Request, params: Params, keep: (hall: Omit<Hall, 'id'>, by: Staff, now: Date) => Promise<void>) {
  const [mode, now] = [modeOf(params), new Date()]
  const by = await staffAt(request, mode, keepers, now)
  const form = await request.formData()
  switchMode(form, request, mode)
  const secondFactor = form.has('second-factor')
  const typed: TypedHall = { place: typedIn(form, 'place'), zh: typedIn(form, 'zh'), bo: typedIn(form, 'bo'), secondFactor }
  if (form.has('switch-to')) return json({ typed, errors: [] as FieldError[] })
  const { hall, errors } = readHall(typed)
  if (errors.length > 0) return json({ typed, errors }, { status: 422 })
  await keep(hall, by, now)
  throw redirect(`${paths.deskHalls(mode)}?changed`, 303)
}

/** A hall as it is kept, and what is wrong with it: each name is in its own script. */
function readHall({ place, secondFactor, ...typed }: TypedHall) {
  const [zh, bo] = [readWords(typed.zh, longestName), readWords(typed.bo, longestName)]
  const errors: FieldError[] = []
  if (!isPlaceOfHalls(place)) errors.push(wrong('place', 'place'))
  if (!zh.ok || !/\p{Script=Han}/u.test(zh.value) || /[\u0f00-\u0fff]/.test(zh.value))
    errors.push(wrong('hall-zh', 'zh', { most: longestName }))
  if (!bo.ok || !/[\u0f40-\u0f6c]/.test(bo.value)) errors.push(wrong('hall-bo', 'bo', { most: longestName }))
  const hall = { place, name: { zh: zh.ok ? zh.value : '', bo: bo.ok ? bo.value : '' }, secondFactor }
  return { hall, errors }
}

const changed = ({ id, place, secondFactor }: Hall, what: 'made' | 'changed', by: Staff, now: Date) =>
  lockedEvent({ type: 'hall-changed', actor: actor(by.role, by.id), at: now.toISOString(), hall: id, what, place, secondFactor })
