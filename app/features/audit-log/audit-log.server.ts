import { requireStaff } from '#app/access/guards.server.ts'
import { page, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { type Break, type ChainReport, type Head, verifyChain } from '#app/audit-log/audit-log.server.ts'
import { withoutInvisible } from '#app/domain/characters.ts'
import { province } from '#app/domain/place.ts'
import { type Staff, scopeOf } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { auditLogSize } from '#db/audit-log.server.ts'
import { caseWithin } from '#db/cases.server.ts'
import { searchDays, searchesFor } from './searches.server.ts'

/** The result of an audit, as a role may see it; without numbers for those who see a part of the province only. */
export type Seen = { readonly broken: Break | null; readonly counted: Omit<ChainReport, 'broken'> | null }

/** May a staff member know the total number of events? Not with a part of the province. */
const seesAll = (staff: Staff) => staff.role === 'administrator' || scopeOf(staff) === province

/** Data of the audit log page; the number of events only for those who see all. */
export async function auditLogLoader(context: RequestContext) {
  const { mode } = context
  const staff = requireStaff(context, 'auditLog')
  return page({
    mode,
    at: context.at,
    staff,
    events: seesAll(staff) ? (await auditLogSize()).rows : null,
    searches: await searchesFor(staff, context.now),
    days: searchDays,
  })
}

/** Verifies the audit log, from the head of an earlier audit where one is given. An invalid head comes back as typed. */
export async function auditAction(context: RequestContext, form: FormValues) {
  const staff = requireStaff(context, 'auditLog')
  switchMode(form, context)
  const head = seesAll(staff) ? String(form.get('head') ?? '') : ''
  const nothing = { head, errors: [] as FieldError[], result: null as Seen | null }
  if (form.has('switch-to')) return page(nothing)
  const earlier = parseHead(head)
  if (earlier === null) return refused({ ...nothing, errors: [{ key: 'errors:audit-log.head', field: 'head' }] }, 'invalid')
  return page({ ...nothing, result: await shownTo(staff, await verifyChain(earlier)) })
}

/** A case of another place is not named, but the event of the break is; the head contains the number of events. */
async function shownTo(staff: Staff, { broken, ...counted }: ChainReport): Promise<Seen> {
  if (seesAll(staff)) return { broken, counted }
  const [id, place] = [broken?.applicationId ?? null, scopeOf(staff)]
  const isOwn = id !== null && place !== undefined && (await caseWithin(place, id)) !== undefined
  return { broken: broken && (isOwn ? broken : { ...broken, applicationId: null }), counted: null }
}

/** A head as written down, `position:hash`; undefined where empty, null where invalid. */
export function parseHead(typed: string): Head | undefined | null {
  const [, position, chain] = /^(\d{1,12}):([\w-]{43})$/.exec(withoutInvisible(typed).normalize('NFKC').trim()) ?? []
  if (withoutInvisible(typed).trim() === '') return undefined
  return position && chain ? { position: Number(position), chain } : null
}
