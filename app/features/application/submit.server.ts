import { logAccess, numbersAmong } from '#app/access/access-log.server.ts'
import { requireApplicant, requireFiling, requireFolder, requireFolderOf } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import type { Filed } from '#app/cases/assisted-session.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { consentKinds, consentVersion } from '#app/cases/consent.ts'
import { twiceIn } from '#app/cases/duplicates.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { type Consent, type Folder, isAboutChild } from '#app/cases/folder.ts'
import { firstOutdatedStep } from '#app/cases/outdated-answers.ts'
import { isOneScreen, sharedSession } from '#app/cases/shared-session.server.ts'
import { type Row, submissionOf, submissionRows } from '#app/cases/submission.ts'
import { type HandedIn, handIn } from '#app/cases/transition.server.ts'
import { folderMark } from '#app/cases/version.server.ts'
import { type DraftApplication, isDone, stepsOf } from '#app/forms/application-form.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { memberOf } from '#app/forms/members.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { uploadsIn } from '#db/uploads.server.ts'
import { draftsIn } from './drafts.server.ts'

/** Data of the review page. */
export async function answersLoader(context: RequestContext) {
  const { mode, today: asOf } = context
  const open = await requireFolder(context)
  const wanted = draftsIn(open, asOf)
  if (wanted.length === 0) return redirectTo(paths.applications(mode))
  const rows: Row[] = submissionRows(open.folder, wanted, asOf)
  const shown = rows.filter(({ empty }) => !empty).map(({ target }) => target)
  await logAccess(context, wanted, numbersAmong(shown))
  const unfinished = unfinishedStep(open.folder, wanted, asOf)
  const filler = requireApplicant(context)
  const sessionId = filler.by === 'clerk' ? filler.assisted.id : undefined
  return page({
    mode,
    at: context.at,
    oneScreen: sessionId !== undefined && isOneScreen(sessionId, mode),
    confirmed: sessionId !== undefined && sharedSession(sessionId).confirmed.includes('apply/answers'),
    rows,
    savedAt: open.stored.savedAt.toISOString(),
    unfinished: unfinished && paths.step(mode, unfinished.block, unfinished.subject, 'answers'),
  })
}

function unfinishedStep(folder: Folder, wanted: readonly DraftApplication[], asOf: string) {
  return stepsOf(folder, wanted, asOf).find((step) => !isDone(folder, wanted, step, asOf))
}

/** The kinds of consent these applications need: that for a child only where a person may be under 14. */
function neededConsents(folder: Folder, wanted: readonly DraftApplication[], asOf: string): Consent['kind'][] {
  return consentKinds.filter((kind) => kind !== 'child' || isAboutChild(folder, wanted, asOf))
}

/** Data of the page of consents and submission. */
export async function submitLoader(context: RequestContext) {
  const { mode, today: asOf } = context
  const open = await requireFolder(context)
  const wanted = draftsIn(open, asOf)
  if (wanted.length === 0) return redirectTo(paths.applications(mode))
  const changed = firstOutdatedStep(open.folder, wanted, asOf)
  const unfinished = changed ?? unfinishedStep(open.folder, wanted, asOf)
  if (unfinished && !changed) return redirectTo(paths.step(mode, unfinished.block, unfinished.subject, 'answers'))
  return page({
    ...{
      mode,
      at: context.at,
      services: wanted.map(({ service, member }) => ({ service, name: memberOf(open.folder, member ?? '')?.name ?? null })),
      round: open.stored.round,
      inFolder: folderMark(open.stored.id),
      savedAt: open.stored.savedAt.toISOString(),
      changed: changed ? paths.step(mode, changed.block, changed.subject, 'answers') : null,
    },
    ...{ consents: neededConsents(open.folder, wanted, asOf), twice: await twiceIn(open, wanted) },
  })
}

/**
 * Submits all drafts, once: the same round again, from another tab or after a lost answer, leads to the same
 * receipt. What was acknowledged is on disk.
 */
export async function submitAction(context: RequestContext, form: FormValues) {
  const { mode, today: asOf, now } = context
  switchMode(form, context)
  const agreed = form.getAll('agree').map(String)
  if (form.has('switch-to')) return page({ agreed, errors: [] as FieldError[] })
  const open = await requireFolderOf(context, form)
  const round = String(form.get('round') ?? '')
  if (open.applications.some((one) => one.round !== null && one.round === round)) return redirectTo(paths.applications(mode))
  const wanted = draftsIn(open, asOf)
  if (wanted.length === 0 || round !== open.stored.round) return redirectTo(paths.applications(mode))
  if (firstOutdatedStep(open.folder, wanted, asOf))
    return refused({ agreed, errors: [{ key: 'retired:changed.submit', field: 'changed' }] satisfies FieldError[] }, 'invalid')
  if (unfinishedStep(open.folder, wanted, asOf)) return redirectTo(paths.answers(mode))
  const missing = neededConsents(open.folder, wanted, asOf).filter((kind) => !agreed.includes(kind))
  if (missing.length > 0) {
    const errors: FieldError[] = missing.map((kind) => ({ key: `errors:apply.agree-${kind}`, field: `agree-${kind}` }))
    return refused({ agreed, errors }, 'invalid')
  }
  const consents: Consent[] = agreed.flatMap((kind) => {
    const known = consentKinds.find((one) => one === kind)
    return known ? [{ kind: known, version: consentVersion(known), at: now.toISOString(), mode }] : []
  })
  const filed = requireFiling(context, 'submit')
  const came = await submitAll(open, wanted, consents, mode, asOf, now, filed)
  if (came === 'stale')
    return refused(
      { agreed, errors: [{ key: 'errors:apply.saved-elsewhere', field: `agree-${consentKinds[0]}` }] satisfies FieldError[] },
      'conflict',
    )
  return redirectTo(paths.applications(mode))
}

/** Submits the drafts of a folder, with the consents, in one commit with their events and messages. @throws for a draft the folder does not have */
export async function submitAll(
  open: OpenFolder,
  wanted: readonly DraftApplication[],
  consents: readonly Consent[],
  mode: Mode,
  asOf: string,
  now: Date,
  filed: Filed = { actor: eventActor('resident') },
) {
  const files = await uploadsIn(open.stored.id)
  const kept = (key: string) => files.filter(({ paper, state }) => paper === key && state === 'kept').map(({ id }) => id)
  const drafts = wanted.map((one): HandedIn => {
    const application = open.applications.find(({ number }) => number === one.number)
    if (!application) throw new Error(`No application ${one.number}`)
    const submission = submissionOf(open.folder, one, consents, kept, mode, asOf)
    const event = { type: 'submit' as const, ...filed, at: now.toISOString(), language: mode, version: submission.version.forms }
    return { application, event, submission }
  })
  return handIn(open, drafts, now)
}
