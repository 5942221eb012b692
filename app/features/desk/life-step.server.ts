import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { lifeForms } from '#app/cases/life-forms.ts'
import { saidAt } from '#app/cases/own-phrases.server.ts'
import { isConflictSwitched } from '#app/cases/version.server.ts'
import type { LifeStep } from '#app/domain/application.ts'
import { isAccepted } from '#app/domain/clock.ts'
import { applicationEvent } from '#app/domain/event.ts'
import { returnedInternal } from '#app/domain/internal-texts.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { questionsIn } from './asked.server.ts'
import {
  applyHallEvent,
  type CaseParams,
  caseAt,
  type DeskCase,
  eventBy,
  type HallEvent,
  isMovedOn,
  movedOn,
  requireAllowed,
  seenIn,
  whyNotAllowed,
} from './case.server.ts'
import { caseAddress } from './case-address.ts'
import { headOfCase } from './case-view.server.ts'
import { stepToReword } from './held-texts.server.ts'
import { checkStep, typedAgain } from './life-checks.ts'
import { daysOf } from './life-days.ts'
import { parseFields, typedFieldsIn, typedFieldsOf } from './life-fields.ts'
import { optionsOf } from './life-options.ts'
import { sinceOpened } from './since-opened.server.ts'

/** Data of the page of a step. */
export async function lifeStepLoader(context: RequestContext, params: CaseParams, step: LifeStep) {
  const deskCase = await caseAt(context, params)
  requireAllowed(deskCase, step)
  const { mode, staff } = deskCase
  return page({
    ...{ mode, at: context.at, staff, step, ...headOfCase(deskCase) },
    whyNot: whyNotAllowed(deskCase, step),
    typed: typedFieldsOf(lifeForms[step], await toReword(deskCase, step)),
    options: optionsOf(step, deskCase.application),
    asked: step === 'answer-resident' ? questionsIn(deskCase) : [],
    phrases: deskCase.phrases,
  })
}

/** What somebody wrote that waits for a second reader, or was returned by one, to be written otherwise. */
async function toReword(deskCase: DeskCase, step: LifeStep): Promise<object | undefined> {
  const held = await stepToReword(deskCase)
  const isOf = (type: string | undefined) => type === step
  if (isOf(held?.type)) return held
  return returnedInternal(deskCase.history, deskCase.who.id).findLast((one) => isOf(one.held.step.type))?.held.step
}

/** Takes a step. An incomplete form comes back as typed, also where something happened meanwhile. */
export async function lifeStepAction(context: RequestContext, form: FormValues, params: CaseParams, step: LifeStep) {
  const deskCase = await caseAt(context, params)
  requireAllowed(deskCase, step)
  switchMode(form, context)
  const typed = typedFieldsIn(lifeForms[step], form)
  /** Not taken: shown with what happened since the form was opened, also after a switch of the language. */
  const notTaken = async (wrong: FieldError) =>
    refused({ typed, errors: [{ ...wrong, field: 'send' }], ...(await sinceOpened(context, params, form)) }, 'conflict')
  if (isConflictSwitched(form, 'seen')) return notTaken(movedOn)
  if (form.has('switch-to')) return page({ typed, seen: seenIn(form), errors: [] as FieldError[] })
  const { application, history } = deskCase
  const days = { ...daysOf(step, application, history), to: context.today, own: saidAt(deskCase.place) }
  const { values, errors } = parseFields(lifeForms[step], typed, days, optionsOf(step, application))
  if (errors.length === 0) errors.push(...checkStep(step, values, { service: application.service, history, today: context.today }))
  // What is wrong may only be so because the case moved on: that is said first.
  if (errors.length > 0 && isMovedOn(deskCase, step, form)) return notTaken(movedOn)
  if (errors.length > 0) return refused({ typed: typedAgain(typed, errors), seen: seenIn(form), errors }, 'invalid')
  const before = step === 'reopen' && !isAccepted(history) ? { unaccepted: true } : {}
  const event = applicationEvent.parse({ type: step, ...eventBy(deskCase, context.now), ...values, ...before }) as HallEvent
  const wrong = await applyHallEvent(deskCase, event, form)
  if (wrong?.field === 'words') return refused({ typed, seen: seenIn(form), errors: [{ ...wrong, field: textField(step) }] }, 'invalid')
  if (wrong) return notTaken(wrong)
  // What was sent on may be out of sight now.
  return redirectTo(step === 'send-on' ? paths.queue(deskCase.mode) : caseAddress(context, application.id))
}

/** The name of the text of a step; of one without, that of its line. */
const textField = (step: LifeStep): string =>
  (lifeForms[step].find(({ kind }) => kind === 'text') ?? lifeForms[step].find(({ kind }) => kind === 'line'))?.name ?? 'send'
