import { requireStaff } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { type Difference, differingLines, type Line } from '#app/cases/differences.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { textInEvery } from '#app/cases/submission.ts'
import { afterConflict, contentVersion, isConflictSwitched, openedAt } from '#app/cases/version.server.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { HallDetails } from '#app/domain/hall.ts'
import { type InEvery, inEvery, type Language } from '#app/domain/language.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { hallFields, hallTyped, parseHall, typedDetails } from '#app/forms/hall-form.ts'
import { joinList } from '#app/i18n/format.ts'
import { hallOptionKey } from '#app/i18n/hall-text.ts'
import { hasText, text } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { readHalls } from '#app/places/halls.server.ts'
import type { Read } from '#app/security/stored-value.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { changeHallDetails, hallById } from '#db/halls.server.ts'
import { found } from '../page-data.ts'

type Params = { id?: string }

async function hallNow({ id }: Params) {
  const hall = found((await readHalls()).find((one) => one.id === id))
  // What cannot be read has a version of its own: only a form whose page said so is saved over it.
  return { ...hall, version: contentVersion(hall.details.ok ? hall.details.value : ['damaged', hall.stored]) }
}

/** Data of the page on which is stored what residents need to know of a hall. */
export async function hallDetailsLoader(context: RequestContext, params: Params) {
  const staff = requireStaff(context, 'staffAndHalls')
  const { id, name, details, version } = await hallNow(params)
  const { mode, at } = context
  return page({ mode, at, staff, id, name, version, isDamaged: !details.ok, typed: typedDetails(details.ok ? details.value : {}) })
}

/** The form shown again. */
type Again = {
  readonly typed: Readonly<Record<string, TypedField>>
  readonly errors: readonly FieldError[]
  readonly version: string
  readonly differences: readonly Difference[]
}

/** Changes what residents read of a hall. What somebody else changed since is shown beside what was typed, and nothing is written. */
export async function hallDetailsAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode, now, today: asOf } = context
  const by = requireStaff(context, 'staffAndHalls')
  switchMode(form, context)
  const again: Again = { typed: hallTyped(form), errors: [], version: openedAt(form), differences: [] }
  const { details, errors } = parseHall(again.typed, { asOf, counties: new Set(), people: [] })
  // The switch of a form that shows a conflict shows it again.
  if (form.has('switch-to') && (errors.length > 0 || !isConflictSwitched(form))) return page(again)
  if (errors.length > 0) return refused<Again>({ ...again, errors }, 'invalid')
  for (;;) {
    const was = await hallNow(params)
    const differences = openedAt(form) === was.version ? [] : differingLines(linesOf(was.details, details))
    const shown: Again = { ...again, version: afterConflict(was.version, openedAt(form)), differences }
    if (isConflictSwitched(form)) return page(differences.length > 0 ? shown : again)
    if (differences.length > 0) return refused<Again>(shown, 'conflict')
    const { place, secondFactor } = found(await hallById(was.id))
    const event = { type: 'hall-changed' as const, actor: eventActor(by.role, by.id), at: now.toISOString() }
    const written = encryptEvent({ ...event, hall: was.id, what: 'changed', place, secondFactor })
    if (!(await refusingFullDisk(changeHallDetails(was.id, details, was.stored, written)))) continue
    return redirectTo(`${paths.deskHalls(mode)}?changed`)
  }
}

/** Of what cannot be read, no field is the same as what was typed. */
const linesOf = (now: Read<HallDetails>, typed: HallDetails): Line[] =>
  hallFields.map(({ id }) => ({
    ...{ label: `halls:fields.${id}.label`, typed: saidOf(id, typed) },
    now: now.ok ? saidOf(id, now.value) : textInEvery('errors:unreadable'),
  }))

function saidOf(id: string, details: HallDetails): InEvery<string> | null {
  const value = [details[id] ?? []].flat()
  const named = (language: Language, one: string) => {
    const key = hallOptionKey(id, one)
    return key !== undefined && hasText(key) ? text(language, key) : one
  }
  if (value.length === 0) return null
  return inEvery((language) =>
    joinList(
      language,
      value.map((one) => named(language, one)),
    ),
  )
}
