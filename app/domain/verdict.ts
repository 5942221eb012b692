import { type Expr, evaluate, type Subject, type Trace } from './condition.ts'
import { questionsOf } from './condition-parts.ts'
import { type InForce, inForce } from './in-force.ts'
import type { InEvery } from './language.ts'
import type { Truth } from './truth.ts'

/** 符合 · 可能符合 · 暂不符合 · 已经有了 · 不适用: in the order a household is told them. */
export const verdicts = ['eligible', 'possible', 'not-yet', 'already', 'not-applicable'] as const
/** What the conditions of a service come to. */
export type Verdict = (typeof verdicts)[number]

/**
 * `scope`: is the service for this case at all. `held`: one has it already; no is the ordinary case, and no fault.
 * `hard`: the same in the whole country. `procedure`: something one can simply do. `local`: the locality decides.
 */
export const conditionKinds = ['scope', 'held', 'hard', 'procedure', 'local'] as const
/** A kind of condition. */
export type ConditionKind = (typeof conditionKinds)[number]

/** How well a fact was checked: read in the original, quoted by others, only good for asking. */
export const certainties = ['high', 'medium', 'low'] as const
/** How well one fact was checked. */
export type Certainty = (typeof certainties)[number]

/**
 * Where a fact stands: an instrument (`services/instruments.ts`) and, where known, its article. `words` quotes what the
 * fact rests on; `lacks` are words that stand nowhere in it, where the fact is its silence.
 */
export type Source = {
  readonly instrument: string
  readonly article?: string
  readonly words?: readonly string[]
  readonly lacks?: readonly string[]
}

/** A source as it was cited when something was submitted: title, number and article. What was submitted before that was stored lacks it. */
export type CitedSource = Source & { readonly cited?: InEvery<string> }

/** One condition of a service. Two of one id with adjoining dates are one whose value changes with the law. */
export type Condition = InForce & {
  /** `C1` …, `H1` of what is held, as in the fact base. */
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
  /**
   * Ids of the conditions that are no (`not-applicable`: of kind scope; `not-yet`: hard), the held ones that are yes (`already`),
   * the unknown ones (`possible`), or all but the held ones (`eligible`).
   */
  readonly deciding: readonly string[]
}

/**
 * Judges a subject by the conditions of a service in force on its day: a scope condition that is no → `not-applicable`;
 * else a held one that is yes → `already`; else a hard one that is no → `not-yet`; else anything unknown → `possible`; else `eligible`.
 * @source fact base 2, section 1.
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
  already: ({ truth, condition }) => truth === 'yes' && condition.kind === 'held',
  'not-yet': ({ truth, condition }) => truth === 'no' && condition.kind !== 'held',
  possible: ({ truth }) => truth === 'unknown',
  eligible: ({ condition }) => condition.kind !== 'held',
}

/** What becomes of one condition, without the trace. */
export function truthOf({ kind, when }: Condition, subject: Subject): Truth {
  return truthFor(kind, evaluate(when, subject).truth)
}

/** A local or procedural condition is never `no`: the portal has no local thresholds, and a procedure can simply be done. */
export function truthFor(kind: ConditionKind, truth: Truth): Truth {
  switch (kind) {
    case 'scope':
    case 'held':
    case 'hard':
      return truth
    case 'procedure':
    case 'local':
      return truth === 'no' ? 'unknown' : truth
  }
}

/** The verdict that conditions and their truths come to; see `judge`. */
export function verdictOf(judged: readonly Pick<Judged, 'condition' | 'truth'>[]): Verdict {
  let [isHeld, saysNo, isOpen] = [false, false, false]
  for (const { condition, truth } of judged) {
    if (truth === 'no' && condition.kind === 'scope') return 'not-applicable'
    if (condition.kind === 'held') isHeld ||= truth === 'yes'
    else saysNo ||= truth === 'no'
    isOpen ||= truth === 'unknown'
  }
  if (isHeld) return 'already'
  if (saysNo) return 'not-yet'
  return isOpen ? 'possible' : 'eligible'
}

/** The conditions that can still make another verdict: of what one has, or not yet, those that come before it in the order of judging. */
export function undecided(verdict: Verdict, judged: readonly Judged[]): readonly Judged[] {
  const kinds = stillMatter[verdict]
  return judged.filter(({ truth, condition }) => truth === 'unknown' && kinds.includes(condition.kind))
}

const stillMatter: Record<Verdict, readonly ConditionKind[]> = {
  'not-applicable': [],
  already: ['scope'],
  'not-yet': ['scope', 'held'],
  possible: conditionKinds,
  eligible: [],
}

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
