import { questionsOf, type Subject } from './condition.ts'
import type { Day } from './day.ts'
import { unsure } from './fields/field.ts'
import { answerFor, type Household, type HouseholdReading, type Member, type Questionnaire, readHousehold } from './household.ts'
import { type InForce, inForce, isInForce } from './in-force.ts'
import type { Answer, Question, Unit } from './question.ts'
import {
  type Condition,
  type Judgement,
  judge,
  missingFor,
  questionsAskedBy,
  truthOf,
  type Verdict,
  verdictOf,
  verdicts,
} from './verdict.ts'

/** The rules of a service: judged once for the household as a whole, or for each member. */
export type Rules = InForce & { readonly id: string; readonly unit: Unit; readonly conditions: readonly Condition[] }

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

/** An answer that could change, and the better verdict then. `to` replaces the present answer. */
export type Change = { readonly question: string; readonly member: string | null; readonly to: Answer; readonly verdict: Verdict }

/** The result of one service for the household (`member` null) or for one member. */
export type Result = Judgement & {
  readonly service: string
  readonly member: string | null
  /** Open questions that could change the verdict. */
  readonly missing: readonly string[]
  readonly wouldChange: readonly Change[]
}

/**
 * Assesses a household by all rules in force on a day: every service for the household, or for each member.
 * A service of the household is judged once more for a member whose own answer to one of its questions differs.
 */
export function assess(questionnaire: Questionnaire, rules: readonly Rules[], household: Household, asOf: Day): Result[] {
  const reading = readHousehold(questionnaire, household, asOf)
  const variantsFor = variantsOf(questionnaire, household, reading)
  const different = household.members.map((member) => ({ id: member.id, on: differencesOf(questionnaire, household, member) }))
  return rulesInForce(rules, asOf).flatMap((service) =>
    subjectsOf(service, reading, different).map(([member, subject]): Result => {
      const judgement = judge(service.conditions, subject)
      const { verdict, conditions, deciding } = judgement
      const wouldChange = leversOf(questionnaire, service, judgement).flatMap((question) =>
        variantsFor(subject, member, question).flatMap((variant) => improvement(questionnaire, judgement, member, variant)),
      )
      return { service: service.id, member, verdict, conditions, deciding, missing: missingFor(judgement, subject), wouldChange }
    }),
  )
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

/**
 * The questions of a service whose answer a person could change and so, perhaps, improve the verdict. Every deciding
 * condition must look at the question: one that does not would go on deciding the same.
 */
function leversOf(questionnaire: Questionnaire, service: Rules, { verdict, conditions, deciding }: Judgement): string[] {
  if (verdict === 'eligible') return []
  const grounds = conditions
    .filter(({ condition }) => deciding.includes(condition.id))
    .map(({ condition }) => groundsOf(questionnaire, condition))
  return changeableOf(questionnaire, service).filter((question) => grounds.every((looked) => looked.has(question)))
}

const changeable = new WeakMap<Rules['conditions'], readonly string[]>()

/** The questions of a service with an answer that can change. */
function changeableOf({ questions }: Questionnaire, { conditions }: Rules): readonly string[] {
  const known = changeable.get(conditions)
  if (known) return known
  const found = questionsAskedBy(conditions).filter((id) => {
    const question = questions[id]
    return (question?.kind === 'choice' && question.attainable) || (question?.kind === 'many' && question.addable)
  })
  changeable.set(conditions, found)
  return found
}

const grounds = new WeakMap<Condition, ReadonlySet<string>>()

/** Every question a condition depends on, also through skip rules and what a child shares with its parents. */
function groundsOf({ questions, skips }: Questionnaire, condition: Condition): ReadonlySet<string> {
  const known = grounds.get(condition)
  if (known) return known
  const found = new Set(questionsOf(condition.when))
  for (const id of found) {
    const skip = skips[id]
    if (skip) for (const other of questionsOf(skip)) found.add(other)
    const question = questions[id]
    if (question?.kind === 'choice' && question.sharedByParents) for (const other of ['birth-date', 'lives-together']) found.add(other)
  }
  grounds.set(condition, found)
  return found
}

/** The household with one answer changed, read anew. */
type Variant = { change: Omit<Change, 'verdict'>; reading: HouseholdReading }

/** The better a verdict, the more. */
const rank = (verdict: Verdict): number => -verdicts.indexOf(verdict)

/** The change with its verdict, where that is better. Conditions that do not look at the changed question stay as judged. */
function improvement(questionnaire: Questionnaire, now: Judgement, member: string | null, { change, reading }: Variant): Change[] {
  const subject = member === null ? reading.household : reading.member(member)
  if (!subject) return []
  const verdict = verdictOf(
    now.conditions.map(({ condition, truth }) => ({
      condition,
      truth: groundsOf(questionnaire, condition).has(change.question) ? truthOf(condition, subject) : truth,
    })),
  )
  return rank(verdict) > rank(now.verdict) ? [{ ...change, verdict }] : []
}

/** The household with each other possible answer to a question; each variant is evaluated once. */
function variantsOf(questionnaire: Questionnaire, household: Household, { asOf }: HouseholdReading) {
  const known = new Map<string | null, Map<string, Variant[]>>(
    [null, ...household.members.map(({ id }) => id)].map((id) => [id, new Map()]),
  )
  return (subject: Subject, member: string | null, id: string): Variant[] => {
    const question = questionnaire.questions[id]
    if (!question || subject.isSkipped(id)) return []
    const holder = household.members.find((m) => m.id === member)
    const own = question.of === 'member' || (question.mayDiffer && holder?.answers[id] !== undefined)
    const at = own ? member : null
    const found = known.get(at)?.get(id)
    if (found) return found
    const from = at === null || !holder ? household.answers[id] : answerFor(questionnaire.questions, household, holder, id)
    const variants = targets(question, from).map((to) => ({
      change: { question: id, member: at, to },
      reading: readHousehold(questionnaire, withAnswer(household, at, id, to), asOf),
    }))
    known.get(at)?.set(id, variants)
    return variants
  }
}

/** The answers a person could attain from the given one. */
function targets(question: Question, from: Answer | undefined): Answer[] {
  switch (question.kind) {
    case 'choice':
      return [...(question.attainable?.[typeof from === 'string' ? from : (question.leftOut ?? unsure)] ?? [])]
    case 'many': {
      const kept = typeof from === 'string' || from === undefined ? [] : from.filter((option) => !question.alone?.includes(option))
      return (question.addable ?? []).filter((option) => !kept.includes(option)).map((option) => [...kept, option])
    }
    case 'birth-date':
    case 'number':
      return []
  }
}

/** The household with one answer of the household (`member` null) or of a member replaced, or removed (`undefined`). */
export function withAnswer(household: Household, member: string | null, question: string, answer: Answer | undefined): Household {
  const put = (answers: Household['answers']) => {
    if (answer !== undefined) return { ...answers, [question]: answer }
    const { [question]: _, ...rest } = answers
    return rest
  }
  if (member === null) return { ...household, answers: put(household.answers) }
  return { ...household, members: household.members.map((m) => (m.id === member ? { ...m, answers: put(m.answers) } : m)) }
}

/** A question asked of the household (`member` null) or of a member. */
export type Asked = { readonly question: string; readonly member: string | null }
