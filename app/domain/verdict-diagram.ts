import { type Expr, evaluate, type Subject, traced } from './condition.ts'
import { partsOf } from './condition-parts.ts'
import { decisionDiagrams, type Node } from './decision-diagram.ts'
import { type Answer, isOpen } from './question.ts'
import { all, any, not, type Truth } from './truth.ts'
import { type Condition, truthFor, type Verdict, verdictOf } from './verdict.ts'

/** What a verdict may hang on: a question with the answers conditions tell apart, or what another member of age holds. */
export type Variable =
  | { readonly question: string; readonly values: readonly Answer[] }
  | { readonly parent: Expr; readonly values: readonly Truth[] }

/**
 * The variables, by number, that the verdict of conditions depends on. It is built as a decision diagram that at every way of
 * answering, open answers included, comes to what `judge` comes to.
 */
export function verdictVariables(
  conditions: readonly Condition[],
  skips: Readonly<Record<string, Expr>>,
  variables: readonly Variable[],
  asOf: Subject['asOf'],
): readonly number[] {
  const { leaf, choice, combine, variablesIn } = decisionDiagrams<Truth | Verdict>((variable) => variables[variable]?.values.length ?? 0)
  const made = new Map<Expr, Node>()
  const madeAsAnswered = new Map<Expr, Node>()
  const indexOf = (question: string) => variables.findIndex((one) => 'question' in one && one.question === question)

  const each = (question: string, then: (answer: Answer) => Node): Node => {
    const at = indexOf(question)
    const one = variables[at]
    return one && 'question' in one ? choice(at, one.values.map(then)) : leaf('unknown')
  }
  const truths = (outcomes: readonly (Truth | Verdict)[]) => outcomes as readonly Truth[]

  function diagramOf(expr: Expr, asAnswered: boolean): Node {
    const known = asAnswered ? madeAsAnswered : made
    const found = known.get(expr) ?? build(expr, asAnswered)
    known.set(expr, found)
    return found
  }

  function build(expr: Expr, asAnswered: boolean): Node {
    const inner = (one: Expr) => diagramOf(one, asAnswered)
    switch (expr.op) {
      case 'always':
        return leaf(expr.truth)
      case 'match':
        return matchOf(expr, asAnswered)
      case 'aged':
        return each('birth-date', (birth) => leaf(evaluate(expr, answering({ 'birth-date': birth })).truth))
      case 'before-retirement':
        return each('birth-date', (birth) => each('sex', (sex) => leaf(evaluate(expr, answering({ 'birth-date': birth, sex })).truth)))
      case 'as-answered':
        return diagramOf(expr.of, true)
      case 'of-a-parent':
        return parentOf(expr)
      case 'open':
        return each(expr.question, (answer) => leaf(isOpen(answer) ? 'yes' : 'no'))
      case 'all':
        return combine(expr.of.map(inner), (outcomes) => all(truths(outcomes)))
      case 'any':
        return combine(expr.of.map(inner), (outcomes) => any(truths(outcomes)))
      case 'not':
        return combine([inner(expr.of)], (outcomes) => not(outcomes[0] as Truth))
    }
  }

  function parentOf(expr: Expr): Node {
    const at = variables.findIndex((one) => 'parent' in one && one.parent === expr)
    const one = variables[at]
    return one && 'parent' in one ? choice(at, one.values.map(leaf)) : leaf('unknown')
  }

  function matchOf(expr: Extract<Expr, { op: 'match' }>, asAnswered: boolean): Node {
    const option = (one: string): Node => {
      const found = expr.truths[one] ?? 'unknown'
      return typeof found === 'string' ? leaf(found) : diagramOf(found, asAnswered)
    }
    const answered = each(expr.question, (answer) => {
      if (isOpen(answer)) return leaf('unknown')
      return typeof answer === 'string' ? option(answer) : combine(answer.map(option), (outcomes) => any(truths(outcomes)))
    })
    const rule = asAnswered ? undefined : skips[expr.question]
    if (!rule) return answered
    return combine([diagramOf(rule, false), answered], (outcomes) => {
      const [skip, truth] = truths(outcomes) as [Truth, Truth]
      if (skip === 'yes') return expr.skipped
      return skip === 'no' || truth === expr.skipped ? truth : 'unknown'
    })
  }

  function answering(answers: Readonly<Record<string, Answer>>): Subject {
    return {
      ...{ asOf, answer: (id) => answers[id], isSkipped: () => false, skip: () => undefined, settledBy: (id) => [id] },
      ofAParent: () => traced('unknown'),
    }
  }

  const verdicts = conditions.map((condition) =>
    combine([diagramOf(condition.when, false)], (outcomes) =>
      verdictOf([{ condition, truth: truthFor(condition.kind, outcomes[0] as Truth) }]),
    ),
  )
  return variablesIn(verdicts.reduce((before, one) => combine([before, one], worse), leaf('eligible')))
}

/** Of two conditions the one that comes first in the order of judging decides. */
function worse(outcomes: readonly (Truth | Verdict)[]): Verdict {
  const [one, other] = outcomes as [Verdict, Verdict]
  return precedence[one] < precedence[other] ? one : other
}

const precedence: Record<Verdict, number> = { 'not-applicable': 0, already: 1, 'not-yet': 2, possible: 3, eligible: 4 }

/** What these conditions may hang on beside questions. */
export function parentsIn(conditions: readonly Condition[]): readonly Extract<Expr, { op: 'of-a-parent' }>[] {
  return [...new Set(conditions.flatMap(({ when }) => partsOf(when)).flatMap((part) => (part.op === 'of-a-parent' ? [part] : [])))]
}
