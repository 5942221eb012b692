import { randomUUID } from 'node:crypto'
import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { page, type RefusedWhy, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { folderHashOf } from '#app/cases/folder.server.ts'
import { hashOfName } from '#app/cases/folder-lookups.server.ts'
import { foldersSeen, hashesOfNumber, hashesOfPhone, type Looked } from '#app/cases/person-search.server.ts'
import { parseCaseCode } from '#app/domain/case-code.ts'
import { parseIdentityNumber, parsePhone } from '#app/domain/identity.ts'
import {
  chosenGrounds,
  groundedKinds,
  type SearchGround,
  type SearchKind,
  searchesAnHour,
  searchMinutes,
} from '#app/domain/person-search.ts'
import { type Staff, scopeOf } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { insertSearch } from '#db/person-searches.server.ts'
import type { PeopleTyped } from './people-page.tsx'
import { searchedOf, workedCase, workedCaseByCode } from './worked-case.server.ts'

/** Data of the page where somebody is looked for; from a case, that is the ground. */
export async function peopleLoader(context: RequestContext) {
  const { mode, query } = context
  const staff = requireStaff(context, 'people')
  const worked = (await workedCase(requirePlace(staff), query.get('of') ?? ''))?.shown ?? null
  return page({ mode, at: context.at, staff, worked, over: query.get('why') === 'over' })
}

/** What is looked up, on what ground; or why not. */
type Asked =
  | { readonly ok: true; readonly kind: SearchKind; readonly ground: SearchGround; readonly looked: Looked; readonly of?: string }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/**
 * Looks somebody up by a number on a ground, or by a code. A name and a birth date look nobody up: the answer is the same whoever is there.
 * Each is in the audit log before anything is shown.
 */
export async function peopleAction(context: RequestContext, form: FormValues) {
  const staff = requireStaff(context, 'people')
  switchMode(form, context)
  const typed = typedIn(form)
  const say = (errors: readonly FieldError[], why: RefusedWhy = 'invalid') => refused({ typed, errors, named: false }, why)
  if (form.has('switch-to')) return page({ typed, errors: [] as FieldError[], named: false })
  if (form.get('do') === 'name') return lookedForByName(context, staff, typed)
  const asked = form.get('do') === 'code' ? byCode(typed) : await byNumber(context, staff, typed, String(form.get('of') ?? ''))
  if (!asked.ok) return say(asked.errors)
  const id = await noted(context, staff, asked)
  return id === undefined ? say([tooMany(form)], 'too-many') : redirectTo(paths.person(context.mode, id))
}

const tooMany = (form: FormValues): FieldError => ({
  key: 'people:errors.too-many',
  field: form.get('do') === 'code' ? 'code' : form.get('do') === 'name' ? 'name' : 'number',
  values: { most: searchesAnHour },
})

/** The answer to a name and a birth date: ask for the card. */
async function lookedForByName(context: RequestContext, staff: Staff, typed: PeopleTyped) {
  const looked: Looked = [hashOfName(typed.name, typed.born)]
  if (typed.name.trim() === '' || typed.born.trim() === '')
    return refused({ typed, errors: [{ key: 'people:errors.name', field: 'name' }] as FieldError[], named: false }, 'invalid')
  const id = await noted(context, staff, { ok: true, kind: 'name', ground: 'card', looked })
  if (id === undefined)
    return refused(
      { typed, errors: [{ key: 'people:errors.too-many', field: 'name', values: { most: searchesAnHour } }], named: false },
      'too-many',
    )
  return page({ typed: { ...typed, name: '', born: '' }, errors: [] as FieldError[], named: true })
}

function byCode({ code: typed }: PeopleTyped): Asked {
  const code = parseCaseCode(typed)
  if (!code) return { ok: false, errors: [{ key: 'errors:open-folder.code-form', field: 'code' }] }
  return { ok: true, kind: 'code', ground: 'slip', looked: [folderHashOf(code)] }
}

async function byNumber(context: RequestContext, staff: Staff, typed: PeopleTyped, linked: string): Promise<Asked> {
  const [kind, ground] = [groundedKinds.find((one) => one === typed.kind), chosenGrounds.find((one) => one === typed.ground)]
  const place = requirePlace(staff)
  const worked = ground === 'case' ? ((await workedCase(place, linked)) ?? (await workedCaseByCode(place, typed.case))) : undefined
  const errors: FieldError[] = []
  if (!ground) errors.push({ key: 'people:errors.ground', field: 'ground' })
  if (ground === 'case' && !worked) errors.push({ key: 'people:errors.case', field: 'case' })
  // Whom the case is for needs not be typed.
  const isOfCase = ground === 'case' && typed.number.trim() === ''
  if (!kind && !isOfCase) errors.push({ key: 'people:errors.kind', field: 'kind' })
  const parsed = kind === 'phone' ? parsePhone(typed.number) : parseIdentityNumber(typed.number, context.today)
  if (!isOfCase && kind && !parsed.ok)
    errors.push({ key: typed.number.trim() === '' ? 'people:errors.number' : `errors:field.${parsed.error}`, field: 'number' })
  if (errors.length > 0 || !ground) return { ok: false, errors }
  const typedHashes =
    isOfCase || !parsed.ok || !kind ? undefined : kind === 'phone' ? hashesOfPhone(parsed.value) : hashesOfNumber(parsed.value)
  if (!worked) return kind && typedHashes ? { ok: true, kind, ground, looked: typedHashes } : { ok: false, errors }
  const found = searchedOf(worked, kind && typedHashes ? { kind, looked: typedHashes } : undefined)
  return found.ok ? { ...found, ground, of: worked.application.id } : found
}

/** Writes a search and its event; the id under which its result is open for a while, undefined where there were too many. */
async function noted(context: RequestContext, staff: Staff, asked: Extract<Asked, { ok: true }>): Promise<string | undefined> {
  const { now } = context
  const { kind, ground, looked, of } = asked
  const place = scopeOf(staff) ?? ''
  const hashes = kind === 'name' ? [] : looked
  const matched = (await foldersSeen(hashes, { place, practice: staff.practice })).map(({ open }) => open.stored.id)
  const event = encryptEvent({
    ...{ type: 'find-person', actor: eventActor(staff.role, staff.id), at: now.toISOString(), kind },
    ...(kind === 'name' ? {} : { ground }),
    ...(of ? { of } : {}),
    ...{ hash: looked[0], place, matched },
  })
  const search = {
    ...{ id: randomUUID(), staffId: staff.id, place, kind, ground, applicationId: of ?? null, hashes, at: now },
    expiresAt: new Date(now.getTime() + searchMinutes * 60_000),
  }
  const since = new Date(now.getTime() - 3_600_000)
  return (await refusingFullDisk(insertSearch(search, event, since, searchesAnHour))) ? search.id : undefined
}

function typedIn(form: FormValues): PeopleTyped {
  const textOf = (name: string, most = 100) => String(form.get(name) ?? '').slice(0, most)
  return {
    ...{ ground: textOf('ground'), kind: textOf('kind'), number: textOf('number'), case: textOf('case') },
    ...{ code: textOf('code', 200), name: textOf('name'), born: textOf('born', 20) },
  }
}
