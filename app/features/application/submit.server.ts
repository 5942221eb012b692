import { requireFiling, requireFolder, requireFolderOf, requireReopened } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import type { Filed } from '#app/cases/assisted-session.server.ts'
import { lackingConsents, neededConsents, withConsents } from '#app/cases/consent.ts'
import type { Difference } from '#app/cases/differences.ts'
import { draftsIn } from '#app/cases/drafts.server.ts'
import { twiceIn } from '#app/cases/duplicates.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { type Consent, countyOf, type Folder } from '#app/cases/folder.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { uploadsOf } from '#app/cases/folder-uploads.server.ts'
import { answersVersion, changedSince, encryptOpened, submissionVersion } from '#app/cases/opened-answers.server.ts'
import { firstOutdatedStep } from '#app/cases/outdated-answers.ts'
import { submissionOf } from '#app/cases/submission.ts'
import { type HandedIn, handIn } from '#app/cases/transition.server.ts'
import { afterConflict, folderMark, isConflictSwitched, openedAt, sentWith } from '#app/cases/version.server.ts'
import type { DraftApplication } from '#app/forms/application-form.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { memberOf } from '#app/forms/members.ts'
import { choicesAmong } from '#app/forms/result-groups.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import { serviceById } from '#app/services/index.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { StoredUpload } from '#db/uploads.server.ts'
import { unfinishedStep } from './answers.server.ts'
import { tooYoungIn } from './name-adult.server.ts'
import { removeUnasked, unaskedFiles, unaskedPapers } from './unasked-files.server.ts'

/** Data of the page of consents and submission. */
export async function submitLoader(context: RequestContext) {
  const { mode, today: asOf } = context
  const open = await requireFolder(context)
  const wanted = draftsIn(open, asOf)
  if (wanted.length === 0) return redirectTo(paths.applications(mode))
  const unfinished = unfinishedStep(open.folder, wanted, asOf)
  // A step with an outdated answer is unfinished too.
  const changed = unfinished && firstOutdatedStep(open.folder, wanted, asOf)
  if (unfinished && !changed) return redirectTo(paths.step(mode, unfinished.block, unfinished.subject, 'answers'))
  if (tooYoungIn(open, wanted, asOf)) return redirectTo(paths.adult(mode))
  const files = await uploadsOf(open)
  const seen = context.query.get('seen')
  // Whoever read the answers reads them again where they are others by now.
  if (seen !== null && !context.afterPost && seen !== answersVersion(open.folder, wanted, files, asOf))
    return redirectTo(paths.answers(mode, 'changed'))
  return page({
    ...{
      mode,
      at: context.at,
      services: wanted.map(({ service, member }) => ({ service, name: memberOf(open.folder, member ?? '')?.name ?? null })),
      submissionToken: open.stored.submissionToken,
      version: submissionVersion(open.stored, files),
      opened: encryptOpened(open.stored.id, open.folder, wanted, files, asOf),
      inFolder: folderMark(open.stored.id),
      savedAt: open.stored.savedAt.toISOString(),
      changed: changed ? paths.step(mode, changed.block, changed.subject, 'answers') : null,
    },
    ...{
      consents: askedConsents(context, open.folder, wanted),
      twice: await twiceIn(open, wanted, clerkPlace(context)),
      only: choicesWanted(wanted),
    },
    ...{ unasked: await unaskedPapers(open, asOf), departments: departmentsOf(wanted) },
    receivers: await receiversFor(
      countyOf(open.folder),
      wanted.map(({ service }) => service),
    ),
  })
}

/** The place whose cases a clerk sees who helps; null for a resident. */
const clerkPlace = ({ actor }: RequestContext) => (actor.by === 'clerk' ? actor.assisted.place : null)

/** What is handed in together of which one can have only one. */
const choicesWanted = (wanted: readonly DraftApplication[]) =>
  choicesAmong(wanted.map(({ service, member }) => ({ service, member, verdict: 'eligible' as const }))).map(({ choice, lines }) => ({
    choice,
    services: [...new Set(lines.map(({ service }) => service))],
  }))

/** The departments in charge of what is handed in: where one goes as long as no hall receives it. */
const departmentsOf = (wanted: readonly DraftApplication[]) => [
  ...new Set(wanted.flatMap(({ service }) => serviceById(service)?.departments ?? [])),
]

/**
 * The consents asked before handing in: those that were not given when it was begun. Beside a clerk all are, since the resident reads and
 * confirms them on a screen of their own.
 */
function askedConsents({ actor, today }: RequestContext, folder: Folder, wanted: readonly DraftApplication[]): Consent['kind'][] {
  return (actor.by === 'clerk' ? neededConsents : lackingConsents)(folder, wanted, today)
}

/**
 * Submits all drafts, once: the same submission token again, from another tab or after a lost answer, leads to the same
 * receipt. What was acknowledged is on disk. Where something else would be handed in than what was read, nothing is: both are shown.
 */
export async function submitAction(context: RequestContext, form: FormValues) {
  const { mode, today: asOf, now } = context
  switchMode(form, context)
  const agreed = form.getAll('agree').map(String)
  const shown = sentWith(form, String(form.get('opened') ?? ''))
  const again: SubmitAgain = { agreed, version: openedAt(form), opened: shown, errors: [], differences: [] }
  const isSwitch = form.has('switch-to')
  if (isSwitch && !isConflictSwitched(form)) return page(again)
  const submissionToken = submissionTokenIn(form)
  for (let open = await requireFolderOf(context, form); ; open = await requireReopened(context, open)) {
    const { stored, folder, applications } = open
    if (applications.some((one) => one.submissionToken !== null && one.submissionToken === submissionToken))
      return redirectTo(paths.applications(mode))
    const wanted = draftsIn(open, asOf)
    if (wanted.length === 0 || submissionToken !== stored.submissionToken) return redirectTo(paths.applications(mode))
    if (unfinishedStep(folder, wanted, asOf)) {
      // A step with an outdated answer is unfinished too.
      if (firstOutdatedStep(folder, wanted, asOf) === undefined) return redirectTo(paths.answers(mode))
      return refused({ ...again, errors: [{ key: 'retired:changed.submit', field: 'changed' }] }, 'invalid')
    }
    if (tooYoungIn(open, wanted, asOf)) return redirectTo(paths.adult(mode))
    const missing = askedConsents(context, folder, wanted).filter((kind) => !agreed.includes(kind))
    if (missing.length > 0 && !isSwitch) {
      const errors = missing.map((kind) => ({ key: `errors:apply.agree-${kind}`, field: `agree-${kind}` }))
      return refused({ ...again, errors }, 'invalid')
    }
    const files = await uploadsOf(open)
    const version = submissionVersion(stored, files)
    const differences = version === again.version ? [] : changedSince(shown, stored.id, folder, wanted, files, asOf)
    if (differences.length > 0) {
      const opened = encryptOpened(stored.id, folder, wanted, files, asOf)
      const both = { version: afterConflict(version, again.version), opened: afterConflict(opened, shown) }
      return refused<SubmitAgain>({ ...again, ...both, differences }, 'conflict')
    }
    if (isSwitch) return page(again)
    const consents = withConsents(folder, agreed, mode, now)
    const [filed, unasked] = [requireFiling(context, 'submit'), await unaskedFiles(open, files, asOf)]
    // Saved elsewhere meanwhile: tried again on the present content.
    const result = await submitAll(open, wanted, files, consents, mode, asOf, now, filed)
    if (result === 'stale') continue
    if (result === 'done') await removeUnasked(unasked)
    return redirectTo(paths.applications(mode))
  }
}

/** Its input was called `round` in a page opened before an upgrade, and in a form carried over a sign-in since then. */
const submissionTokenIn = (form: FormValues) => String(form.get('submission-token') ?? form.get('round') ?? '')

/** The page shown again: what was agreed to, what was read, and why. */
type SubmitAgain = {
  readonly agreed: readonly string[]
  readonly version: string
  readonly opened: string
  readonly errors: readonly FieldError[]
  readonly differences: readonly Difference[]
}

/** Submits the drafts of a folder, with the consents, in one commit with their events and messages. @throws for a draft the folder does not have */
async function submitAll(
  open: OpenFolder,
  wanted: readonly DraftApplication[],
  files: readonly StoredUpload[],
  consents: readonly Consent[],
  mode: Mode,
  asOf: string,
  now: Date,
  filed: Filed,
) {
  const { folder } = open
  // In a folder of before, whoever hands in themselves reads what they hand in with.
  const language = folder.language ?? (filed.helped ? languageOf(folder, open.applications) : mode)
  const filesOf = (key: string) => files.filter(({ paper, state }) => paper === key && state === 'kept').map(({ id }) => id)
  const drafts = wanted.map((one): HandedIn => {
    const application = open.applications.find(({ number }) => number === one.number)
    if (!application) throw new Error(`No application ${one.number}`)
    const submission = submissionOf(open.folder, one, consents, filesOf, mode, asOf)
    const event = { type: 'submit' as const, ...filed, at: now.toISOString(), language, version: submission.version.forms }
    return { application, event, submission }
  })
  return handIn(open, drafts, now)
}
