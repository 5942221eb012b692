import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { notFound, page, type RefusedWhy, redirectTo, refused, shownAgain } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { applicationHeads, headIn } from '#app/cases/application-name.server.ts'
import { decryptEvent } from '#app/cases/case-events.server.ts'
import { parseFreeText } from '#app/cases/free-text.ts'
import { nameInCase } from '#app/cases/handed-in-values.ts'
import { saidAt } from '#app/cases/own-phrases.server.ts'
import { afterConflict, isConflictSwitched } from '#app/cases/version.server.ts'
import { dayOf, isMoment } from '#app/domain/day.ts'
import { type ApplicationEvent, type HistoryEvent, kindOfEvent, reasonOf } from '#app/domain/event.ts'
import { longestText } from '#app/domain/event-text.ts'
import { ratedDecision } from '#app/domain/rated-decision.ts'
import { awaitsAnswer, isDissatisfied } from '#app/domain/rating.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { areShortMessagesOffered } from '#app/forms/short-messages.ts'
import { paths } from '#app/paths.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { caseWithin } from '#db/cases.server.ts'
import { countOpenRatings, type OpenRating, openRatings } from '#db/ratings.server.ts'
import { found } from '../page-data.ts'
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
import { headOfCase } from './case-view.server.ts'
import { stepToReword } from './held-texts.server.ts'

/** Ratings on one page. */
const onePage = 25

/** Data of the list of low ratings that wait for an answer: how many, and one page of them, the oldest first. */
export async function ratingsLoader(context: RequestContext) {
  const { mode } = context
  const staff = requireStaff(context, 'ratings')
  const place = requirePlace(staff)
  const after = Number(context.query.get('after')) || 0
  const some = await openRatings(place, after, onePage + 1)
  const shown = some.slice(0, onePage)
  const heads = await applicationHeads(shown)
  return page({
    ...{
      mode,
      at: context.at,
      staff,
      count: await countOpenRatings(place),
      rows: shown.map((one) => ({ title: headIn(heads, one).name, ...rowOf(one) })),
    },
    more: some.length > onePage ? paths.ratings(mode, String(shown.at(-1)?.position)) : null,
  })
}

function rowOf({ id, county, event }: OpenRating) {
  const read = decryptEvent(event)
  if (!read.ok || read.value.type !== 'rate')
    return { id, county, score: null, text: null, at: isMoment(event.at) ? event.at.toISOString() : null, unreadable: event.id }
  const { score, words: text, at } = read.value
  return { id, county, score, text: text ?? null, at, unreadable: null }
}

type Rating = Extract<ApplicationEvent, { type: 'rate' }>

/** The rating in an event. @throws `Unreadable` where it cannot be read, `not-found` where it is no rating */
function ratingIn(event: HistoryEvent | undefined): Rating {
  if (event?.type === 'unreadable') throw unreadable({ table: 'events', id: event.id })
  if (event?.type !== 'rate') throw notFound()
  return event
}

/** The case whose low rating a URL names. @throws `not-found` where it has none, or the role may not answer */
async function ratedAt(context: RequestContext, params: CaseParams): Promise<DeskCase> {
  const deskCase = await caseAt(context, params)
  requireAllowed(deskCase, 'answer-rating')
  if (!isDissatisfied(deskCase.application)) throw notFound()
  return deskCase
}

/** Data of the page of a low rating: the outline of the case, the rating, and its answer. */
export async function ratingLoader(context: RequestContext, params: CaseParams) {
  const deskCase = await ratedAt(context, params)
  const { mode, staff, application, folder, code, history, submission } = deskCase
  const { score, words: text, at } = ratingIn(history.findLast((event) => kindOfEvent(event) === 'rate'))
  const answer = history.findLast((event) => event.type === 'answer-rating')
  const decision = ratedDecision(history)
  const names = await staffNames([answer?.actor.id])
  return page({
    ...{ mode, at: context.at, staff, code, ...headOfCase(deskCase), county: application.county ?? '' },
    ...{ name: nameInCase(folder, application, submission.rows), submitted: dayOf(application.submittedAt ?? at) },
    decision: (decision && reasonOf(decision)) ?? null,
    rating: { score, text: text ?? null, at },
    answer: answer?.type === 'answer-rating' ? { text: answer.words, at: answer.at, by: names.get(answer.actor.id ?? '') ?? null } : null,
    ...{ whyNot: whyNotAllowed(deskCase, 'answer-rating'), sms: areShortMessagesOffered() },
    ...{ typed: await answerWaiting(deskCase), phrases: deskCase.phrases },
  })
}

/** What somebody wrote that waits for a second reader or was returned by one, to be written otherwise. */
async function answerWaiting(deskCase: DeskCase) {
  const step = await stepToReword(deskCase)
  return step?.type === 'answer-rating' ? { phrase: step.words.phrase ?? '', text: step.words.text } : undefined
}

/** Answers a low rating: with that it is closed. What lacks comes back as typed; who comes too late is told. */
export async function ratingAction(context: RequestContext, form: FormValues, params: CaseParams) {
  const deskCase = await ratedAt(context, params)
  const { mode, application, place } = deskCase
  switchMode(form, context)
  const typed = { phrase: String(form.get('phrase') ?? ''), text: String(form.get('words') ?? '') }
  const seen = seenIn(form)
  const again = (errors: FieldError[], why?: RefusedWhy) => shownAgain({ typed, errors, seen }, why)
  /** Not sent: shown with what became of the case, also after a switch of the language. */
  const notSent = async (wrong: FieldError) => {
    const now = found(await caseWithin(place, application.id))
    const error = awaitsAnswer(now) ? { ...wrong, field: 'send' } : { key: 'ratings:error.answered', field: 'answer' }
    return refused({ typed, errors: [error], seen: afterConflict(String(now.version), seen) }, 'conflict')
  }
  if (isConflictSwitched(form, 'seen')) return notSent(movedOn)
  if (form.has('switch-to')) return again([])
  const { text, error } = parseFreeText(typed.text, typed.phrase, saidAt(place))
  if (error) return again([{ key: `desk:error.${error}`, field: 'words', values: { most: longestText } }], 'invalid')
  if (!text) return again([{ key: 'ratings:error.empty', field: 'words' }], 'invalid')
  const late = await applyHallEvent(deskCase, { type: 'answer-rating', ...eventBy(deskCase, context.now), words: text }, form)
  return late ? notSent(late) : redirectTo(paths.ratings(mode))
}
