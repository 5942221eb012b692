import { answerKinds, isPartlyOpen } from './answer-kinds.ts'
import { evaluate, openQuestions, type Subject } from './condition.ts'
import { partsOf, questionsOf } from './condition-parts.ts'
import type { Day } from './day.ts'
import { unsure } from './fields/field.ts'
import { groundsOf } from './grounds.ts'
import type { Questionnaire } from './household.ts'
import { type Answer, isOpen } from './question.ts'
import { type Truth, truths } from './truth.ts'
import { type Condition, type Judgement, undecided } from './verdict.ts'
import { parentsIn, type Variable, verdictVariables } from './verdict-diagram.ts'

/** The answers a question may have for a subject: those of `kinds`, by what the conditions tell apart. */
type Possible = { readonly question: string; readonly answers: readonly Answer[]; readonly kinds: readonly string[] }

/**
 * The open questions that can matter: there are two ways of answering some or all of what is open that differ in this one alone and
 * come to different verdicts. Of the verdict as a decision diagram they are the questions that are left in it once what was
 * answered is given: no more and no less.
 */
export function missingFor(
  questionnaire: Questionnaire,
  conditions: readonly Condition[],
  judgement: Judgement,
  subject: Subject,
): string[] {
  const left = undecided(judgement.verdict, judgement.conditions)
  if (!left.some(({ trace }) => openQuestions(trace).length > 0)) return []
  const possible = questionsBehind(questionnaire, conditions).map((id) => possibleFor(questionnaire, conditions, id, subject))
  const parents = parentsIn(conditions).map((parent) => evaluate(parent, subject))
  const depends = dependsOn(
    questionnaire,
    conditions,
    subject.asOf,
    possible,
    parents.map(({ truth }) => truth),
  )
  const names = depends.flatMap((at) => {
    const [one, parent] = [possible[at], parents[at - possible.length]]
    return one ? subject.settledBy(one.question) : parent ? openQuestions(parent) : []
  })
  return Object.keys(questionnaire.questions).filter((question) => names.includes(question))
}

/** The questions conditions depend on, in the order they are asked. */
function questionsBehind(questionnaire: Questionnaire, conditions: readonly Condition[]): string[] {
  const grounds = conditions.map((condition) => groundsOf(questionnaire, condition))
  return Object.keys(questionnaire.questions).filter((id) => grounds.some((looked) => looked.has(id)))
}

/** What a question may still be answered with; where it does not arise it stays open, unless it is read whether it arises or not. */
function possibleFor(questionnaire: Questionnaire, conditions: readonly Condition[], question: string, subject: Subject): Possible {
  const { all, within, kindOf } = answerKinds(questionnaire, conditions, question, subject.asOf)
  const answer = subject.answer(question) ?? unsure
  const isOut = subject.isSkipped(question) && !readAsAnswered(questionnaire).has(question)
  const answers = isOpen(answer) && !isOut ? all : isPartlyOpen(answer) ? within(answer) : [answer]
  return { question, answers, kinds: answers.map(kindOf) }
}

/** The questions a skip rule looks at whether they arise or not. */
function readAsAnswered({ skips }: Questionnaire): ReadonlySet<string> {
  const known = asAnswered.get(skips)
  if (known) return known
  const parts = Object.values(skips).flatMap(partsOf)
  const found = new Set(parts.flatMap((part) => (part.op === 'as-answered' ? questionsOf(part) : [])))
  asAnswered.set(skips, found)
  return found
}

const asAnswered = new WeakMap<Questionnaire['skips'], ReadonlySet<string>>()

/** Which of these the verdict depends on, by number: worked out once for each set of kinds of answers. */
function dependsOn(
  questionnaire: Questionnaire,
  conditions: readonly Condition[],
  asOf: Day,
  possible: readonly Possible[],
  parents: readonly Truth[],
) {
  const key = [asOf, ...possible.map(({ kinds }) => kinds.join(' ')), ...parents].join('|')
  const known = found.get(conditions) ?? new Map<string, readonly number[]>()
  found.set(conditions, known)
  const before = known.get(key)
  if (before) return before
  if (known.size >= mostKept) known.clear()
  const variables: Variable[] = [
    ...possible.map(({ question, answers }) => ({ question, values: answers })),
    ...parentsIn(conditions).map((parent, at): Variable => {
      const truth = parents[at] ?? 'unknown'
      return { parent, values: truth === 'unknown' ? truths : [truth] }
    }),
  ]
  const fresh = verdictVariables(conditions, questionnaire.skips, variables, asOf)
  known.set(key, fresh)
  return fresh
}

/** Of one service: as many cases as come up on a busy day. */
const mostKept = 500
const found = new WeakMap<readonly Condition[], Map<string, readonly number[]>>()
