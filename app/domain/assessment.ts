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

/** The verdict on one service for the household (`member` null) or for one member. */
export type JudgedService = Judgement & { readonly service: string; readonly member: string | null }

/** The same with what a resident is told beside it. */
export type Assessed = JudgedService & {
  readonly wouldChange: readonly Change[]
  /** Ids of the explanations that go with it. */
  readonly notes: readonly string[]
}

/** The whole result. */
export type Result = Assessed & {
  /** Open questions that could change the verdict. */
  readonly missing: readonly string[]
}

/** A service judged, with what it was judged by. */
type Judged = { readonly service: Rules; readonly member: string | null; readonly subject: Subject; readonly judgement: Judgement }

/**
 * The verdicts on a household by all rules in force on a day: every service for the household, or for each member.
 * A service of the household is judged once more for a member whose own answer to one of its questions differs.
 */
export function judgeHousehold(questionnaire: Questionnaire, rules: readonly Rules[], household: Household, asOf: Day): JudgedService[] {
  return judgedBy(questionnaire, rules, household, readHousehold(questionnaire, household, asOf)).map(named)
}

/**
 * The same, with what would change each verdict and what goes with it. `among` are the services an answer may have to be got through,
 * where these rules are only some of them.
 */
export function assess(
  questionnaire: Questionnaire,
  rules: readonly Rules[],
  household: Household,
  asOf: Day,
  among: readonly Rules[] = rules,
): Assessed[] {
  return assessed(questionnaire, rules, household, asOf, among).map(({ told }) => told)
}

/** The same, with what is still open in each: that is more work than all the rest. */
export function assessInFull(questionnaire: Questionnaire, rules: readonly Rules[], household: Household, asOf: Day): Result[] {
  return assessed(questionnaire, rules, household, asOf, rules).map(
    ({ told, service, judgement, subject }): Result => ({
      ...told,
      missing: missingFor(questionnaire, service.conditions, judgement, subject),
    }),
  )
}

function assessed(questionnaire: Questionnaire, rules: readonly Rules[], household: Household, asOf: Day, among: readonly Rules[]) {
  const reading = readHousehold(questionnaire, household, asOf)
  const changes = changesOf(questionnaire, household, reading, rulesInForce(among, asOf))
  const notes = notesFor()
  return judgedBy(questionnaire, rules, household, reading).map((one) => {
    const { service, judgement, member, subject } = one
    const told: Assessed = {
      service: service.id,
      member,
      verdict: judgement.verdict,
      conditions: judgement.conditions,
      deciding: judgement.deciding,
      wouldChange: changes(service, judgement, member, subject),
      notes: notes(service, subject),
    }
    return { told, service, judgement, subject }
  })
}

function judgedBy(questionnaire: Questionnaire, rules: readonly Rules[], household: Household, reading: HouseholdReading): Judged[] {
  const different = household.members.map((member) => ({ id: member.id, on: differencesOf(questionnaire, household, member) }))
  return rulesInForce(rules, reading.asOf).flatMap((service) =>
    subjectsOf(service, reading, different).map(
      ([member, subject]): Judged => ({ service, member, subject, judgement: judge(service.conditions, subject) }),
    ),
  )
}

// Written out: to copy one object into another takes longer than to judge.
const named = ({ service: { id: service }, member, judgement: { verdict, conditions, deciding } }: Judged): JudgedService => ({
  service,
  member,
  verdict,
  conditions,
  deciding,
})

/** The explanations of a service that go with a subject's case, whatever its verdict; each is evaluated once for a subject. */
function notesFor(): (service: Rules, subject: Subject) => string[] {
  const known = new Map<Subject, Map<Expr, boolean>>()
  const holds = (when: Expr, subject: Subject): boolean => {
    const ofSubject = known.get(subject) ?? new Map<Expr, boolean>()
    known.set(subject, ofSubject)
    const found = ofSubject.get(when) ?? evaluate(when, subject).truth === 'yes'
    ofSubject.set(when, found)
    return found
  }
  return ({ notes = [] }, subject) => notes.flatMap(({ id, when }) => (holds(when, subject) ? [id] : []))
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
