import { logAccess, numbersAmong } from '#app/access/access-log.server.ts'
import { requireFiling, requireMayFile } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { applicationName } from '#app/cases/application-name.server.ts'
import { titleAbout } from '#app/cases/asked-items.ts'
import { type Difference, differencesIn, typedBeside } from '#app/cases/differences.ts'
import { saveOpenFolder } from '#app/cases/folder.server.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { uploadsOf } from '#app/cases/folder-uploads.server.ts'
import { parseOptionalText } from '#app/cases/free-text.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { type Row, rowsOfSteps, serviceOf } from '#app/cases/submission.ts'
import { handInAgain } from '#app/cases/transition.server.ts'
import { afterConflict, folderMark, isConflictSwitched, openedAt, standingVersion } from '#app/cases/version.server.ts'
import { withoutInvisibleInText } from '#app/domain/characters.ts'
import { longestText } from '#app/domain/event-text.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import { typedValue } from '#app/domain/fields/index.ts'
import { valueKey } from '#app/domain/form.ts'
import type { Receivers } from '#app/domain/hall.ts'
import { type InEvery, sourceLanguage } from '#app/domain/language.ts'
import { valueIn } from '#app/forms/application-values.ts'
import { fieldTexts } from '#app/forms/field-texts.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { inputName } from '#app/forms/inputs.ts'
import { paths } from '#app/paths.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { type AskedFor, askedFor, notAsked, papersAsked, paperTitle, unansweredErrors } from './asked-for.server.ts'
import {
  correctionVersion,
  parseCorrection,
  prefixOf,
  stepsOpened,
  typedIn,
  typedOf,
  unsentOf,
  withUnsentText,
} from './correction-form.server.ts'
import { movesToInput, toPaperInput } from './correction-ids.ts'
import { textBeside, tooLate } from './late-correction.server.ts'
import { movesTo, resubmissionOf } from './resubmit.server.ts'
import { applicationAt, applicationNow } from './status.server.ts'

type Params = { mode?: string; number?: string }

/** Data of the page that answers a request for corrections: only the items asked for, each with its reason. */
export async function correctionLoader(context: RequestContext, params: Params) {
  const { mode, today: asOf } = context
  const { open, application } = await applicationAt(context, params)
  const now = await askedFor(application)
  // Whoever corrects what was corrected elsewhere meanwhile is told on this page.
  if (!now && !context.afterPost) return redirectTo(paths.application(mode, application.number))
  requireMayFile(context, 'resubmit')
  const asked: AskedFor = now ?? { items: [], unreadable: null, until: null }
  const { folder } = open
  const steps = await stepsOpened(folder, application, asked, asOf)
  const rows = new Map(rowsOfSteps(folder, [application], steps, asOf).map((row) => [row.target, row]))
  const submitted = new Map((await decryptSubmission(application))?.rows.map(({ target, value }) => [target, value]))
  const fields = steps.flatMap((step) =>
    step.fields.map((field) => ({
      field,
      ...besideField(rows.get(valueKey(step, field.id)), submitted.get(valueKey(step, field.id))),
      target: valueKey(step, field.id),
      name: inputName(field, prefixOf(step)),
      texts: fieldTexts(step, serviceOf([application], step), field),
      typed: typedValue(field, valueIn(folder, [application], step, field), asOf),
    })),
  )
  const files = await uploadsOf(open)
  const papers = (await papersAsked(folder, application, asOf)).map((paper) => ({
    ...{ key: paper.key, title: paperTitle(folder, paper) },
    count: files.filter(({ paper: of, state }) => of === paper.key && state === 'kept').length,
  }))
  await logAccess(context, [application], numbersAmong(fields.map(({ target }) => target)))
  return page({
    ...{ mode, at: context.at, number: application.number, service: application.service, ...asked, fields, papers },
    title: await applicationName(application),
    ...{ inFolder: folderMark(open.stored.id), version: correctionVersion(open, application, steps), allowed: now !== undefined },
    gone: await notAsked(application, asked, new Set([...fields.map(({ target }) => target), ...papers.map(({ key }) => `paper/${key}`)])),
    text: unsentOf(open, application),
    people: folder.members.map(({ id, name }) => ({ id, name })),
  })
}

/** What stands beside a field: whose it is, and what was handed in where something else stands there by now. */
const besideField = (row: Row | undefined, submitted: InEvery<string> | undefined) => ({
  title: row ? titleAbout(row.title, row.person) : null,
  submitted: row && submitted && row.value[sourceLanguage] !== submitted[sourceLanguage] ? submitted : null,
})

/**
 * Saves the corrections and resubmits the application; the former submission stays in its history. Where the request was answered or
 * made anew since the page was opened, or something else stands in the fields by now, nothing is saved: both are shown. One that changes
 * nothing of what was asked for is no answer, unless it says why. One that moves the case says first who receives it then. `to-paper`: what was typed is only saved, and a paper opens.
 */
export async function correctionAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode, today: asOf, now } = context
  switchMode(form, context)
  const text = withoutInvisibleInText(String(form.get('words') ?? ''))
  const { text: said, error: textError } = parseOptionalText(text)
  for (let at = await applicationAt(context, params, form); ; at = await applicationNow(context, at)) {
    const { open, application } = at
    const asked = await askedFor(application)
    const opened = openedAt(form)
    if (!asked || !opened.startsWith(`${standingVersion(application)}.`)) return tooLate(open, application, form, mode, asOf)
    const steps = await stepsOpened(open.folder, application, asked, asOf)
    const again: CorrectionAgain = { typed: typedIn(form, steps), text, version: opened, differences: [], errors: [] }
    const version = correctionVersion(open, application, steps)
    const conflict = (differences: readonly Difference[]) =>
      refused({ ...again, version: afterConflict(version, opened), differences }, 'conflict')
    const textDiffers = () => textBeside(unsentOf(open, application), text.trim())
    if (form.has('switch-to')) {
      const isConflict = isConflictSwitched(form) && version !== opened
      const differences = isConflict ? [...typedBeside(open.folder, [application], steps, typedOf(form), asOf), ...textDiffers()] : []
      return differences.length > 0 ? conflict(differences) : page(again)
    }
    const papers = await papersAsked(open.folder, application, asOf)
    const paper = papers.find(({ key }) => key === form.get(toPaperInput))
    const parsed = parseCorrection(open, application, steps, form, asOf, paper !== undefined)
    const errors = [...parsed.errors]
    if (textError) errors.push({ key: `errors:field.${textError}`, field: 'words', values: { most: longestText } })
    if (errors.length > 0) return refused({ ...again, errors }, 'invalid')
    const differences =
      version === opened ? [] : [...differencesIn(open.folder, parsed.folder, [application], steps, asOf), ...textDiffers()]
    if (differences.length > 0) return conflict(differences)
    const filed = requireFiling(context, 'resubmit')
    if (paper) {
      if (await saveOpenFolder(open, withUnsentText(parsed.folder, application, text), now)) return redirectTo(paths.paper(mode, paper.key))
      continue
    }
    const before = await decryptSubmission(application)
    const answerable = [
      ...steps.flatMap((step) => step.fields.map(({ id }) => valueKey(step, id))),
      ...papers.map(({ key }) => `paper/${key}`),
    ]
    const isAnswerable = (target: string) => answerable.includes(target)
    const { submission, differs } = await resubmissionOf(parsed.folder, application, before, steps, isAnswerable, mode, asOf)
    const changed = answerable.filter(differs)
    if (answerable.length > 0 && changed.length === 0 && !said)
      return refused({ ...again, errors: unansweredErrors(application, before, asked, answerable) }, 'invalid')
    const to = movesTo(parsed.folder, application, isAnswerable)
    if (to && form.get(movesToInput) !== to) {
      const moving = await receiversFor(to, [application.service])
      return refused({ ...again, moving, errors: [{ key: 'errors:correct.moves', field: movesToInput }] }, 'invalid')
    }
    const event = {
      ...{ type: 'resubmit' as const, ...filed, at: now.toISOString(), language: languageOf(open.folder, open.applications) },
      ...{ version: submission.version.forms, changed, before, ...(said ? { words: said } : {}) },
    }
    const result = await handInAgain(open, withUnsentText(parsed.folder, application, ''), application, event, submission, isAnswerable)
    // Saved elsewhere meanwhile, perhaps another step: tried again on the present content.
    if (result !== 'stale') return redirectTo(paths.application(mode, application.number))
  }
}

/** A correction shown again: what was typed, and why. */
type CorrectionAgain = {
  readonly typed: Readonly<Record<string, TypedField>>
  /** What was written beside it. */
  readonly text: string
  readonly version: string
  /** Who receives it where the corrected county is another, if that was not shown yet. */
  readonly moving?: Receivers | null
  readonly errors: readonly FieldError[]
  readonly differences: readonly Difference[]
}
