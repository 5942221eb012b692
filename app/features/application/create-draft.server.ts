import { hash } from 'node:crypto'
import { openFolderSession } from '#app/access/folder-session.server.ts'
import { openFolder, requireApplicant, requireFolderOf } from '#app/access/guards.server.ts'
import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import { pinError, readPin } from '#app/access/pin-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { requireHelper } from '#app/access/written-by.server.ts'
import { noteAdded } from '#app/cases/assisted-session.server.ts'
import { draftsIn } from '#app/cases/drafts.server.ts'
import { draftDays, makeFolder, newApplication, type OpenFolder, saveOpenFolder } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { folderInput, folderMark } from '#app/cases/version.server.ts'
import { isClosed } from '#app/domain/application.ts'
import { judgeHousehold } from '#app/domain/assessment.ts'
import type { Day } from '#app/domain/day.ts'
import { verdicts } from '#app/domain/verdict.ts'
import { formOf, offeredOn } from '#app/forms/application-form.ts'
import { knownIn, withOwnCopied } from '#app/forms/application-values.ts'
import { withAnswersOfEach } from '#app/forms/each-member.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { householdOf, mostMembers, type Peopled, withPerson } from '#app/forms/members.ts'
import { listable } from '#app/forms/relatives.ts'
import { memberName } from '#app/i18n/member-name.ts'
import { text } from '#app/i18n/messages.ts'
import { isMode, languagesOf, type Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { serviceOn, servicesOn } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { folderById, type NewApplication } from '#db/folders.server.ts'
import { type ServiceChoice, tickedOf } from './choices.ts'

/** The maximum number of applications of a folder. */
const mostApplications = 40

/** The choices after a self-check, best verdict first; without one, every service. */
function picksOf(people: Peopled, asOf: Day): ServiceChoice[] {
  if (people.members.length === 0) return offeredOn(asOf).map((service) => ({ pick: service, service, name: null, verdict: null }))
  const results = judgeHousehold(questionnaire, servicesOn(asOf), householdOf(people), asOf).filter(
    ({ service, verdict }) => verdict !== 'not-applicable' && formOf(service) !== undefined,
  )
  const found = results.map(({ service, member, verdict }): ServiceChoice => {
    const name = member === null ? null : (people.members.find(({ id }) => id === member)?.name ?? null)
    return { pick: member === null ? service : `${service}:${member}`, service, name, verdict }
  })
  return found.sort((a, b) => verdicts.indexOf(a.verdict ?? 'possible') - verdicts.indexOf(b.verdict ?? 'possible'))
}

/** Data of the start page. `people` is the self-check, or the members of the open folder. */
export async function startLoader(context: RequestContext, check: Peopled) {
  const { mode } = context
  requireApplicant(context)
  const open = await openFolder(context)
  const people = open?.folder ?? check
  const picks = picksOf(people, context.today)
  return page({
    ...{ mode, at: context.at, days: draftDays, once: newOnce(), folder: open ? folderMark(open.stored.id) : null },
    asksLanguage: context.actor.by === 'clerk' && !open,
    ...{ picks, people: people.members.map(({ id, name }) => ({ id, name })), picked: tickedOf(context.query.getAll('pick'), picks) },
  })
}

/** Creates a folder, or adds to the open one. An invalid choice comes back as chosen, with status 422. */
export async function startAction(context: RequestContext, form: FormValues, check: Peopled & { readonly county?: string }) {
  const { mode } = context
  switchMode(form, context)
  const picked = form.getAll('pick').map(String)
  const given = form.getAll('for').map(String)
  const typed = { picked, given, who: String(form.get('who') ?? ''), language: String(form.get('language') ?? '') }
  if (form.has('switch-to')) return page({ ...typed, errors: [] as FieldError[] })
  requireHelper(context, form)
  // What is to be added to a folder goes into no other, and begins none.
  const open = form.has(folderInput) ? await requireFolderOf(context, form) : await openFolder(context)
  // What was chosen on a screen that locked meanwhile is posted again once it is unlocked.
  const filler = requireApplicant(context, { resend: context.actor.by === 'staff' && context.actor.locked })
  // A clerk asks for it: what they read says nothing of the resident.
  const asked = isMode(typed.language) ? typed.language : undefined
  const language = open ? languageOf(open.folder, open.applications) : (asked ?? (filler.by === 'clerk' ? undefined : mode))
  const { peopled, meant } = peopleFor(language ?? mode, open?.folder ?? check, given)
  const wanted = wantedOf(picked, peopled, meant, context.today)
  const errors: FieldError[] = []
  if (wanted.length === 0) errors.push({ key: 'errors:apply.pick', field: 'pick' })
  if (wanted.length > mostApplications) errors.push({ key: 'errors:apply.too-many', field: 'pick', values: { most: mostApplications } })
  const now = new Date()
  if (open) {
    if (errors.length > 0) return refused({ ...typed, errors }, 'invalid')
    const known = new Set(open.applications.filter(({ status }) => status === 'draft').map(({ service, member }) => `${service}:${member}`))
    const last = Math.max(0, ...open.applications.map(({ number }) => number))
    const add = wanted
      .filter(({ service, member }) => !known.has(`${service}:${member}`))
      .map(({ service, member }, index) => newApplication(last + index + 1, service, member))
    // After everything was submitted, all values count as coming from earlier.
    const filled = draftsIn(open, context.today).length === 0 ? knownIn(open.folder) : open.folder.filled
    const before: Folder = { ...open.folder, members: peopled.members, filled }
    const kept = await saveOpenFolder(
      open,
      add.reduce((folder, one) => filledFromEnded(folder, one, open), before),
      now,
      { add },
    )
    if (!kept)
      return refused({ ...typed, errors: [{ key: 'errors:apply.saved-elsewhere', field: 'pick' }] satisfies FieldError[] }, 'conflict')
    if (filler.by === 'clerk') await noteAdded(filler.assisted, add, now)
    return redirectTo(paths.folder(mode))
  }
  // What was posted twice leads to the same folder, whose slip shows its code again. An assisted session is of one folder.
  const own = idOf(
    filler.by === 'clerk'
      ? hash('sha256', `folder of ${filler.assisted.id}`, 'buffer')
      : seedOnce(form, ['folder', ...[picked, given, typed.who].map(String), String(form.get('pin') ?? '')]),
  )
  const opened = async (id: string) => redirectTo(paths.slip(mode), { cookies: [await openFolderSession(context, id)] })
  if (filler.by === 'clerk' && filler.assisted.folderId !== null)
    return filler.assisted.folderId === own && (await folderById(own)) ? opened(own) : redirectTo(paths.counter(mode))
  const pin = readPin(String(form.get('pin') ?? ''))
  const wrongPin = pinError(pin, readPin(String(form.get('again') ?? '')))
  if (wrongPin) errors.push({ key: `errors:save.${wrongPin}`, field: wrongPin === 'pin-differs' ? 'again' : 'pin' })
  const who = peopled.members.find(({ id }) => id === typed.who) ?? (check.members.length === 0 ? peopled.members[0] : undefined)
  if (!who) errors.push({ key: 'errors:apply.who', field: 'who' })
  if (!language) errors.push({ key: 'errors:apply.language', field: 'language' })
  if (errors.length > 0 || !who || !language) return refused({ ...typed, errors }, 'invalid')
  const practice = filler.by === 'clerk' && filler.practice ? { practice: true as const } : {}
  const folder: Folder = { ...folderFor(language, peopled, who.id, check.county), ...practice }
  const { id } = await makeFolder(
    folder,
    wanted.map(({ service, member }, index) => newApplication(index + 1, service, member)),
    pin,
    now,
    own,
  )
  return opened(id)
}

/** With what was filled in for the same service and member in an application that has ended since, such as one withdrawn by mistake. */
function filledFromEnded(folder: Folder, { number, service, member }: NewApplication, { applications }: OpenFolder): Folder {
  const ended = applications.findLast((one) => one.service === service && one.member === member && isClosed(one.status))
  return ended ? withOwnCopied(folder, ended.number, number) : folder
}

/** A new folder with the answers of the self-check, all marked as filled in. */
function folderFor(language: Mode, people: Peopled, applicant: string, county: string | undefined): Folder {
  const { answers, members: listed } = withAnswersOfEach(people)
  // In a folder a relative is called in the language of those it is of: letters and the desk tell it so, and show it in the language of a reader.
  const members = listed.map((one) => ({ ...one, name: memberName(languagesOf(language)[0], one.name) }))
  const values: Folder['values'] = county ? { 'address/home/county': county } : {}
  return { language, answers, members, applicant, values, seen: [], filled: knownIn({ answers, members, values }) }
}

/** The members, and those services are chosen for: without a self-check the relatives chosen here, the applicant first. */
function peopleFor(language: Mode, people: Peopled, given: readonly string[]): { peopled: Peopled; meant: readonly string[] } {
  if (people.members.length > 0) return { peopled: people, meant: [] }
  const listed = listable.filter((one) => one === 'myself' || given.includes(one)).slice(0, mostMembers)
  const name = (relative: string) => text(languagesOf(language)[0], `check:members.relatives.${relative}`)
  const peopled = listed.reduce((sum, relative) => withPerson(sum, name(relative)), people)
  const meant = peopled.members.filter((_, index) => given.length === 0 || given.includes(listed[index] ?? '')).map(({ id }) => id)
  return { peopled, meant }
}

type Chosen = { readonly service: string; readonly member: string | null }

/** The applications chosen; unknown choices are ignored. */
function wantedOf(picked: readonly string[], { members }: Peopled, meant: readonly string[], today: Day): Chosen[] {
  return [...new Set(picked)].flatMap((pick): Chosen[] => {
    const [id = '', member] = pick.split(':')
    const service = serviceOn(id, today)
    if (!service?.form) return []
    if (member !== undefined) return members.some((person) => person.id === member) ? [{ service: id, member }] : []
    return service.unit === 'household' ? [{ service: id, member: null }] : meant.map((one) => ({ service: id, member: one }))
  })
}
