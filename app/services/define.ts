import type { Rules } from '#app/domain/assessment.ts'
import type { Expr } from '#app/domain/condition.ts'
import type { FormField } from '#app/domain/form.ts'
import type { InForce } from '#app/domain/in-force.ts'
import type { Answer } from '#app/domain/question.ts'
import type { Truth } from '#app/domain/truth.ts'
import type { Certainty, Condition, ConditionKind, Source } from '#app/domain/verdict.ts'
import type { Act } from './act.ts'
import type { BlockId, PaperId } from './blocks.ts'
import type { ChannelId } from './channels.ts'
import type { DepartmentId } from './departments.ts'
import type { Hotline } from './hotlines.ts'
import type { Note } from './notes.ts'

/** The seven topics services are grouped by. */
export const topicIds = ['settlement', 'schooling', 'housing', 'insurance', 'work', 'assistance', 'land'] as const
/** The id of a topic. */
export type TopicId = (typeof topicIds)[number]

/** Topics beside which the promise stands that settling costs nobody their land. */
export const landTopics = ['settlement', 'land'] as const satisfies readonly TopicId[]
/** Does that promise stand beside a topic? */
export const isLandTopic = (topic: TopicId): boolean => landTopics.some((one) => one === topic)

/** One sentence told to residents, where it stands, how well it was checked, and whether it is our own reading. Its text is `locales/…/services/<service>.json` under the list's name and this id. */
export type Statement = {
  readonly id: string
  readonly sources: readonly Source[]
  readonly certainty: Certainty
  readonly inferred?: true
}

/** A paper people usually bring; the window decides. */
export type Document = Statement & {
  /** When it is needed; without it, usually. */
  readonly when?: Expr
  /** The same paper as other services ask for: brought once. */
  readonly paper?: PaperId
  /** Shows how people of a household are related: not asked of somebody who is alone in it. */
  readonly ofFamily?: true
  /** Its original has to be seen at the hall before the case is approved: only where a source says so. */
  readonly original?: true
}

/** A legal time limit, counted from the day the hall accepts an application. Its sentence is the statement of `timeAndCost` with this id. */
export type Limit = { readonly statement: string; readonly days: number; readonly unit: 'working' | 'calendar'; readonly when?: Expr }

/** How one applies: shared blocks, asked once per folder, and the questions only this form asks. */
export type Form = {
  readonly blocks: readonly BlockId[]
  readonly own: readonly FormField[]
  /** What applying for it says in itself, by question: whoever applies for a training wishes for one. What somebody answered stands above it. */
  readonly says?: Readonly<Record<string, Answer>>
  /** The national platform that is the right way; the hall still takes the application in. */
  readonly channel?: ChannelId
  readonly limits?: readonly Limit[]
}

/** What people often get wrong; told beside a result where `about` is one of its deciding conditions. */
export type Misunderstanding = Statement & { readonly about?: string }

/** A public service: one value that every page, form and answer is a reading of. */
export type Service = Omit<Rules, 'notes'> & {
  readonly topics: readonly TopicId[]
  /** What takes its place after its last day (`until`), where anything does. */
  readonly successor?: string
  /** Where one goes, the one in charge first. */
  readonly departments: readonly [DepartmentId, ...DepartmentId[]]
  readonly hotlines: readonly Hotline[]
  /** What it is in law. */
  readonly act: Act
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
  readonly notes?: readonly Note[]
  /** Does what one has of it fall due: a yearly payment, an endorsement, a renewal? What then is to be done is its text `due`. */
  readonly fallsDue?: true
  /** Does the promise that settling costs nobody their land stand wherever this is spoken of? */
  readonly landStands?: true
  /** How to apply; undefined where there is nothing to apply for (rights). */
  readonly form?: Form
}

/** Declares a service. */
export function defineService<const S extends Service>(service: S): Service & { readonly id: S['id'] } {
  return service
}

/** What stands beside the expression of a condition. */
type Ground = InForce & { sources: readonly Source[]; certainty: Certainty; asks: DepartmentId; locallySet?: true; inferred?: true }

/** Declares a condition. `asks` is the department that answers the question about it; `locallySet` where the locality decides it wholly or in part; `from` and `until` where it is the law only so long. */
export function condition(
  id: `${'C' | 'H'}${number}`,
  kind: ConditionKind,
  when: Expr,
  { locallySet = undefined, ...ground }: Ground,
): Condition {
  return { id, kind, when, locallySet: locallySet === true, ...ground }
}

/** Declares a sentence told to residents. */
export function statement(id: string, certainty: Certainty, ...sources: Source[]): Statement {
  return { id, certainty, sources }
}

/** Declares a sentence that is our own reading of its sources: wherever it is told, that is said beside it. */
export function inferred(id: string, certainty: Certainty, ...sources: Source[]): Statement {
  return { ...statement(id, certainty, ...sources), inferred: true }
}

/** The options of a choice among these fields. */
type OptionsOf<F extends readonly FormField[], I> =
  Extract<F[number], { id: I; options: readonly string[] }> extends { options: readonly (infer O extends string)[] } ? O : never

/** Terms for conditions on what a form's own choices say. A wrong or forgotten option does not compile. */
export function choosing<const F extends readonly FormField[]>(_own: F) {
  return <I extends F[number]['id']>(id: I, truths: Record<OptionsOf<F, I>, Truth>): Expr => ({
    op: 'match',
    question: `own.${id}`,
    truths,
    skipped: 'no',
  })
}
