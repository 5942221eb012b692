import { type Change, changesOf } from './changes.ts'
import { type Expr, evaluate, type Subject } from './condition.ts'
import type { Day } from './day.ts'
import { type Household, type HouseholdReading, type Member, type Questionnaire, readHousehold } from './household.ts'
import { type InForce, inForce, isInForce } from './in-force.ts'
import { missingFor } from './missing.ts'
import type { Unit } from './question.ts'
import { type Condition, type Judgement, judge, questionsAskedBy } from './verdict.ts'

/** The rules of a service: judged once for the household as a whole, or for each member. */
export type Rules = InForce & {
  readonly id: string
  readonly unit: Unit
  readonly conditions: readonly Condition[]
  /** Explanations that go with a result where something is true; they never change it. */
  readonly notes?: readonly { readonly id: string; readonly when: Expr }[]
}

/** The services in force on a day, each with the conditions in force then. */
export function rulesInForce<R extends Rules>(rules: readonly R[], day: Day): readonly R[] {
  const last = found.get(rules)
  if (last?.day === day) return last.rules as readonly R[]
  const changes = rules.some((one) => !isInForce(one, day) || inForce(one.conditions, day) !== one.conditions)
  const now = changes ? inForce(rules, day).map((one) => ({ ...one, conditions: inForce(one.conditions, day) })) : rules
  found.set(rules, { day, rules: now })
  return now
}

/** Cache of what is in force on the day last asked for. */
const found = new WeakMap<readonly Rules[], { readonly day: Day; readonly rules: readonly Rules[] }>()

/** The result of one service for the household (`member` null) or for one member. */
export type Result = Judgement & {
  readonly service: string
  readonly member: string | null
  /** Open questions that could change the verdict. */
  readonly missing: readonly string[]
  readonly wouldChange: readonly Change[]
  /** Ids of the explanations that go with it. */
  readonly notes: readonly string[]
}

/**
 * Assesses a household by all rules in force on a day: every service for the household, or for each member.
 * A service of the household is judged once more for a member whose own answer to one of its questions differs.
 * `among` are the services an answer may have to be got through, where these rules are only some of them.
 */
export function assess(
  questionnaire: Questionnaire,
  rules: readonly Rules[],
  household: Household,
  asOf: Day,
  among: readonly Rules[] = rules,
): Result[] {
  const reading = readHousehold(questionnaire, household, asOf)
  const different = household.members.map((member) => ({ id: member.id, on: differencesOf(questionnaire, household, member) }))
  const changes = changesOf(questionnaire, household, reading, rulesInForce(among, asOf))
  return rulesInForce(rules, asOf).flatMap((service) =>
    subjectsOf(service, reading, different).map(([member, subject]): Result => {
      const judgement = judge(service.conditions, subject)
      const { verdict, conditions, deciding } = judgement
      return {
        ...{ service: service.id, member, verdict, conditions, deciding },
        missing: missingFor(questionnaire, service.conditions, judgement, subject),
        wouldChange: changes(service, judgement, member, subject),
        notes: notesOf(service, subject),
      }
    }),
  )
}

/** The explanations of a service that go with a subject's case, whatever its verdict. */
function notesOf({ notes = [] }: Rules, subject: Subject): string[] {
  return notes.flatMap(({ id, when }) => (evaluate(when, subject).truth === 'yes' ? [id] : []))
}

/** Whom a service is judged for: the household and members who differ, or every member. */
function subjectsOf({ unit, conditions }: Rules, reading: HouseholdReading, members: readonly Different[]): [string | null, Subject][] {
  const differs = ({ on }: Different) => on.length > 0 && questionsAskedBy(conditions).some((question) => on.includes(question))
  const judged = unit === 'household' ? members.filter(differs) : members
  const subjects = judged.flatMap(({ id }): [string, Subject][] => {
    const subject = reading.member(id)
    return subject ? [[id, subject]] : []
  })
  return unit === 'household' ? [[null, reading.household], ...subjects] : subjects
}

/** A member and the household's questions it answers differently. */
type Different = { readonly id: string; readonly on: readonly string[] }

function differencesOf({ questions }: Questionnaire, household: Household, { answers }: Member): string[] {
  return Object.keys(answers).filter((id) => questions[id]?.mayDiffer === true && answers[id] !== household.answers[id])
}

/** A question asked of the household (`member` null) or of a member. */
export type Asked = { readonly question: string; readonly member: string | null }
