import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { notFound, redirectTo, stop } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { whyBarred } from '#app/cases/barred-steps.ts'
import { type Case, caseRead } from '#app/cases/case.server.ts'
import { historyOf } from '#app/cases/case-events.server.ts'
import { phrasesAt } from '#app/cases/own-phrases.server.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import type { Submission } from '#app/cases/submission.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { sentWith } from '#app/cases/version.server.ts'
import { caseRoles, type HallStep, ruleOf } from '#app/domain/application.ts'
import { type HallActor, inRoleFor, mayAtDesk } from '#app/domain/decision.ts'
import type { ApplicationEvent, HistoryEvent } from '#app/domain/event.ts'
import { landDemandOf } from '#app/domain/held-texts.ts'
import type { OwnPhrase } from '#app/domain/phrase.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'
import type { Staff } from '#app/domain/staff.ts'
import { statuses } from '#app/domain/status.ts'
import { isColleagues } from '#app/domain/transition.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { readable, unreadable } from '#app/security/stored-value.server.ts'
import { isServed } from '#app/services/served.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { caseWithin } from '#db/cases.server.ts'
import { found } from '../page-data.ts'
import { isRepeated } from './repeated.server.ts'

/** Parameters of addresses of cases. */
export type CaseParams = { mode?: string; id?: string; file?: string }

/** Events of hall staff. */
export type HallEvent = Extract<ApplicationEvent, { type: HallStep }>

/** An open case at the desk. */
export type DeskCase = Case & {
  readonly mode: Mode
  readonly staff: Staff
  readonly who: HallActor & { readonly role: (typeof caseRoles)[number] }
  readonly place: string
  /** Standard sentences of the hall and of the places above it. */
  readonly phrases: readonly OwnPhrase[]
  readonly history: readonly HistoryEvent[]
  readonly submission: Submission
}

/** The case a URL names. @throws `not-found` outside the reader's place; a redirect to sign in */
export async function caseAt(context: RequestContext, params: CaseParams): Promise<DeskCase> {
  const { mode } = context
  const staff = requireStaff(context, 'cases')
  const place = requirePlace(staff)
  const role = found(caseRoles.find((one) => one === staff.role))
  const application = found(await caseWithin(place, params.id ?? ''))
  if (!isReadableRow(application)) throw unreadable({ table: 'applications', id: application.id })
  const ofCase = readable(await caseRead(application))
  const [history, submission] = [await historyOf(application.id), found(await decryptSubmission(application))]
  return { mode, staff, who: { role, roles: staff.roles, id: staff.id }, place, phrases: phrasesAt(place), ...ofCase, history, submission }
}

/** Do they serve the service of the case? */
export const servesIt = ({ staff, application }: DeskCase): boolean => isServed(staff.serves, application.service)

/** Steps of those who look over the hall or read texts of a colleague, and what stands beside a case: whatever service one serves. */
const ofAnyService = [
  'assign',
  'answer-rating',
  'hold-words',
  'release-words',
  'return-words',
  'retract-words',
  'release-internal',
  'return-internal',
  'retract-internal',
] as const satisfies readonly HallStep[]

/** Is a step of a service they do not serve? */
const isOfOthers = (deskCase: DeskCase, step: HallStep) =>
  ruleOf(step).beside !== true && !ofAnyService.some((one) => one === step) && !servesIt(deskCase)

/** May this staff member do this with the case now? */
export function isAllowedTo(deskCase: DeskCase, step: HallStep): boolean {
  const { application, who } = deskCase
  if (isOfOthers(deskCase, step)) return false
  return mayAtDesk(application, step, who) && !isColleagues(application, step, who) && barredBy(deskCase, step) === null
}

/** Why the service or the history speaks against a step; null where neither does. */
function barredBy({ application, history, who }: DeskCase, step: HallStep) {
  return whyBarred(step, { ...application, history, who: who.id })
}

/**
 * Why a step cannot be taken now, as the key of a sentence: texts of a colleague wait, and whoever reads this can judge them first;
 * they do not serve the service; the service or the history speaks against it; or a colleague works on it; or the case is elsewhere. Null where it can be taken.
 */
export function whyNotAllowed(deskCase: DeskCase, step: HallStep): string | null {
  const { application, who } = deskCase
  if (isOfOthers(deskCase, step)) return 'desk:error.not-served'
  if (mayAtDesk(application, step, who)) return isColleagues(application, step, who) ? 'desk:error.colleagues' : barredBy(deskCase, step)
  return mayAtDesk({ ...application, heldBy: null }, step, who) ? 'desk:error.held-first' : 'desk:error.not-now'
}

/** @throws `not-found` where this role may never take the step */
export function requireAllowed({ who }: DeskCase, step: HallStep): void {
  const ever = statuses.some((status) =>
    [null, 'another'].some((proposedBy) =>
      [null, 'another', who.id].some((heldBy) =>
        // Not rated, and rated low.
        [null, 1].some((rating) => mayAtDesk({ status, proposedBy, heldBy, rating, ratingAnsweredAt: null, askedAt: 'some' }, step, who)),
      ),
    ),
  )
  if (!ever) throw notFound()
}

/** A colleague took a step, or the resident did, since the form was opened. */
export const movedOn: FieldError = { key: 'desk:error.moved-on', field: 'moves' }

/** The version of a case a form was opened at: what happened since was not yet on the page. Empty where it says none. */
export const seenIn = (form: FormValues): string => sentWith(form, String(form.get('seen') ?? '').slice(0, 40))

/** Did something happen to a case since the form of a step was opened? It does not matter to what stands beside the rest. */
export const isMovedOn = ({ application }: DeskCase, step: HallStep, form: FormValues): boolean =>
  ruleOf(step).beside !== true && seenIn(form) !== String(application.version)

/** Actor and time of an event. */
export const eventBy = ({ who }: DeskCase, now: Date) => ({ actor: { role: who.role, id: who.id }, at: now.toISOString() })

/**
 * Takes a step decided on the version the form was opened at. What the same person sent twice from one page is done once, and is no
 * conflict. @returns the error where it was not taken: something happened meanwhile, or the status does not allow it. Nothing is written then.
 */
export async function applyHallEvent(deskCase: DeskCase, asked: HallEvent, form: FormValues): Promise<FieldError | undefined> {
  const event: HallEvent = { ...asked, actor: inRoleFor(asked.type, deskCase.who) }
  requireAllowed(deskCase, event.type)
  if (isOfOthers(deskCase, event.type)) return { key: 'desk:error.not-served', field: 'moves' }
  const seen = seenIn(form)
  for (let now = deskCase; ; now = await readAgain(now)) {
    if (isRepeated(now, event, seen)) return undefined
    if (isMovedOn(now, event.type, form)) return movedOn
    const result = await changeCase(now, event, { alone: true })
    if (result === 'done') return undefined
    // The screen of the case says that its texts wait, and why.
    if (result === 'held') throw stop(redirectTo(paths.deskCase(now.mode, now.application.id)))
    if (result === 'no-reader') {
      const field = event.type === 'note' ? 'note' : 'words'
      return { key: 'desk:error.no-reader', field, values: { caught: landDemandOf(event) ?? '' } }
    }
    if (result !== 'stale') return { key: whyNotAllowed(now, event.type) ?? 'desk:error.not-now', field: 'moves' }
  }
}

/** A case as it is by now. @throws `not-found` where it is not in the reader's place any more */
async function readAgain(deskCase: DeskCase): Promise<DeskCase> {
  const application = found(await caseWithin(deskCase.place, deskCase.application.id))
  return { ...deskCase, application, history: await historyOf(application.id) }
}
