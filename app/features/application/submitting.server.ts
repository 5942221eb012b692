import { json, redirect } from '@remix-run/node'
import { consentKinds, consentVersion } from '#app/cases/consent.ts'
import { twiceIn } from '#app/cases/duplicates.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { type Consent, type Folder, isAboutChild, isDone, memberOf, stepsOf, type Wanted } from '#app/cases/folder.ts'
import type { Filed } from '#app/cases/helping.server.ts'
import { actor } from '#app/cases/moving.server.ts'
import { type Row, rowsOf, submissionOf } from '#app/cases/submission.ts'
import { isOneScreen, together } from '#app/cases/together.server.ts'
import { type HandedIn, handIn } from '#app/cases/transition.server.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { papersIn } from '#db/papers.server.ts'
import { noteLooks, numbersAmong } from '../client-looks.server.ts'
import { filedBy, fillerAt } from '../client-session.server.ts'
import { folderAt } from '../open-folder.server.ts'
import { modeOf, placeOf, today } from '../page-data.ts'
import { switchMode } from '../switch-mode.server.ts'
import { openOnes } from './filling.server.ts'

type Params = { mode?: string }

/** Everything the page shows on which one looks over the answers. */
export async function showAnswers(request: Request, params: Params) {
  const [mode, asOf] = [modeOf(params), today()]
  const open = await folderAt(request, mode)
  const wanted = openOnes(open)
  if (wanted.length === 0) throw redirect(paths.applications(mode))
  const rows: Row[] = rowsOf(open.folder, wanted, asOf)
  const shown = rows.filter(({ empty }) => !empty).map(({ target }) => target)
  await noteLooks(request, wanted, numbersAmong(shown))
  const unfinished = unfinishedStep(open.folder, wanted, asOf)
  const filler = await fillerAt(request, mode)
  const client = filler.by === 'clerk' ? filler.client.id : undefined
  return json({
    mode,
    at: placeOf(request),
    oneScreen: client !== undefined && isOneScreen(client, mode),
    confirmed: client !== undefined && together(client).confirmed.includes('apply/answers'),
    rows,
    savedAt: open.stored.savedAt.toISOString(),
    unfinished: unfinished && paths.step(mode, unfinished.block, unfinished.subject, 'answers'),
  })
}

function unfinishedStep(folder: Folder, wanted: readonly Wanted[], asOf: string) {
  return stepsOf(folder, wanted, asOf).find((step) => !isDone(folder, wanted, step))
}

/** The kinds of consent these applications need: a child's own only where somebody may be under 14. */
function neededConsents(folder: Folder, wanted: readonly Wanted[], asOf: string): Consent['kind'][] {
  return consentKinds.filter((kind) => kind !== 'child' || isAboutChild(folder, wanted, asOf))
}

/** Everything the page shows on which one agrees and submits. */
export async function showSubmit(request: Request, params: Params) {
  const [mode, asOf] = [modeOf(params), today()]
  const open = await folderAt(request, mode)
  const wanted = openOnes(open)
  if (wanted.length === 0) throw redirect(paths.applications(mode))
  const unfinished = unfinishedStep(open.folder, wanted, asOf)
  if (unfinished) throw redirect(paths.step(mode, unfinished.block, unfinished.subject, 'answers'))
  return json({
    ...{
      mode,
      at: placeOf(request),
      services: wanted.map(({ service, member }) => ({ service, name: memberOf(open.folder, member ?? '')?.name ?? null })),
      round: open.stored.round,
      savedAt: open.stored.savedAt.toISOString(),
    },
    ...{ consents: neededConsents(open.folder, wanted, asOf), twice: await twiceIn(open, wanted) },
  })
}

/**
 * Submits everything being filled in, once: the same round again, from another tab or after a lost answer, leads to the same
 * receipt. What was acknowledged is on disk.
 */
export async function takeSubmit(request: Request, params: Params) {
  const [mode, asOf, now] = [modeOf(params), today(), new Date()]
  const form = await request.formData()
  switchMode(form, request, mode)
  const agreed = form.getAll('agree').map(String)
  if (form.has('switch-to')) return json({ agreed, errors: [] as FieldError[] })
  const open = await folderAt(request, mode)
  const round = String(form.get('round') ?? '')
  if (open.applications.some((one) => one.round !== null && one.round === round)) throw redirect(paths.applications(mode), 303)
  const wanted = openOnes(open)
  if (wanted.length === 0 || round !== open.stored.round) throw redirect(paths.applications(mode), 303)
  if (unfinishedStep(open.folder, wanted, asOf)) throw redirect(paths.answers(mode), 303)
  const missing = neededConsents(open.folder, wanted, asOf).filter((kind) => !agreed.includes(kind))
  if (missing.length > 0) {
    const errors: FieldError[] = missing.map((kind) => ({ key: `errors:apply.agree-${kind}`, field: `agree-${kind}` }))
    return json({ agreed, errors }, { status: 422 })
  }
  const consents: Consent[] = agreed.flatMap((kind) => {
    const known = consentKinds.find((one) => one === kind)
    return known ? [{ kind: known, version: consentVersion(known), at: now.toISOString(), mode }] : []
  })
  const filed = await filedBy(request, mode, 'submit', now)
  const came = await submitAll(open, wanted, consents, mode, asOf, now, filed)
  if (came === 'stale')
    return json(
      { agreed, errors: [{ key: 'errors:apply.saved-elsewhere', field: `agree-${consentKinds[0]}` }] satisfies FieldError[] },
      { status: 409 },
    )
  throw redirect(paths.applications(mode), 303)
}

/** Submits the drafts of a folder, with what was agreed to, in one commit with their events and messages. */
export async function submitAll(
  open: OpenFolder,
  wanted: readonly Wanted[],
  consents: readonly Consent[],
  mode: Mode,
  asOf: string,
  now: Date,
  filed: Filed = { actor: actor('resident') },
) {
  const files = await papersIn(open.stored.id)
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
