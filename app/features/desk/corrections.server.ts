import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { fieldInFull, paperInFull, titleAbout } from '#app/cases/asked-items.ts'
import { papersToAsk, stepsAskedFor } from '#app/cases/corrected.ts'
import type { Folder } from '#app/cases/folder.ts'
import { parseFreeText } from '#app/cases/free-text.ts'
import { calledInCase } from '#app/cases/handed-in-values.ts'
import { saidAt } from '#app/cases/own-phrases.server.ts'
import { couldHaveBeenAsked, stillMissing } from '#app/cases/repeat-applications.ts'
import { bothOf } from '#app/cases/stored-texts.ts'
import { type Row, rowsOfSteps, type Submission, submissionRows, textInEvery } from '#app/cases/submission.ts'
import { isConflictSwitched } from '#app/cases/version.server.ts'
import { unitsPerCharacter } from '#app/domain/characters.ts'
import { addDays, type Day } from '#app/domain/day.ts'
import { longestText } from '#app/domain/event-text.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import { parseText } from '#app/domain/identity.ts'
import type { InEvery } from '#app/domain/language.ts'
import { type CorrectionItem, correctionReasons } from '#app/domain/worded-step.ts'
import { formOf } from '#app/forms/application-form.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paperName } from '#app/i18n/stored-names.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import {
  applyHallEvent,
  type CaseParams,
  caseAt,
  type DeskCase,
  eventBy,
  movedOn,
  requireAllowed,
  seenIn,
  whyNotAllowed,
} from './case.server.ts'
import { caseAddress } from './case-address.ts'
import { headOfCase } from './case-view.server.ts'
import { parseDayIn, typedDayIn, typedDayOf } from './day-input.ts'
import { stepToReword } from './held-texts.server.ts'
import { sinceOpened } from './since-opened.server.ts'
import { maskedRow } from './submitted.server.ts'

/**
 * What can be asked for: a field with its submitted value, or a paper. `visible`: it could have been asked for last time; `still`: it was,
 * and has not come.
 */
export type Askable = {
  readonly target: string
  readonly title: InEvery<string>
  readonly label: InEvery<string>
  readonly value: InEvery<string> | null
  readonly visible: boolean
  readonly still: boolean
}

/** Every field and paper of the form, as submitted. */
function askables({ application, folder, submission, history }: DeskCase, asOf: Day): { fields: Askable[]; papers: Askable[] } {
  const [unchanged, missing] = [couldHaveBeenAsked(history, submission), stillMissing(history, submission)]
  const asked = (target: string) => ({ still: missing(target), visible: unchanged(target) && !missing(target) })
  const submitted = new Map(submission.rows.map((row) => [row.target, maskedRow(row).value]))
  const fields = rowsAsked(folder, application, submission, asOf).map(({ target, title, person, label }) => ({
    ...{ target, title: titleAbout(title, person), label, value: submitted.get(target) ?? null, ...asked(target) },
  }))
  const papers = papersToAsk(folder, application, submission.papers, asOf).map(({ key, textKey, member }) => {
    const target = `paper/${key}`
    const label = paperInFull(bothOf(paperName(textKey)), member === null ? null : calledInCase(folder, member, submission.rows) || null)
    return { target, title: textInEvery('application:papers'), label, value: null, ...asked(target) }
  })
  return { fields, papers }
}

/** The lines of the form as it is; of a service that went, those it shares with others. */
function rowsAsked(folder: Folder, application: DeskCase['application'], submission: Submission, asOf: Day): Row[] {
  if (formOf(application.service)) return submissionRows(folder, [application], asOf)
  const submitted = new Set(submission.rows.map(({ target }) => target))
  return rowsOfSteps(
    folder,
    [application],
    stepsAskedFor(folder, application, submitted, (target) => submitted.has(target), asOf),
    asOf,
  )
}

/** Everything the page shows on which one asks for corrections. */
export async function correctionsLoader(context: RequestContext, params: CaseParams) {
  const deskCase = await caseAt(context, params)
  requireAllowed(deskCase, 'ask-correction')
  const { mode, staff } = deskCase
  return page({
    ...{ mode, at: context.at, staff, ...headOfCase(deskCase) },
    ...askables(deskCase, context.today),
    phrases: deskCase.phrases,
    whyNot: whyNotAllowed(deskCase, 'ask-correction'),
    ...{ until: typedDayOf(undefined), ...asking(context), ...(await correctionsWaiting(deskCase)) },
  })
}

/** What is asked for already where one comes from an item of the case. */
function asking({ query }: RequestContext): { typed?: Record<string, TypedItem>; ask: string | null } {
  const ask = query.get('ask')
  return ask === null ? { ask } : { ask, typed: { [ask]: { asked: true, reason: '', phrase: '', text: '' } } }
}

/** What somebody asked for that waits for a second reader or was returned by one, to be written otherwise. */
async function correctionsWaiting(deskCase: DeskCase): Promise<{ typed?: Record<string, TypedItem>; again?: string; until?: TypedField }> {
  const step = await stepToReword(deskCase)
  if (step?.type !== 'ask-correction') return {}
  const typed = step.items.map(({ target, reason, words: text }): [string, TypedItem] => [
    target,
    { asked: true, reason, phrase: text?.phrase ?? '', text: text?.text ?? '' },
  ])
  return { typed: Object.fromEntries(typed), again: step.again ?? '', until: typedDayOf(step.until) }
}

/** What stands in the inputs of one item. */
export type TypedItem = { readonly asked: boolean; readonly reason: string; readonly phrase: string; readonly text: string }

/** Requests every chosen correction at once. An incomplete form comes back as typed. */
export async function correctionsAction(context: RequestContext, form: FormValues, params: CaseParams) {
  const deskCase = await caseAt(context, params)
  requireAllowed(deskCase, 'ask-correction')
  switchMode(form, context)
  const { fields, papers } = askables(deskCase, context.today)
  const all = [...fields, ...papers]
  const typed = Object.fromEntries(all.map(({ target }) => [target, typedIn(form, target)]))
  const again = String(form.get('again') ?? '')
  const until = typedDayIn(form, 'until')
  const shown = { typed, again, until }
  /** Not taken: shown with what happened since the form was opened, also after a switch of the language. */
  const notTaken = async (wrong: FieldError) =>
    refused({ ...shown, errors: [{ ...wrong, field: 'send' }], ...(await sinceOpened(context, params, form)) }, 'conflict')
  if (isConflictSwitched(form, 'seen')) return notTaken(movedOn)
  if (form.has('switch-to')) return page({ ...shown, seen: seenIn(form), errors: [] as FieldError[] })
  const asked = all.filter(({ target }) => typed[target]?.asked)
  const parsed = asked.map((item) => parseItem(item, typedIn(form, item.target), saidAt(deskCase.place)))
  const errors = all.flatMap((item) => (isHalfAsked(typed[item.target]) ? [halfAsked(item)] : []))
  errors.push(...parsed.flatMap(({ error }) => (error ? [error] : [])))
  if (asked.length === 0 && errors.length === 0) errors.push({ key: 'desk:error.items', field: `ask-${all[0]?.target ?? ''}` })
  const why = parseText(again.slice(0, longestText * unitsPerCharacter), longestText)
  const needsWhy = asked.some(({ visible }) => visible)
  if (!why.ok && why.error === 'text-too-long')
    errors.push({ key: 'desk:error.text-too-long', field: 'again', values: { most: longestText } })
  else if (needsWhy && !why.ok) errors.push({ key: 'desk:error.again', field: 'again' })
  const by = parseDayIn(until, 'until', { from: addDays(context.today, 1) })
  if (by.error) errors.push(by.error)
  if (errors.length > 0) return refused({ ...shown, seen: seenIn(form), errors }, 'invalid')
  const items = parsed.flatMap(({ item }) => (item ? [item] : []))
  const event = {
    type: 'ask-correction' as const,
    ...eventBy(deskCase, context.now),
    items,
    ...(why.ok ? { again: why.value } : {}),
    ...(by.day ? { until: by.day } : {}),
  }
  const wrong = await applyHallEvent(deskCase, event, form)
  if (wrong) return notTaken(wrong)
  return redirectTo(caseAddress(context, deskCase.application.id))
}

/** Was something written for an item that is not ticked? Whether it is asked for is not known then, and nothing of it is dropped. */
const isHalfAsked = (typed: TypedItem | undefined) =>
  typed !== undefined && !typed.asked && (typed.reason !== '' || typed.phrase !== '' || typed.text.trim() !== '')
const halfAsked = ({ target }: Askable): FieldError => ({ key: 'desk:error.item-unticked', field: `ask-${target}` })

function typedIn(form: FormValues, target: string): TypedItem {
  const given = (name: string) => String(form.get(`${name}-${target}`) ?? '')
  return { asked: form.has(`ask-${target}`), reason: given('reason'), phrase: given('phrase'), text: given('words') }
}

function parseItem(
  asked: Askable,
  { reason, phrase, text: typed }: TypedItem,
  said: ReturnType<typeof saidAt>,
): { item?: CorrectionItem; error?: FieldError } {
  const { target, still } = asked
  const known = correctionReasons.find((one) => one === reason)
  if (!known) return { error: { key: 'desk:error.item-reason', field: `reason-${target}` } }
  const { text, error } = parseFreeText(typed, phrase, said)
  if (error) return { error: { key: `desk:error.${error}`, field: `words-${target}`, values: { most: longestText } } }
  if (known === 'other' && !text) return { error: { key: 'desk:error.item-text', field: `words-${target}` } }
  // Its name goes with it: what is empty, and what no form asks any more by the time, is named too.
  const label = target.startsWith('paper/') ? asked.label : fieldInFull(asked)
  return { item: { target, label, reason: known, ...(still ? { still } : {}), ...(text ? { words: text } : {}) } }
}
