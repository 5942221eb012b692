import type { Rules } from '#app/domain/assessment.ts'
import type { Expr } from '#app/domain/condition.ts'
import type { Certainty, Condition, ConditionKind, Source } from '#app/domain/verdict.ts'
import type { DepartmentId } from './departments.ts'
import type { Hotline } from './hotlines.ts'

/** The seven topics services are grouped by. */
export const topicIds = ['settlement', 'schooling', 'housing', 'insurance', 'work', 'assistance', 'land'] as const
/** The id of a topic. */
export type TopicId = (typeof topicIds)[number]

/** One sentence told to residents, where it stands, and how well it was checked. Its text is `locales/…/services/<service>.json` under the list's name and this id. */
export type Statement = { readonly id: string; readonly sources: readonly Source[]; readonly certainty: Certainty }

/** A paper people usually bring; the window decides. */
export type Document = Statement & {
  /** When it is needed; without it, usually. */
  readonly when?: Expr
}

/** What people often get wrong; told beside a result where `about` is one of its deciding conditions. */
export type Misunderstanding = Statement & { readonly about?: string }

/** A public service: one value that every page, form and answer is a reading of. */
export type Service = Rules & {
  readonly topics: readonly TopicId[]
  /** Where one goes, the one in charge first. */
  readonly departments: readonly [DepartmentId, ...DepartmentId[]]
  readonly hotlines: readonly Hotline[]
  /** Services to look at beside this one. */
  readonly related: readonly string[]
  /** What one gets. */
  readonly gives: readonly Statement[]
  /** How it is done, where, through which national channels. */
  readonly where: readonly Statement[]
  /** Legal time limits and cost, only where sourced. */
  readonly timeAndCost: readonly Statement[]
  /** What people often get wrong, and what is right. */
  readonly misunderstandings: readonly Misunderstanding[]
  /** What else one can do. */
  readonly otherwise: readonly Statement[]
  readonly documents: readonly Document[]
}

/** Declares a service. */
export function defineService<const S extends Service>(service: S): Service & { readonly id: S['id'] } {
  return service
}

/** What stands beside the expression of a condition. */
type Ground = { sources: readonly Source[]; certainty: Certainty; asks: DepartmentId; locallySet?: true }

/** Declares a condition. `asks` is the department that answers the question about it; `locallySet` where the locality decides it wholly or in part. */
export function condition(id: `C${number}`, kind: ConditionKind, when: Expr, { locallySet = undefined, ...ground }: Ground): Condition {
  return { id, kind, when, locallySet: locallySet === true, ...ground }
}

/** Declares a sentence told to residents. */
export function statement(id: string, certainty: Certainty, ...sources: Source[]): Statement {
  return { id, certainty, sources }
}
