import { page, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import type { Day } from '#app/domain/day.ts'
import { followsHousehold as holdsFor, type Member } from '#app/domain/household.ts'
import type { Question } from '#app/domain/question.ts'
import { questionsAskedBy } from '#app/domain/verdict.ts'
import { called } from '#app/forms/called-names.ts'
import type { Check } from '#app/forms/household-form.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { onlyOf } from './answer-question.server.ts'
import { asksOfMembers, nextPlace, servicesAbout, stepsOf } from './check.ts'
import { checkOf } from './check-cookie.server.ts'
import { outdatedShown } from './outdated.ts'
import { lastPage } from './standing.ts'
import type { Row } from './summary-page.tsx'

/** The next open page of a check; undefined where everything is answered. */
export function unfinished(check: Check, mode: Mode, only: string | undefined, asOf: Day): string | undefined {
  const next = nextPlace(check, mode, only, asOf)
  if (next === paths.summary(mode, only)) return undefined
  return Object.keys(check.answers).length === 0 ? paths.check(mode, only) : next
}

/** The answers, in the order of the questions; a member's answers to the household's questions among their own. */
export function summaryRows(check: Check, only: string | undefined, asOf: Day) {
  const steps = stepsOf(check, only, asOf)
  const rows = (member: string | null): Row[] => {
    const answers = member === null ? check.answers : (check.members.find(({ id }) => id === member)?.answers ?? {})
    const asked = steps.filter((step) => step.member === member).map(({ question }) => question)
    const own = member === null ? [] : mayDiffer.filter((question) => answers[question] !== undefined && !asked.includes(question))
    return [...own, ...asked].flatMap((question): Row[] => {
      const answer = answers[question]
      return answer === undefined ? [] : [{ question, member, answer }]
    })
  }
  const used = new Set(servicesAbout(only, asOf).flatMap(({ conditions }) => questionsAskedBy(conditions)))
  return {
    household: rows(null),
    members: called(check, asOf).members.map(({ id, name, answers }) => ({
      ...{ id, name, rows: rows(id) },
      mayDiffer: mayDiffer.filter(
        (question) => used.has(question) && check.answers[question] !== undefined && followsHousehold(check, { id, answers }, question),
      ),
    })),
  }
}

/** Does the household's answer hold for a member, and may they answer otherwise? */
function followsHousehold(check: Check, member: Member, id: string): boolean {
  const question = (questionnaire.questions as Record<string, Question>)[id]
  return question !== undefined && holdsFor(check, member, question, id)
}

const mayDiffer = Object.entries(questionnaire.questions as Record<string, Question>).flatMap(([id, question]) =>
  question.mayDiffer ? [id] : [],
)

/** Data of the summary. Redirects to the first open question, where there is one. */
export async function summaryLoader(context: RequestContext) {
  const [{ mode, at, today: asOf }, only, check] = [context, onlyOf(context), checkOf(context)]
  const earlier = unfinished(check, mode, only, asOf)
  if (earlier) return redirectTo(earlier)
  return page({
    ...{ mode, only, asOf, at, back: lastPage(check, mode, only, asOf) },
    outdated: outdatedShown(called(check, asOf), only, asOf),
    asksMembers: asksOfMembers(only, asOf),
    receivers: await receiversFor(check.county),
    ...summaryRows(check, only, asOf),
  })
}
