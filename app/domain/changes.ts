import { evaluate, type Subject } from './condition.ts'
import { unsure } from './fields/field.ts'
import { groundsOf } from './grounds.ts'
import { heldBy } from './held.ts'
import {
  answerFor,
  followsHousehold,
  type Household,
  type HouseholdReading,
  type Questionnaire,
  readHousehold,
  withAnswer,
} from './household.ts'
import type { Answer, Question, Unit } from './question.ts'
import { type Condition, type Judgement, judge, questionsAskedBy, truthOf, type Verdict, verdictOf } from './verdict.ts'

/** An answer that could change, and the better verdict then. `to` replaces the present answer. */
export type Change = { readonly question: string; readonly member: string | null; readonly to: Answer; readonly verdict: Verdict }

type Service = { readonly id: string; readonly unit: Unit; readonly conditions: readonly Condition[] }
type ChangesFor = (service: Service, now: Judgement, member: string | null, subject: Subject) => Change[]

/** The better a verdict, the more. There is no better one than `eligible`, and none to better in `already`. */
const rank: Record<Verdict, number> = { 'not-applicable': 0, 'not-yet': 1, possible: 2, eligible: 3, already: 3 }

/**
 * The single changes of one answer that a person could bring about and that lead to `possible` or `eligible`, better than now. What
 * asks nobody to move comes first. @source fact base 2, section 4
 */
export function changesOf(
  questionnaire: Questionnaire,
  household: Household,
  reading: HouseholdReading,
  among: readonly Service[],
): ChangesFor {
  const variantsFor = variantsOf(questionnaire, household, reading)
  const isOpenTo = gatesOf(household, reading, among)
  return (service, now, member, subject) => {
    const changes = leversOf(questionnaire, service, now).flatMap((question) =>
      variantsFor(subject, member, question).flatMap((variant): Change[] => {
        const { to } = variant.change
        if (heldBy(service.conditions).some((held) => held.question === question && held.options.includes(to))) return []
        const through = questionnaire.levers?.[question]?.through?.[to]
        const better = improvement(questionnaire, now, member, variant)
        return better.length > 0 && (through === undefined || isOpenTo(through, member)) ? better : []
      }),
    )
    return changes.sort((a, b) => Number(isMove(a)) - Number(isMove(b)))
  }
}

const isMove = ({ question }: Change) => question === 'live-place' || question === 'hukou-place'

const isWithinReach = (verdict: Verdict) => verdict === 'possible' || verdict === 'eligible'

/** Can a service be got by this person, or in the household, as things are? */
function gatesOf(household: Household, reading: HouseholdReading, among: readonly Service[]) {
  const known = new Map<string, boolean>()
  return (service: string, member: string | null): boolean => {
    const key = `${service}/${member}`
    const found = known.get(key) ?? judged(service, member)
    known.set(key, found)
    return found
  }
  function judged(id: string, member: string | null): boolean {
    const service = among.find((one) => one.id === id)
    if (!service) return false
    const everybody = service.unit === 'member' ? household.members.map((one) => reading.member(one.id)) : [reading.household]
    const subjects = member === null ? everybody : [reading.member(member)]
    return subjects.some((subject) => subject !== undefined && isWithinReach(judge(service.conditions, subject).verdict))
  }
}

/**
 * The questions of a service whose answer a person could change and so, perhaps, improve the verdict. Every deciding
 * condition must look at the question: one that does not would go on deciding the same.
 */
function leversOf(questionnaire: Questionnaire, service: Service, { verdict, conditions, deciding }: Judgement): string[] {
  if (rank[verdict] === rank.eligible) return []
  const grounds = conditions
    .filter(({ condition }) => deciding.includes(condition.id))
    .map(({ condition }) => groundsOf(questionnaire, condition))
  return changeableOf(questionnaire, service).filter((question) => grounds.every((looked) => looked.has(question)))
}

const changeable = new WeakMap<readonly Condition[], readonly string[]>()

/** The questions of a service with an answer that can change. */
function changeableOf({ questions }: Questionnaire, { conditions }: Service): readonly string[] {
  const found = changeable.get(conditions) ?? questionsAskedBy(conditions).filter((id) => attainableIn(questions[id]) !== undefined)
  changeable.set(conditions, found)
  return found
}

/** The household with one answer changed, read anew. */
type Variant = { readonly change: Omit<Change, 'verdict' | 'to'> & { readonly to: string }; readonly reading: HouseholdReading }

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
  return isWithinReach(verdict) && rank[verdict] > rank[now.verdict] ? [{ ...change, verdict }] : []
}

/** The household with each other possible answer to a question; each variant is evaluated once. */
function variantsOf(questionnaire: Questionnaire, household: Household, { asOf }: HouseholdReading) {
  const known = new Map<string | null, Map<string, Variant[]>>()
  return (subject: Subject, member: string | null, id: string): Variant[] => {
    const question = questionnaire.questions[id] as Question
    const lever = questionnaire.levers?.[id]?.when
    if (subject.isSkipped(id) || (lever && evaluate(lever, subject).truth !== 'yes')) return []
    const holder = household.members.find((m) => m.id === member)
    const own =
      question.of === 'member' || (question.mayDiffer && holder !== undefined && !followsHousehold(household, holder, question, id))
    const at = own ? member : null
    const ofHolder = known.get(at) ?? new Map<string, Variant[]>()
    known.set(at, ofHolder)
    const found = ofHolder.get(id)
    if (found) return found
    const from = holder ? answerFor(questionnaire.questions, household, holder, id) : household.answers[id]
    const variants = targets(question, from).map((to) => ({
      change: { question: id, member: at, to },
      reading: readHousehold(questionnaire, withAnswer(household, at, id, to), asOf),
    }))
    ofHolder.set(id, variants)
    return variants
  }
}

/** The answers a person could attain from the given one. */
function targets(question: Question, from: Answer | undefined): readonly string[] {
  return attainableIn(question)?.[typeof from === 'string' ? from : unsure] ?? []
}

const attainableIn = (question: Question | undefined) => (question?.kind === 'choice' ? question.attainable : undefined)
