import { notFound, page, redirectTo, refused, stop } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import type { Question } from '#app/domain/question.ts'
import { called } from '#app/forms/called-names.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { type Check, placeQuestion } from '#app/forms/household-form.ts'
import { type Person, withAnswerOf } from '#app/forms/members.ts'
import { isOfAnotherCheck } from '#app/forms/other-check.ts'
import { withoutOutdated } from '#app/forms/outdated-check.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { serviceAt } from '../page-data.ts'
import { questionsFrom, questionsPosted, shownQuestions, typedOn, withPage } from './asked-questions.ts'
import { isAsked, nextPlace } from './check.ts'
import { checkCookie, checkOf } from './check-cookie.server.ts'
import { fillerErrors } from './filler.ts'
import { outdatedShown } from './outdated.ts'
import { standing } from './standing.ts'

type Params = { mode?: string; question?: string; member?: string }

/** The service a check is limited to, from the query; undefined where it is about all. @throws `not-found` where no such service is in force today */
export function onlyOf({ mode, query, today }: Pick<RequestContext, 'mode' | 'query' | 'today'>): string | undefined {
  const only = query.get('only')
  return only === null ? undefined : serviceAt(mode, only, today).id
}

/** Question and member of a URL. @throws `not-found` for an unknown question, or one not asked of a member or household */
export function askedAt({ question: id = '', member }: Params): { id: string; question: Question } {
  const question = Object.hasOwn(questionnaire.questions, id) ? (questionnaire.questions as Record<string, Question>)[id] : undefined
  const ofMember = question?.of === 'member' || question?.mayDiffer === true
  const ofHousehold = question?.of === 'household' || question?.householdDefault === true
  if (!question || !(member === undefined ? ofHousehold : ofMember)) throw notFound()
  return { id, question }
}

/**
 * The member a URL names; null where it names none.
 * @throws `go` to the list of members, which says so, where they were removed; to the start of a check without any (another device, cleared)
 */
export function personAt(check: Check, mode: Mode, only: string | undefined, member: string | undefined): Person | null {
  if (member === undefined) return null
  const person = check.members.find(({ id }) => id === member)
  if (!person) throw stop(redirectTo(check.members.length > 0 ? paths.membersAfter(mode, 'removed', only) : paths.check(mode, only)))
  return person
}

/** Data of the page that begins with a question. */
export async function questionLoader(context: RequestContext, params: Params) {
  const { mode, today } = context
  const only = onlyOf(context)
  const { id, question } = askedAt(params)
  const check = checkOf(context)
  const person = personAt(check, mode, only, params.member)
  const first = { question: id, member: person?.id ?? null }
  const isOverride = person !== null && question.of === 'household'
  if (!isAsked(check, first, only, today) && !isOverride) return redirectTo(nextPlace(check, mode, only, today))
  const then = context.query.get('then') === 'summary' ? ('summary' as const) : ('next' as const)
  const asked = questionsFrom(check, first, only, today, then === 'summary')
  return page({
    ...{ mode, then, at: context.at, check: check.id ?? '' },
    asked: shownQuestions(called(check, today), asked, today),
    outdated: outdatedShown(called(check, today), only, today).filter((one) =>
      asked.some((each) => one.member === each.member && one.at === each.question),
    ),
    ...standing(check, mode, only, today, first),
    receivers: id === placeQuestion ? await receiversFor(check.county) : null,
  })
}

/**
 * Saves the answers of a page in the cookie and goes on. Where one is invalid, all come back as typed, with status 422;
 * a switch of language comes back as typed in the other language.
 */
export async function questionAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode, today } = context
  const only = onlyOf(context)
  const { id, question } = askedAt(params)
  const check = checkOf(context)
  if (isOfAnotherCheck(form, check)) return redirectTo(paths.otherCheck(mode, id, params.member), { resend: true })
  const member = check.members.find((one) => one.id === params.member)?.id ?? null
  if (params.member !== undefined && member === null)
    return redirectTo(paths.otherCheck(mode, id, params.member, check.members.length > 0 ? 'removed' : undefined), { resend: true })
  const asked = typedOn(called(check, today), questionsPosted(check, { question: id, member }, form), form, today)
  switchMode(form, context)
  if (form.has('switch-to')) return page({ asked, errors: [] as FieldError[] })

  // A member for whom the household's answer holds has none of their own.
  const isSame = form.get('do') === 'same' && member !== null && question.of === 'household'
  const { check: next, errors: wrong } = isSame
    ? { check: withoutOutdated(withAnswerOf(check, member, id, undefined), member, id), errors: [] }
    : withPage(check, asked, only, today)
  const errors = wrong.length > 0 ? wrong : fillerErrors(next, asked, today)
  if (errors.length > 0) return refused({ asked, errors }, 'invalid')
  return redirectTo(nextPlace(next, mode, only, today), { cookies: [checkCookie(context, next)] })
}

/** The value of a text input, trimmed; empty where it is missing. */
export function text(form: FormValues, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}
