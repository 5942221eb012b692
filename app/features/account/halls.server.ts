import { randomUUID } from 'node:crypto'
import { requireStaff } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { readWords } from '#app/domain/identity.ts'
import { landDemandIn } from '#app/domain/land-guard.ts'
import { type InEvery, inEvery, languages, scriptOf, sourceLanguage } from '#app/domain/language.ts'
import type { Hall, Staff } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { isPlaceOfHalls } from '#app/services/places.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { allHalls, changeHall, hallById, keepHall } from '#db/halls.server.ts'
import { found } from '../page-data.ts'
import { typedIn, wrong } from './form-input.ts'

type Params = { id?: string }

/** A hall as typed. */
export type TypedHall = InEvery<string> & { readonly place: string; readonly secondFactor: boolean }

const longestName = 60

/** Data of the list of halls. */
export async function hallsLoader(context: RequestContext) {
  const { mode } = context
  const staff = requireStaff(context, 'staffAndHalls')
  const changed = context.query.has('changed')
  return page({ mode, at: context.at, staff, halls: await allHalls(), changed })
}

/** Creates a hall. */
export const hallsAction = (context: RequestContext, form: FormValues) =>
  take(context, form, async (typed, by, now) => {
    const hall = { ...typed, id: randomUUID() }
    await refusingFullDisk(keepHall(hall, now, changed(hall, 'made', by, now)))
  })

/** Data of the page of a hall. */
export async function hallLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const staff = requireStaff(context, 'staffAndHalls')
  return page({ mode, at: context.at, staff, hall: found(await hallById(params.id ?? '')) })
}

/** Changes a hall. */
export const hallAction = (context: RequestContext, form: FormValues, params: Params) =>
  take(
    context,
    form,
    async (typed, by, now) => {
      const { id } = found(await hallById(params.id ?? ''))
      const hall = { ...typed, id }
      await refusingFullDisk(changeHall(hall, changed(hall, 'changed', by, now)))
    },
    async () => (await hallById(params.id ?? ''))?.place,
  )

/** `before` gives the place a hall has already: it may keep one that is none any more. */
async function take(
  context: RequestContext,
  form: FormValues,
  keep: (hall: Omit<Hall, 'id'>, by: Staff, now: Date) => Promise<void>,
  before: () => Promise<string | undefined> = async () => undefined,
) {
  const { mode, now } = context
  const by = requireStaff(context, 'staffAndHalls')
  switchMode(form, context)
  const secondFactor = form.has('second-factor')
  const typed: TypedHall = { place: typedIn(form, 'place'), ...inEvery((language) => typedIn(form, language)), secondFactor }
  if (form.has('switch-to')) return page({ typed, errors: [] as FieldError[] })
  const { hall, errors } = readHall(typed, await before())
  if (errors.length > 0) return refused({ typed, errors }, 'invalid')
  await keep(hall, by, now)
  return redirectTo(`${paths.deskHalls(mode)}?changed`)
}

/** Is a name in the script of its language? */
const isIn: InEvery<(name: string) => boolean> = {
  zh: (name) => scriptOf(name) === sourceLanguage,
  bo: (name) => /[\u0f40-\u0f6c]/.test(name),
}

/** A hall as it is kept, and what is wrong with it: each name is in its own script. */
function readHall({ place, secondFactor, ...typed }: TypedHall, before: string | undefined) {
  const read = inEvery((language) => readWords(typed[language], longestName))
  const errors: FieldError[] = []
  if (!isPlaceOfHalls(place) && place !== before) errors.push(wrong('place', 'place'))
  const name = inEvery((language) => (read[language].ok ? read[language].value : ''))
  for (const language of languages) {
    if (!read[language].ok || !isIn[language](name[language])) errors.push(wrong(`hall-${language}`, language, { most: longestName }))
    // A name needs no second reader: it never has to say such a thing.
    if (landDemandIn(name[language])) errors.push(wrong('name-land', language))
  }
  const hall = { place, name, secondFactor }
  return { hall, errors }
}

const changed = ({ id, place, secondFactor }: Hall, what: 'made' | 'changed', by: Staff, now: Date) =>
  encryptEvent({ type: 'hall-changed', actor: eventActor(by.role, by.id), at: now.toISOString(), hall: id, what, place, secondFactor })
