import { typedIn, wrong } from '#app/access/account-input.ts'
import { endLapsedAssistedSessions } from '#app/access/assisted-right.server.ts'
import { requireStaff } from '#app/access/guards.server.ts'
import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { type Difference, differingLines, type Line, sameInBoth } from '#app/cases/differences.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { textInEvery } from '#app/cases/submission.ts'
import { afterConflict, contentVersion, isConflictSwitched, openedAt } from '#app/cases/version.server.ts'
import { type PublicHall, receiversOf } from '#app/domain/hall.ts'
import { parseText } from '#app/domain/identity.ts'
import { landDemandIn } from '#app/domain/land-guard.ts'
import { type InEvery, inEvery, languages, letters } from '#app/domain/language.ts'
import type { Hall, Staff } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { nameIn, placeName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { publicHalls, type ReadHall, readHalls } from '#app/places/halls.server.ts'
import { countyCodes, isPlaceOfHalls } from '#app/services/places.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { allHalls, changeHall, hallById, insertHall } from '#db/halls.server.ts'
import { found } from '../page-data.ts'
import { confirmedMove, type HallMove, isMoveAsked, moveAsked, workOfHall } from './hall-work.server.ts'
import type { Uncovered } from './uncovered-part.tsx'

type Params = { id?: string }

/** A hall as typed. */
export type TypedHall = InEvery<string> & { readonly place: string; readonly secondFactor: boolean }

const longestName = 60

/** Data of the list of halls. */
export async function hallsLoader(context: RequestContext) {
  const { mode } = context
  const staff = requireStaff(context, 'staffAndHalls')
  const changed = context.query.has('changed')
  return page({ mode, at: context.at, staff, halls: await listed(), uncovered: uncoveredBy(await publicHalls()), changed, once: newOnce() })
}

/** What residents are told of a hall besides its name: something, nothing yet, or what is stored cannot be read. */
export type Told = 'entered' | 'nothing' | 'damaged'

/** A hall in the list. */
export type ListedHall = Hall & { readonly told: Told }

async function listed(): Promise<ListedHall[]> {
  const told = new Map((await readHalls()).map((hall) => [hall.id, toldOf(hall)]))
  return (await allHalls()).map((hall) => ({ ...hall, told: told.get(hall.id) ?? 'nothing' }))
}

function toldOf({ details }: ReadHall): Told {
  if (!details.ok) return 'damaged'
  return Object.keys(details.value).length > 0 ? 'entered' : 'nothing'
}

/** The counties without a hall of their own: which nobody receives for, and which a larger place does. */
function uncoveredBy(halls: readonly PublicHall[]): Uncovered {
  const received = [...countyCodes].map((county) => receiversOf(halls, county))
  return {
    nobody: received.flatMap(({ county, halls: [first] }) => (first ? [] : [county])),
    elsewhere: received.flatMap(({ county, halls: [first] }) => (first && first.place !== county ? [county] : [])),
  }
}

/** Creates a hall; posted twice, one. */
export async function hallsAction(context: RequestContext, form: FormValues) {
  const { result, by } = parsePosted(context, form)
  if (!('hall' in result)) return result
  const hall = { ...result.hall, id: idOf(seedOnce(form, ['hall', result.hall])) }
  await refusingFullDisk(insertHall(hall, context.now, changed(hall, 'made', by, context.now)))
  return redirectTo(`${paths.deskHalls(context.mode)}?changed`)
}

/** Data of the page of a hall. */
export async function hallLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const staff = requireStaff(context, 'staffAndHalls')
  const hall = found((await listed()).find(({ id }) => id === params.id))
  const { told, ...stored } = hall
  return page({ mode, at: context.at, staff, hall, version: contentVersion(stored), work: await workOfHall(stored) })
}

/**
 * Changes a hall. What somebody else changed since the page was opened is shown beside what was typed, and nothing is written. Another place
 * is confirmed once it was read where its cases go.
 */
export async function hallAction(context: RequestContext, form: FormValues, params: Params) {
  const before = await hallById(params.id ?? '')
  const { result, by } = parsePosted(context, form, before?.place)
  if (!('hall' in result)) {
    const asked = before && isMoveAsked(form) && isPlaceOfHalls(result.data.typed.place)
    return asked ? { ...result, data: { ...result.data, move: await moveAsked(before, result.data.typed.place) } } : result
  }
  for (;;) {
    const was = found(await hallById(params.id ?? ''))
    const hall = { ...result.hall, id: was.id }
    const differences = openedAt(form) === contentVersion(was) ? [] : differingLines(linesOf(was, hall))
    const again = { ...result.again, version: afterConflict(contentVersion(was), openedAt(form)), differences }
    if (isConflictSwitched(form)) return page(differences.length > 0 ? again : result.again)
    if (differences.length > 0) return refused(again, 'conflict')
    const confirmed = await confirmedMove(was, hall.place, form, by, context.now)
    if ('move' in confirmed) {
      const { move, why } = confirmed
      const errors = [{ key: `colleagues:errors.${why}`, field: 'sure' }]
      return refused<HallAgain>({ ...result.again, errors, move }, why === 'not-sure' ? 'invalid' : 'conflict')
    }
    if (!(await refusingFullDisk(changeHall(hall, was, changed(hall, 'changed', by, context.now), confirmed.cases)))) continue
    await endLapsedAssistedSessions(context.now)
    return redirectTo(`${paths.deskHalls(context.mode)}?changed`)
  }
}

const linesOf = (now: Hall, typed: Hall): Line[] => [
  { label: 'account:place', now: placeIn(now), typed: placeIn(typed) },
  ...languages.map((language) => ({
    ...{ label: `account:halls.${language}`, now: sameInBoth(now.name[language]), typed: sameInBoth(typed.name[language]) },
  })),
  { label: 'account:second-factor', now: factorOf(now), typed: factorOf(typed) },
]
const placeIn = ({ place }: Hall) => inEvery((language) => nameIn(language, placeName(place)))
const factorOf = ({ secondFactor }: Hall) => textInEvery(secondFactor ? 'account:factor.asked' : 'account:factor.free')

/** The form of a hall shown again. */
type HallAgain = {
  readonly typed: TypedHall
  readonly errors: FieldError[]
  readonly version: string
  readonly differences?: readonly Difference[]
  /** What a move to another place comes to, to be confirmed. */
  readonly move?: HallMove | undefined
}

/** A hall as it was posted, and who posts it; or the page once more. `before`: the place it has already, which it may keep. */
function parsePosted(context: RequestContext, form: FormValues, before?: string) {
  const by = requireStaff(context, 'staffAndHalls')
  switchMode(form, context)
  const secondFactor = form.has('second-factor')
  const typed: TypedHall = { place: typedIn(form, 'place'), ...inEvery((language) => typedIn(form, language)), secondFactor }
  const again: HallAgain = { typed, errors: [], version: openedAt(form) }
  const { hall, errors } = parseHall(typed, before)
  // The switch of a form that shows a conflict shows it again.
  if (form.has('switch-to') && (errors.length > 0 || !isConflictSwitched(form))) return { by, result: page(again) }
  return { by, result: errors.length > 0 ? refused({ ...again, errors }, 'invalid') : { hall, again } }
}

/** Is a name in the script of its language? */
const isIn: InEvery<(name: string) => boolean> = {
  zh: (name) => letters.zh.test(name) && !letters.bo.test(name),
  bo: (name) => /[\u0f40-\u0f6c]/.test(name),
}

/** A hall as it is stored, and what is wrong with it: each name is in its own script. */
function parseHall({ place, secondFactor, ...typed }: TypedHall, before: string | undefined) {
  const parsed = inEvery((language) => parseText(typed[language], longestName))
  const errors: FieldError[] = []
  if (!isPlaceOfHalls(place) && place !== before) errors.push(wrong('place', 'place'))
  const name = inEvery((language) => (parsed[language].ok ? parsed[language].value : ''))
  for (const language of languages) {
    if (!parsed[language].ok || !isIn[language](name[language])) errors.push(wrong(`hall-${language}`, language, { most: longestName }))
    // A name needs no second reader: it never has to say such a thing.
    if (landDemandIn(name[language])) errors.push(wrong('name-land', language))
  }
  const hall = { place, name, secondFactor }
  return { hall, errors }
}

const changed = ({ id, place, secondFactor }: Hall, what: 'made' | 'changed', by: Staff, now: Date) =>
  encryptEvent({ type: 'hall-changed', actor: eventActor(by.role, by.id), at: now.toISOString(), hall: id, what, place, secondFactor })
