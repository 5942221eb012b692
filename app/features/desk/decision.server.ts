import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { parseFreeText } from '#app/cases/free-text.ts'
import { saidAt } from '#app/cases/own-phrases.server.ts'
import { isConflictSwitched } from '#app/cases/version.server.ts'
import { needsWhy } from '#app/domain/decision.ts'
import { type EventText, longestText } from '#app/domain/event-text.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { sourceLanguage } from '#app/i18n/mode.ts'
import { lawOf } from '#app/services/index.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { whyNotApproved } from './approve-here.server.ts'
import {
  applyHallEvent,
  type CaseParams,
  caseAt,
  type DeskCase,
  eventBy,
  type HallEvent,
  movedOn,
  requireAllowed,
  seenIn,
  whyNotAllowed,
} from './case.server.ts'
import { caseAddress } from './case-address.ts'
import { staffIn } from './case-staff.server.ts'
import { traceOf } from './case-trace.server.ts'
import { headOfCase } from './case-view.server.ts'
import { heldTextOf, stepToReword } from './held-texts.server.ts'
import { textReturned } from './internal-texts.server.ts'
import { sinceOpened } from './since-opened.server.ts'

/** The decisions that take texts; each has a page of its own. */
export type Decision = 'approve' | 'decline' | 'return' | 'return-text'
/** What each decision is as an event. */
const eventOf = { approve: 'approve', decline: 'propose-decline', return: 'return-proposal', 'return-text': 'return-words' } as const

/** Data of the page of a decision: the conditions with the hall's decisions, and whether a reason is required. */
export async function decisionLoader(context: RequestContext, params: CaseParams, decision: Decision) {
  const deskCase = await caseAt(context, params)
  requireAllowed(deskCase, eventOf[decision])
  const { mode, staff } = deskCase
  return page({
    ...{ mode, at: context.at, staff, decision, ...headOfCase(deskCase) },
    whyNot: whyNotAllowed(deskCase, eventOf[decision]),
    needsWhy: mustSayWhy(deskCase, decision),
    isPlaced: decision === 'approve' && isPlaced(deskCase),
    ...{ trace: traceOf(deskCase), phrases: deskCase.phrases },
    typed: await textHeld(deskCase, decision),
    held: decision === 'return-text' ? await heldTextOf(deskCase, await staffNames(staffIn(deskCase.history)), context.today) : null,
  })
}

/** What somebody wrote that waits for a second reader, or was returned by one, to be written otherwise. */
async function textHeld(deskCase: DeskCase, decision: Decision) {
  if (decision === 'return' || decision === 'return-text') {
    const returned = textReturned(deskCase, eventOf[decision])
    return returned && { phrase: returned.phrase ?? '', text: returned.text, condition: '' }
  }
  const step = await stepToReword(deskCase)
  if (step?.type !== eventOf[decision] || !('reason' in step)) return undefined
  return { phrase: step.reason?.phrase ?? '', text: step.reason?.text ?? '', condition: ('condition' in step && step.condition) || '' }
}

function mustSayWhy(deskCase: DeskCase, decision: Decision): boolean {
  return decision !== 'approve' || needsWhy(traceOf(deskCase)) || isPlaced(deskCase)
}

/** Does the service end by naming a place, or who gives one? */
const isPlaced = ({ application }: DeskCase) => lawOf(application.service)?.act.placed === true

/** Saves a decision. An incomplete form comes back as typed, also where something happened meanwhile. */
export async function decisionAction(context: RequestContext, form: FormValues, params: CaseParams, decision: Decision) {
  const deskCase = await caseAt(context, params)
  requireAllowed(deskCase, eventOf[decision])
  switchMode(form, context)
  const given = (name: string) => String(form.get(name) ?? '')
  const typed = { phrase: given('phrase'), text: given('words'), condition: given('condition') }
  /** Not taken: shown with what happened since the form was opened, also after a switch of the language. */
  const notTaken = async (wrong: FieldError) =>
    refused({ typed, errors: [{ ...wrong, field: 'send' }], ...(await sinceOpened(context, params, form)) }, 'conflict')
  if (isConflictSwitched(form, 'seen')) return notTaken(movedOn)
  if (form.has('switch-to')) return page({ typed, seen: seenIn(form), errors: [] as FieldError[] })
  const condition = deskCase.submission.trace.find((one) => one.condition === typed.condition)?.condition
  const { text, error } = parseFreeText(typed.text, typed.phrase, saidAt(deskCase.place))
  const errors: FieldError[] = []
  if (decision === 'decline' && !condition) errors.push({ key: 'desk:error.condition', field: 'condition' })
  if (error) errors.push({ key: `desk:error.${error}`, field: 'words', values: { most: longestText } })
  else if (!text && mustSayWhy(deskCase, decision))
    errors.push({
      key: decision !== 'approve' ? 'desk:error.reason' : isPlaced(deskCase) ? 'desk:error.place' : 'desk:error.why',
      field: 'words',
    })
  const first = decision === 'approve' && errors.length === 0 ? whyNotApproved(deskCase, false) : undefined
  if (first) errors.push({ ...first, field: 'words' })
  if (errors.length > 0) return refused({ typed, seen: seenIn(form), errors }, 'invalid')
  const wrong = await applyHallEvent(deskCase, decided(deskCase, context.now, decision, text, condition), form)
  if (wrong) return notTaken(wrong)
  return redirectTo(caseAddress(context, deskCase.application.id))
}

function decided(deskCase: DeskCase, now: Date, decision: Decision, text: EventText | undefined, condition: string | undefined): HallEvent {
  const common = eventBy(deskCase, now)
  if (decision === 'approve') return { type: 'approve', ...common, ...(text ? { reason: text } : {}) }
  const reason = text ?? { text: '', language: sourceLanguage }
  if (decision === 'return' || decision === 'return-text') return { type: eventOf[decision], ...common, reason }
  return { type: 'propose-decline', ...common, ...(condition ? { condition } : {}), reason }
}
