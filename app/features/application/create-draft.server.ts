import { hash } from 'node:crypto'
import { openFolderSession } from '#app/access/folder-session.server.ts'
import { openFolder, requireApplicant, requireFolderOf, requireReopened } from '#app/access/guards.server.ts'
import { idOf, newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import { parsePin, pinError } from '#app/access/pin-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { requireSignedInWriter } from '#app/access/written-by.server.ts'
import { noteAdded } from '#app/cases/assisted-session.server.ts'
import { withConsents } from '#app/cases/consent.ts'
import { makeFolder, newApplication, type OpenFolder, saveOpenFolder } from '#app/cases/folder.server.ts'
import { countyOf, draftDays, type Folder } from '#app/cases/folder.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { folderInput, folderMark } from '#app/cases/version.server.ts'
import { isReceived } from '#app/domain/hall.ts'
import { hasAdult, mayApply } from '#app/forms/applicant.ts'
import { called } from '#app/forms/called-names.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { birthDaysOf, type Peopled } from '#app/forms/members.ts'
import { isOfAnotherCheck } from '#app/forms/other-check.ts'
import { isMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { folderById } from '#db/folders.server.ts'
import { standsInstead } from './after-ending.server.ts'
import { pickNow, type ServiceChoice, tickedOf } from './choices.ts'
import { type ConsentAsked, consentAsked } from './consent-asked.ts'
import { adultErrors, adultIn, withAdult } from './named-adult.ts'
import { addedTo, folderFor, lastOf } from './new-folder.server.ts'
import { type Chosen, chosenIn, parseChoice, picksOf } from './start-choices.ts'

/** Data of the start page. `people` is the self-check, or the members of the open folder. */
export async function startLoader(context: RequestContext, check: Check) {
  const { mode, today } = context
  requireApplicant(context)
  const open = await openFolder(context)
  const people = called(open?.folder ?? check, today)
  const picks = picksOf(people, today)
  const applicants = mayApply(people, today).map(({ id, name }) => ({ id, name }))
  const isAdultThere = hasAdult(people, today)
  const receivers = await receiversFor(open ? countyOf(open.folder) : check.county)
  return page({
    ...{ mode, at: context.at, days: draftDays, once: newOnce(), folder: open ? folderMark(open.stored.id) : null },
    last: open ? lastOf(open) : null,
    // That nobody receives there is said before anything is agreed to.
    unreceived: isReceived(receivers) ? null : receivers,
    check: check.id ?? '',
    asksLanguage: context.actor.by === 'clerk' && !open,
    ...{ picks, isListed: people.members.length > 0, hasAdult: isAdultThere },
    people: applicants,
    // The only one there is needs no choosing.
    who: (isAdultThere && applicants.length === 1 && applicants[0]?.id) || '',
    ...chosenBefore(context.query.getAll('pick'), picks),
  })
}

/** What a link ticks, and which of it was chosen by itself. */
function chosenBefore(asked: readonly string[], picks: readonly ServiceChoice[]) {
  const picked = tickedOf(asked, picks)
  return { picked, meant: asked.includes(pickNow) ? [] : picked }
}

/** The self-check, as far as an application begins with it. */
type Check = Peopled & { readonly id?: string; readonly county?: string }

/** The choices shown again; `consent`: what is agreed to before anything is stored, once the choices are taken. */
type StartAgain = Chosen & { readonly errors: readonly FieldError[]; readonly consent: ConsentAsked | null }

/**
 * Creates a folder, or adds to the open one, once everything is agreed to: until then nothing is stored. An invalid choice comes back as
 * chosen, with status 422. Sent twice, it leads to the same place twice: what is added is added to the folder as it stands by then.
 */
export async function startAction(context: RequestContext, form: FormValues, check: Check) {
  switchMode(form, context)
  if (!form.has('switch-to')) requireSignedInWriter(context, form)
  // What is to be added to a folder goes into no other, and begins none.
  let open = form.has(folderInput) ? await requireFolderOf(context, form) : await openFolder(context)
  for (;;) {
    const outcome = await startTried(context, form, check, open)
    if (outcome !== 'stale') return outcome
    open = open && (await requireReopened(context, open))
  }
}

/** Creates a folder, or adds to `open`; `stale` where that was saved since it was read. */
async function startTried(context: RequestContext, form: FormValues, check: Check, open: OpenFolder | undefined) {
  const { mode, today } = context
  const chosen = chosenIn(form)
  const isSwitch = form.has('switch-to')
  const standing = open && !isSwitch ? standsInstead(open.applications, chosen.after) : undefined
  if (standing !== undefined) return redirectTo(paths.applicationThere(mode, standing))
  // What was chosen on a screen that locked meanwhile is posted again once it is unlocked.
  const actor = requireApplicant(context, { resend: context.actor.by === 'staff' && context.actor.locked })
  // A clerk asks for it: what they read says nothing of the resident.
  const asked = isMode(chosen.language) ? chosen.language : undefined
  const language = open ? languageOf(open.folder, open.applications) : (asked ?? (actor.by === 'clerk' ? undefined : mode))
  const choice = parseChoice(chosen, open?.folder ?? check, today, open?.folder.applicant)
  const again = (errors: readonly FieldError[], consent: ConsentAsked | null): StartAgain => ({ ...chosen, errors, consent })
  // Whoever was chosen there under an id is somebody else here.
  if (!open && isOfAnotherCheck(form, check)) {
    const picked = chosen.picked.filter((pick) => !pick.includes(':'))
    return refused({ ...again([{ key: 'errors:apply.other-check', field: 'pick' }], null), picked, who: '' }, 'conflict')
  }
  const wrong = [...choice.errors, ...(language ? [] : [{ key: 'errors:apply.language', field: 'language' }])]
  if (wrong.length > 0 || !language) return isSwitch ? page(again([], null)) : refused(again(wrong, null), 'invalid')

  const adult = choice.applicant === '' ? adultIn(form) : null
  const { peopled, applicant, values } = adult ? withAdult(choice.peopled, adult) : { ...choice, values: {} }
  const county = check.county
  const folder: Folder = open?.folder ?? folderFor(language, { peopled, applicant, county, values })
  const consent = consentAsked(form, { folder, before: open?.applications ?? [], choice, adult }, today)
  const isAsked = form.has('consenting')
  if (isSwitch) return page(again([], isAsked ? consent : null))
  // An older page, or the page of choices: what is to be agreed to is shown.
  if (!isAsked && !form.has('agree') && (consent.kinds.length > 0 || !open)) return page(again([], consent))
  const errors: FieldError[] = consent.kinds
    .filter((kind) => !consent.agreed.includes(kind))
    .map((kind) => ({ key: `errors:apply.agree-${kind}`, field: `agree-${kind}` }))
  if (adult) errors.push(...adultErrors(adult))
  const agreed: Folder = { ...folder, consents: withConsents(folder, consent.agreed, mode, context.now) }
  if (open) {
    if (errors.length > 0) return refused(again(errors, consent), 'invalid')
    const { add, next } = addedTo(open, agreed, choice.wanted, { last: chosen.last, today })
    if (!(await saveOpenFolder(open, next, context.now, { add }))) return 'stale' as const
    if (actor.by === 'clerk') await noteAdded(actor.assisted, add, context.now)
    return redirectTo(paths.folder(mode))
  }
  // What was posted twice leads to the same folder, whose slip shows its code again. An assisted session is of one folder.
  const own = idOf(
    actor.by === 'clerk'
      ? hash('sha256', `folder of ${actor.assisted.id}`, 'buffer')
      : seedOnce(form, ['folder', ...[chosen.picked, chosen.given, chosen.who].map(String), String(form.get('pin') ?? '')]),
  )
  const opened = async (id: string) => redirectTo(paths.slip(mode), { cookies: [await openFolderSession(context, id)] })
  if (actor.by === 'clerk' && actor.assisted.folderId !== null)
    return actor.assisted.folderId === own && (await folderById(own)) ? opened(own) : redirectTo(paths.counter(mode))
  const pin = parsePin(String(form.get('pin') ?? ''))
  const wrongPin = pinError(pin, parsePin(String(form.get('again') ?? '')), birthDaysOf(peopled))
  if (wrongPin) errors.push({ key: `errors:save.${wrongPin}`, field: wrongPin === 'pin-differs' ? 'again' : 'pin' })
  if (errors.length > 0) return refused(again(errors, consent), 'invalid')
  const practice = actor.by === 'clerk' && actor.practice ? { practice: true as const } : {}
  const drafts = choice.wanted.map(({ service, member }, index) => newApplication(index + 1, service, member))
  const { id } = await makeFolder({ ...agreed, ...practice }, drafts, pin, context.now, own)
  return opened(id)
}
