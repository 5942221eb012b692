import { type Assessed, assess, judgeHousehold } from '#app/domain/assessment.ts'
import type { Change } from '#app/domain/changes.ts'
import type { Subject } from '#app/domain/condition.ts'
import { questionsOf } from '#app/domain/condition-parts.ts'
import type { Day } from '#app/domain/day.ts'
import { type Household, type HouseholdReading, readHousehold } from '#app/domain/household.ts'
import type { Truth } from '#app/domain/truth.ts'
import { type Condition, type Judged, type Verdict, verdicts } from '#app/domain/verdict.ts'
import { documentsAsked } from '#app/forms/documents.ts'
import type { Check } from '#app/forms/household-form.ts'
import { householdOf } from '#app/forms/members.ts'
import type { Line } from '#app/forms/result-groups.ts'
import { type Choice, choiceOf } from '#app/services/alternatives.ts'
import { serviceOn, servicesOn } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { servicesAbout } from './check.ts'

/** One result as a page shows it: keys of texts, not the texts. */
export type Told = {
  readonly service: string
  readonly verdict: Verdict
  /** The deciding conditions, in order; `fixed`: it looks at work, which is not asked of whom it is about, so nobody is told to change it. */
  readonly deciding: readonly { readonly id: string; readonly truth: Truth; readonly fixed?: true }[]
  readonly others: readonly { readonly id: string; readonly truth: Truth }[]
  /** Counterfactuals, each with its verdict. */
  readonly changes: readonly Change[]
  /** Ids of explanations that go with it. */
  readonly notes: readonly string[]
  /** Ids of papers usually brought. */
  readonly documents: readonly string[]
}

/** What can be chosen instead of something. */
export type Instead = { readonly choice: Choice['id']; readonly lines: readonly Line[] }

/** The results of the household or of one member, best first. */
export type Part = {
  readonly member: string | null
  readonly name: string | null
  readonly groups: readonly { readonly verdict: Verdict; readonly results: readonly Told[] }[]
}

/** The results of a check on a day: first the household's, then each member's. */
export function tell(check: Check, only: string | undefined, asOf: Day): Part[] {
  const household = householdOf(check)
  const results = assess(questionnaire, servicesAbout(only, asOf), household, asOf, servicesOn(asOf))
  const reading = readHousehold(questionnaire, household, asOf)
  const part = (member: string | null, name: string | null): Part => {
    const told = results.filter((result) => result.member === member).map((result) => toldOf(result, household, reading))
    return { member, name, groups: verdicts.flatMap((verdict) => groupOf(verdict, told)) }
  }
  return [part(null, null), ...check.members.map(({ id, name }) => part(id, name))].filter(({ groups }) => groups.length > 0)
}

/** One result, of the household or of one member; undefined where the service is not judged for them. */
export function tellOne(check: Check, service: string, member: string | null, asOf: Day): Told | undefined {
  const household = householdOf(check)
  const found = assess(questionnaire, servicesAbout(service, asOf), household, asOf, servicesOn(asOf)).find((one) => one.member === member)
  return found && toldOf(found, household, readHousehold(questionnaire, household, asOf))
}

/** What else the same person can choose instead of a service, and what came of it; nothing where it takes nothing's place. */
export function insteadOf(check: Check, service: string, member: string | null, asOf: Day): Instead | null {
  const choice = choiceOf(service)
  if (!choice) return null
  const others = choice.sides.filter((side) => !side.includes(service)).flat()
  const judged = judgeHousehold(
    questionnaire,
    servicesOn(asOf).filter(({ id }) => others.includes(id)),
    householdOf(check),
    asOf,
  )
  // Who has no result of their own has the household's; the household as a whole has everybody's.
  const isOfThem = (one: Line) => member === null || one.member === member || (one.member === null && !hasOwn(one.service))
  const hasOwn = (id: string) => judged.some((one) => one.service === id && one.member === member)
  const lines = judged.filter((one) => one.verdict !== 'not-applicable' && isOfThem(one))
  return lines.length > 0
    ? { choice: choice.id, lines: lines.map(({ service: id, member: of, verdict }) => ({ service: id, member: of, verdict })) }
    : null
}

function groupOf(verdict: Verdict, told: readonly Told[]) {
  const results = told.filter((one) => one.verdict === verdict)
  return results.length > 0 ? [{ verdict, results }] : []
}

function toldOf(result: Assessed, household: Household, reading: HouseholdReading): Told {
  const subject = result.member === null ? reading.household : reading.member(result.member)
  // A child, or somebody at school, is not told that they would have to work.
  const isFixed = ({ when }: Condition) => subject?.isSkipped('work') === true && questionsOf(when).includes('work')
  const of = (isWanted: (judged: Judged) => boolean) =>
    result.conditions
      .filter(isWanted)
      .map(({ condition, truth }) => ({ id: condition.id, truth, ...(isFixed(condition) ? { fixed: true as const } : {}) }))
  const isDeciding = ({ condition }: Judged) => result.deciding.includes(condition.id)
  // That one has not got it yet is no condition anybody has to fulfil.
  const isUnsaid = ({ condition, truth }: Judged) => condition.kind === 'held' && truth === 'no'
  return {
    service: result.service,
    verdict: result.verdict,
    deciding: of(isDeciding),
    others: of((judged) => !isDeciding(judged) && !isUnsaid(judged)),
    changes: result.wouldChange,
    notes: result.notes,
    documents: result.verdict === 'not-applicable' ? [] : documentsFor(result.service, subject, household, reading.asOf),
  }
}

/** The papers a household usually brings: those always needed, and those that are or may be needed in its case. */
const documentsFor = (service: string, subject: Subject | undefined, { members }: Household, asOf: Day): string[] =>
  documentsAsked(serviceOn(service, asOf)?.documents ?? [], subject, members.length).map(({ id }) => id)

/** One result that differs. */
export type Difference = {
  readonly service: string
  readonly member: string | null
  readonly name: string | null
  readonly before: Verdict
  readonly after: Verdict
}

/** The differences in results between two checks that differ in one answer. */
export function compare(before: Check, after: Check, only: string | undefined, asOf: Day): Difference[] {
  const judged = (check: Check) => judgeHousehold(questionnaire, servicesAbout(only, asOf), householdOf(check), asOf)
  const names = new Map(before.members.map(({ id, name }) => [id, name]))
  const was = new Map(judged(before).map((result) => [`${result.service}/${result.member}`, result.verdict]))
  return judged(after).flatMap(({ service, member, verdict }) => {
    const earlier = was.get(`${service}/${member}`)
    if (earlier === undefined || earlier === verdict) return []
    return [{ service, member, name: member === null ? null : (names.get(member) ?? null), before: earlier, after: verdict }]
  })
}
