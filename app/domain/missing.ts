import { answerKinds, isPartlyOpen } from './answer-kinds.ts'
import { cached } from './bounded-cache.ts'
import { type Expr, evaluate, openQuestions, type Subject } from './condition.ts'
import { partsOf, questionsOf } from './condition-parts.ts'
import type { Day } from './day.ts'
import { unsure } from './fields/field.ts'
import { groundsOf } from './grounds.ts'
import type { Questionnaire } from './household.ts'
import { isOpen } from './question.ts'
import { truths } from './truth.ts'
import { type Condition, type Judgement, undecided } from './verdict.ts'
import { parentsIn, type Variable, verdictVariables } from './verdict-diagram.ts'

/** What the verdict may hang on: its values are of these kinds, by what the conditions tell apart. */
type Possible = Variable & {
  readonly kinds: readonly string[]
  /** The questions that settle it. */
  settledBy(): readonly string[]
}

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
  const possible = [
    ...questionsBehind(questionnaire, conditions).map((id) => possibleAnswers(questionnaire, conditions, id, subject)),
    ...parentsIn(conditions).map((parent) => possibleTruths(parent, subject)),
  ]
  const depends = dependsOn(questionnaire, conditions, subject.asOf, possible)
  const names = possible.filter((_, at) => depends.includes(at)).flatMap((one) => one.settledBy())
  return Object.keys(questionnaire.questions).filter((question) => names.includes(question))
}

/** The questions conditions depend on, in the order they are asked. */
function questionsBehind(questionnaire: Questionnaire, conditions: readonly Condition[]): string[] {
  const grounds = conditions.map((condition) => groundsOf(questionnaire, condition))
  return Object.keys(questionnaire.questions).filter((id) => grounds.some((looked) => looked.has(id)))
}

/** What a question may still be answered with; where it does not arise it stays open, unless it is read whether it arises or not. */
function possibleAnswers(questionnaire: Questionnaire, conditions: readonly Condition[], question: string, subject: Subject): Possible {
  const { all, within, kindOf } = answerKinds(questionnaire, conditions, question, subject.asOf)
  const answer = subject.answer(question) ?? unsure
  const isOut = subject.isSkipped(question) && !readAsAnswered(questionnaire).has(question)
  const values = isOpen(answer) && !isOut ? all : isPartlyOpen(answer) ? within(answer) : [answer]
  return { question, values, kinds: values.map(kindOf), settledBy: () => subject.settledBy(question) }
}

/** What may still be true of a parent. */
function possibleTruths(parent: Expr, subject: Subject): Possible {
  const trace = evaluate(parent, subject)
  const values = trace.truth === 'unknown' ? truths : [trace.truth]
  return { parent, values, kinds: values, settledBy: () => openQuestions(trace) }
}

/** The questions a skip rule looks at whether they arise or not. */
function readAsAnswered({ skips }: Questionnaire): ReadonlySet<string> {
  const found = asAnswered.get(skips) ?? new Set(partsAsAnswered(skips).flatMap(questionsOf))
  asAnswered.set(skips, found)
  return found
}

const partsAsAnswered = (skips: Questionnaire['skips']) =>
  Object.values(skips)
    .flatMap(partsOf)
    .filter((part) => part.op === 'as-answered')

const asAnswered = new WeakMap<Questionnaire['skips'], ReadonlySet<string>>()

/** Which of these the verdict depends on, by number: worked out once for each set of kinds of answers. */
function dependsOn({ skips }: Questionnaire, conditions: readonly Condition[], asOf: Day, possible: readonly Possible[]) {
  const key = [asOf, ...possible.map(({ kinds }) => kinds.join(' '))].join('|')
  const known = found.get(conditions) ?? new Map<string, readonly number[]>()
  found.set(conditions, known)
  return cached(known, mostCached, key, () => verdictVariables(conditions, skips, possible, asOf))
}

/** Of one service: as many cases as come up on a busy day. */
const mostCached = 500
const found = new WeakMap<readonly Condition[], Map<string, readonly number[]>>()
