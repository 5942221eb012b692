import { json } from '@remix-run/node'
import { type Audit, audit, type Head } from '#app/cases/record.server.ts'
import { type Staff, scopeOf } from '#app/domain/staff.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { caseWithin } from '#db/desk.server.ts'
import { recordSize } from '#db/record.server.ts'
import { modeOf, placeOf } from '../page-data.ts'
import { staffAt } from '../staff-session.server.ts'
import { switchMode } from '../switch-mode.server.ts'

type Params = { mode?: string }

const roles = ['supervisor', 'administrator'] as const

/** Everything the page of the record shows. */
export async function showRecord(request: Request, params: Params) {
  const mode = modeOf(params)
  const staff = await staffAt(request, mode, roles)
  return json({ mode, at: placeOf(request), staff, events: (await recordSize()).rows })
}

/** Checks the record, from the head of an earlier audit where one is given. What is no head comes back as typed, with status 422. */
export async function takeAudit(request: Request, params: Params) {
  const mode = modeOf(params)
  const staff = await staffAt(request, mode, roles)
  const form = await request.formData()
  switchMode(form, request, mode)
  const head = String(form.get('head') ?? '')
  const nothing = { head, errors: [] as FieldError[], came: null as Audit | null }
  if (form.has('switch-to')) return json(nothing)
  const kept = readHead(head)
  if (kept === null) return json({ ...nothing, errors: [{ key: 'errors:record.head', field: 'head' }] }, { status: 422 })
  return json({ ...nothing, came: await shownTo(staff, await audit(kept)) })
}

/** What an audit came to, as one of the staff may see it: a case elsewhere is not named, the event in which the chain breaks is. */
async function shownTo(staff: Staff, came: Audit): Promise<Audit> {
  const [id, place] = [came.broken?.applicationId ?? null, scopeOf(staff)]
  if (!came.broken || id === null || place === undefined || (await caseWithin(place, id))) return came
  return { ...came, broken: { ...came.broken, applicationId: null } }
}

/** A head as it is written down, `position:hash`; undefined where nothing is given, null where it is none. */
export function readHead(typed: string): Head | undefined | null {
  const [, position, chain] = /^(\d{1,12}):([\w-]{43})$/.exec(typed.normalize('NFKC').trim()) ?? []
  if (typed.trim() === '') return undefined
  return position && chain ? { position: Number(position), chain } : null
}
