import { questionsOf, type Subject } from './condition.ts'
import type { Day } from './day.ts'
import { type Household, type Member, type Questionnaire, type Reading, read } from './household.ts'
import { type Answer, type Question, unsure } from './question.ts'
import { type Condition, type Judgement, judge, missingFor, questionsAskedBy, type Verdict } from './verdict.ts'

/** The rules of a service: judged once for the household as a whole, or for each member. */
export type Rules = { readonly id: string; readonly unit: 'household' | 'member'; readonly conditions: readonly Condition[] }

/** One answer somebody could change, and the better verdict it would bring. `to` replaces the answer as it stands. */
export type Change = { readonly question: string; readonly member: string | null; readonly to: Answer; readonly verdict: Verdict }

/** What one service means for the household (`member` null) or for one member. */
export type Result = Judgement & {
  readonly service: string
  readonly member: string | null
  /** Open questions that could change the verdict. */
  readonly missing: readonly string[]
  readonly wouldChange: readonly Change[]
}

/**
 * Assesses a household by all rules, as of a day: every service for the household, or for each member.
 * A service of the household is judged once more for a member whose own answer to one of its questions differs.
 */
export function assess(questionnaire: Questionnaire, rules: readonly Rules[], household: Household, asOf: Day): Result[] {
  const reading = read(questionnaire, household, asOf)
  const variants = new Map<string, Variant[]>()
  return rules.flatMap((service) => {
    const asked = questionsAskedBy(service.conditions)
    return subjectsOf(questionnaire, service, household, reading).map(([member, subject]): Result => {
      const judgement = judge(service.conditions, subject)
      const result = { service: service.id, member, ...judgement, missing: missingFor(judgement, subject) }
      if (judgement.verdict === 'eligible') return { ...result, wouldChange: [] }
      const wouldChange = asked
        .filter((question) => couldImprove(questionnaire, judgement, question))
        .flatMap((question) => {
          const key = `${question}/${member}`
          const known = variants.get(key) ?? variantsOf(questionnaire, household, reading, question, member)
          variants.set(key, known)
          return known.flatMap((variant) => improvement(service, judgement, member, variant))
        })
      return { ...result, wouldChange }
    })
  })
}

/** Whom a service is judged for: the household and members who differ, or every member. */
function subjectsOf(questionnaire: Questionnaire, service: Rules, household: Household, reading: Reading): [string | null, Subject][] {
  const members = household.members.flatMap((member): [string, Subject][] => {
    const subject = reading.members.get(member.id)
    if (!subject || (service.unit === 'household' && !differs(questionnaire, service, household, member))) return []
    return [[member.id, subject]]
  })
  return service.unit === 'household' ? [[null, reading.household], ...members] : members
}

function differs({ questions }: Questionnaire, service: Rules, household: Household, member: Member): boolean {
  return questionsAskedBy(service.conditions).some((id) => {
    const own = member.answers[id]
    return questions[id]?.mayDiffer === true && own !== undefined && own !== household.answers[id]
  })
}

/**
 * Could another answer to this question make the verdict better? Only if every deciding condition looks at it: one that
 * does not would go on deciding the same.
 */
function couldImprove(questionnaire: Questionnaire, { conditions, deciding }: Judgement, question: string): boolean {
  return conditions.every(({ condition }) => !deciding.includes(condition.id) || groundsOf(questionnaire, condition).has(question))
}

const grounds = new WeakMap<Condition, ReadonlySet<string>>()

/** Every question a condition looks at, also through skip rules and what a child shares with its parents. */
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
type Variant = { change: Omit<Change, 'verdict'>; reading: Reading }

/** Worst to best. */
const rank: Record<Verdict, number> = { 'not-applicable': 0, 'not-yet': 1, possible: 2, eligible: 3 }

function improvement(service: Rules, now: Judgement, member: string | null, { change, reading }: Variant): Change[] {
  const subject = member === null ? reading.household : reading.members.get(member)
  if (!subject) return []
  const { verdict } = judge(service.conditions, subject)
  return rank[verdict] > rank[now.verdict] ? [{ ...change, verdict }] : []
}

function variantsOf(questionnaire: Questionnaire, household: Household, reading: Reading, id: string, member: string | null): Variant[] {
  const question = questionnaire.questions[id]
  const subject = member === null ? reading.household : reading.members.get(member)
  if (!question || !subject || subject.isSkipped(id)) return []
  const holder = household.members.find((m) => m.id === member)
  const own = question.of === 'member' || (question.mayDiffer && holder?.answers[id] !== undefined)
  const at = own ? member : null
  const from = at === null ? household.answers[id] : holder?.answers[id]
  return targets(question, from).map((to) => {
    const changed = withAnswer(household, at, id, to)
    return { change: { question: id, member: at, to }, reading: read(questionnaire, changed, reading.asOf) }
  })
}

/** The answers a person could bring about from the one given. */
function targets(question: Question, from: Answer | undefined): Answer[] {
  switch (question.kind) {
    case 'choice':
      return [...(question.attainable?.[typeof from === 'string' ? from : (question.leftOut ?? unsure)] ?? [])]
    case 'many': {
      const kept = typeof from === 'string' || from === undefined ? [] : from.filter((option) => !question.alone.includes(option))
      return (question.addable ?? []).filter((option) => !kept.includes(option)).map((option) => [...kept, option])
    }
    case 'birth-date':
      return []
  }
}

/** The household with one answer of the household (`member` null) or of a member replaced, or taken away (`undefined`). */
export function withAnswer(household: Household, member: string | null, question: string, answer: Answer | undefined): Household {
  const put = (answers: Household['answers']) => {
    const { [question]: _, ...rest } = answers
    return answer === undefined ? rest : { ...rest, [question]: answer }
  }
  if (member === null) return { ...household, answers: put(household.answers) }
  return { ...household, members: household.members.map((m) => (m.id === member ? { ...m, answers: put(m.answers) } : m)) }
}

/** A question asked of the household (`member` null) or of a member. */
export type Asked = { readonly question: string; readonly member: string | null }
