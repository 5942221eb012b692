import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { notFound, redirectTo, stop } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { historyOf } from '#app/cases/case-events.server.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import type { Submission } from '#app/cases/submission.ts'
import { type Case, caseRead, changeCase } from '#app/cases/transition.server.ts'
import { isWhole } from '#app/cases/whole.ts'
import { caseRoles, type HallStep, ruleOf, statuses } from '#app/domain/application.ts'
import { type HallActor, mayAtDesk } from '#app/domain/decision.ts'
import type { ApplicationEvent, HistoryEvent } from '#app/domain/event.ts'
import { landDemandOf } from '#app/domain/held-words.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { readable, unreadable } from '#app/security/stored-value.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { caseWithin } from '#db/cases.server.ts'
import { found } from '../page-data.ts'

/** What addresses of cases name. */
export type CaseParams = { mode?: string; id?: string; file?: string }

/** What somebody of the hall does, as an event. */
export type HallEvent = Extract<ApplicationEvent, { type: HallStep }>

/** A case a member of staff has before them, with all that is known of it. */
export type DeskCase = Case & {
  readonly mode: Mode
  readonly staff: Staff
  readonly who: HallActor & { readonly role: (typeof caseRoles)[number] }
  readonly place: string
  readonly history: readonly HistoryEvent[]
  readonly submission: Submission
}

/** The case a URL names. Throws 404 where there is none in the place of whoever asks, the way to sign in where nobody is. */
export async function caseAt(context: RequestContext, params: CaseParams): Promise<DeskCase> {
  const { mode } = context
  const staff = requireStaff(context, 'cases')
  const place = requirePlace(staff)
  const role = found(caseRoles.find((one) => one === staff.role))
  const application = found(await caseWithin(place, params.id ?? ''))
  if (!isWhole(application)) throw unreadable({ table: 'applications', id: application.id })
  const ofCase = readable(await caseRead(application))
  const [history, submission] = [await historyOf(application.id), found(await decryptSubmission(application))]
  return { mode, staff, who: { role, id: staff.id }, place, ...ofCase, history, submission }
}

/** May this person do this with the case now? */
export function isAllowedTo({ application, who }: DeskCase, step: HallStep): boolean {
  return mayAtDesk(application, step, who)
}

/** Throws 404 where a step is never this role's: what is not theirs does not exist for them. */
export function requireAllowed({ who }: DeskCase, step: HallStep): void {
  const low = { rating: 1, ratingAnsweredAt: null }
  const ever = statuses.some((status) =>
    [null, 'somebody'].some((proposedBy) =>
      [null, 'somebody', who.id].some((heldBy) => mayAtDesk({ status, proposedBy, heldBy, ...low }, step, who)),
    ),
  )
  if (!ever) throw notFound()
}

/** Who does it and when, as every event says. */
export const eventBy = ({ who }: DeskCase, now: Date) => ({ actor: { role: who.role, id: who.id }, at: now.toISOString() })

/**
 * Takes a step that was decided on the version the form was shown at; what is wrong where it was not taken: something happened
 * meanwhile, or it cannot be done where the case now stands. Nothing is written then.
 */
export async function applyHallEvent(deskCase: DeskCase, event: HallEvent, form: FormValues): Promise<FieldError | undefined> {
  requireAllowed(deskCase, event.type)
  const seen = Number(form.get('seen') ?? Number.NaN)
  if (!ruleOf(event.type).beside && seen !== deskCase.application.version) return { key: 'desk:error.moved-on', field: 'moves' }
  const came = await changeCase(deskCase, event)
  if (came === 'done') return undefined
  // The screen of the case says that its words wait, and why.
  if (came === 'held') throw stop(redirectTo(paths.deskCase(deskCase.mode, deskCase.application.id)))
  if (came === 'no-reader') return { key: 'desk:error.no-reader', field: 'words', values: { caught: landDemandOf(event) ?? '' } }
  return { key: came === 'stale' ? 'desk:error.moved-on' : 'desk:error.not-now', field: 'moves' }
}
