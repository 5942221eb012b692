import { type Expr, evaluate, openQuestions, questionsOf, type Subject, type Trace } from './condition.ts'
import { type InForce, inForce } from './in-force.ts'
import type { Truth } from './truth.ts'

/** 符合 · 可能符合 · 暂不符合 · 不适用: the best first, as a household is told them. */
export const verdicts = ['eligible', 'possible', 'not-yet', 'not-applicable'] as const
/** What the conditions of a service come to. */
export type Verdict = (typeof verdicts)[number]

/**
 * `scope`: is the service for this case at all. `hard`: the same in the whole country.
 * `procedure`: something one can simply do. `local`: the locality decides.
 */
export const conditionKinds = ['scope', 'hard', 'procedure', 'local'] as const
/** A kind of condition. */
export type ConditionKind = (typeof conditionKinds)[number]

/** How well a fact was checked: read in the original, quoted by others, only good for asking. */
export const certainties = ['high', 'medium', 'low'] as const
/** How well one fact was checked. */
export type Certainty = (typeof certainties)[number]

/**
 * Where a fact stands: an instrument (`services/instruments.ts`) and, where known, its article. `words` are its own words the
 * fact rests on; `lacks` are words that stand nowhere in it, where the fact is its silence.
 */
export type Source = {
  readonly instrument: string
  readonly article?: string
  readonly words?: readonly string[]
  readonly lacks?: readonly string[]
}

/** One condition of a service. Two of one id with adjoining dates are one whose value changes with the law. */
export type Condition = InForce & {
  /** `C0`, `C1` …, as in the fact base. */
  readonly id: string
  readonly kind: ConditionKind
  readonly when: Expr
  readonly sources: readonly Source[]
  readonly certainty: Certainty
  /** Is it our own reading of its sources? */
  readonly inferred?: true
  /** Does the locality decide it, wholly or in part? */
  readonly locallySet: boolean
  /** Who answers the question about it at the window (`services/departments.ts`). */
  readonly asks: string
}

/** What became of one condition, with the truth of every node. */
export type Judged = { readonly condition: Condition; readonly truth: Truth; readonly trace: Trace }

/** What became of all conditions of a service for one subject. */
export type Judgement = {
  readonly verdict: Verdict
  readonly conditions: readonly Judged[]
  /** Ids of the conditions that are no (`not-applicable`: of kind scope; `not-yet`: hard), the unknown ones (`possible`), or all (`eligible`). */
  readonly deciding: readonly string[]
}

/**
 * Judges a subject by the conditions of a service in force on its day: a scope condition that is no → `not-applicable`;
 * else a hard one that is no → `not-yet`; else anything unknown → `possible`; else `eligible`.
 * @source fact base, section 0.
 */
export function judge(conditions: readonly Condition[], subject: Subject): Judgement {
  const judged = inForce(conditions, subject.asOf).map((condition): Judged => {
    const trace = evaluate(condition.when, subject)
    return { condition, trace, truth: truthFor(condition.kind, trace.truth) }
  })
  const verdict = verdictOf(judged)
  const deciding: string[] = []
  for (const one of judged) if (decides[verdict](one)) deciding.push(one.condition.id)
  return { verdict, conditions: judged, deciding }
}

/** Which conditions decide a verdict. */
const decides: Record<Verdict, (judged: Judged) => boolean> = {
  'not-applicable': ({ truth, condition }) => truth === 'no' && condition.kind === 'scope',
  'not-yet': ({ truth }) => truth === 'no',
  possible: ({ truth }) => truth === 'unknown',
  eligible: () => true,
}

/** What becomes of one condition, without the trace. */
export function truthOf({ kind, when }: Condition, subject: Subject): Truth {
  return truthFor(kind, evaluate(when, subject).truth)
}

/** A local or procedural condition is never `no`: the portal has no local thresholds, and a procedure can simply be done. */
function truthFor(kind: ConditionKind, truth: Truth): Truth {
  switch (kind) {
    case 'scope':
    case 'hard':
      return truth
    case 'procedure':
    case 'local':
      return truth === 'no' ? 'unknown' : truth
  }
}

/** The verdict that conditions and their truths come to; see `judge`. */
export function verdictOf(judged: readonly Pick<Judged, 'condition' | 'truth'>[]): Verdict {
  let [saysNo, isOpen] = [false, false]
  for (const { condition, truth } of judged) {
    if (truth === 'no' && condition.kind === 'scope') return 'not-applicable'
    saysNo ||= truth === 'no'
    isOpen ||= truth === 'unknown'
  }
  if (saysNo) return 'not-yet'
  return isOpen ? 'possible' : 'eligible'
}

/** Open questions that could still change the verdict, in the order the conditions look at them. */
export function missingFor({ verdict, conditions }: Judgement, subject: Subject): string[] {
  if (verdict === 'not-applicable' || verdict === 'eligible') return []
  const couldBeEligible = conditions.every((j) => j.truth === 'yes' || reach(j.condition.when, subject).yes)
  const relevant = conditions.filter(({ condition, truth }) => {
    if (truth !== 'unknown') return false
    if (condition.kind === 'scope') return couldBeEligible || reach(condition.when, subject).no
    if (verdict === 'not-yet') return false
    return couldBeEligible || (condition.kind === 'hard' && reach(condition.when, subject).no)
  })
  return [...new Set(relevant.flatMap((j) => openQuestions(j.trace)))]
}

/** Which truths answers to the open questions can still bring about. */
type Reach = { yes: boolean; no: boolean }

function reach(expr: Expr, subject: Subject): Reach {
  switch (expr.op) {
    case 'always':
      return only(expr.truth)
    case 'match': {
      const now = evaluate(expr, subject)
      if (!openQuestions(now).length) return only(now.truth)
      if (!now.open) return union(now.of.map((_, i) => reachOfAnswer(expr, subject, i)))
      return union(Object.values(expr.truths).map((t) => (typeof t === 'string' ? only(t) : anything)))
    }
    case 'aged':
    case 'before-retirement': {
      const now = evaluate(expr, subject)
      return openQuestions(now).length ? anything : only(now.truth)
    }
    case 'all': {
      const parts = expr.of.map((part) => reach(part, subject))
      return { yes: parts.every((p) => p.yes), no: parts.some((p) => p.no) }
    }
    case 'any': {
      const parts = expr.of.map((part) => reach(part, subject))
      return { yes: parts.some((p) => p.yes), no: parts.every((p) => p.no) }
    }
    case 'not': {
      const inner = reach(expr.of, subject)
      return { yes: inner.no, no: inner.yes }
    }
  }
}

/** A match that was answered, but whose answer leads to an expression that is itself still open. */
function reachOfAnswer(expr: Extract<Expr, { op: 'match' }>, subject: Subject, index: number): Reach {
  const answer = subject.answer(expr.question)
  const option = typeof answer === 'string' ? answer : answer?.[index]
  const found = option === undefined ? undefined : expr.truths[option]
  if (found === undefined) return anything
  return typeof found === 'string' ? only(found) : reach(found, subject)
}

const anything: Reach = { yes: true, no: true }
const only = (truth: Truth): Reach => ({ yes: truth === 'yes', no: truth === 'no' })
const union = (parts: Reach[]): Reach => ({
  yes: parts.some((p) => p.yes),
  no: parts.some((p) => p.no),
})

/** The questions a service's conditions look at, each once. */
export function questionsAskedBy(conditions: readonly Condition[]): readonly string[] {
  const known = asked.get(conditions)
  if (known) return known
  const found = [...new Set(conditions.flatMap(({ when }) => questionsOf(when)))]
  asked.set(conditions, found)
  return found
}

/** Conditions never change: what they ask is worked out once. */
const asked = new WeakMap<readonly Condition[], readonly string[]>()
