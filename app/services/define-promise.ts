import type { Source } from '#app/domain/verdict.ts'
import type { Statement, TopicId } from './define.ts'
import type { ServiceId } from './index.ts'
import { type PlanQuotationId, promised } from './plan-quotations.ts'
import type { DepartmentKey } from './provincial-departments.ts'

/**
 * What the plan, 青政〔2024〕48号, says to residents. Texts stand in `locales/…/policy.json` under `promises.<id>`: `title`, `text`,
 * and where there is one a `note`, and what one can `do`.
 */
export type PlanPromise = {
  readonly id: string
  /** What it was called in addresses before (`/policy#…`): they lead to it still. */
  readonly was?: string
  /** As the plan numbers it; `part-eight` for 八、保障措施. */
  readonly article: string
  /** The plan's own words; how strongly they bind follows from them (`strength.ts`). */
  readonly quotations: readonly [PlanQuotationId, ...PlanQuotationId[]]
  readonly departments: readonly DepartmentKey[]
  /** The services it leads to. */
  readonly services: readonly ServiceId[]
  /** The topics it is told beside as well. */
  readonly topics: readonly TopicId[]
  /** Explained, wholly or in part, without a self-check. */
  readonly explainOnly: boolean
  /** It takes something away: told as plainly as what is promised, after one fixed sentence. */
  readonly lessens: boolean
  /** What its `note` and `do` rest on, where that is more than “ask”; `inferred` where they are our own reading. */
  readonly beside?: Pick<Statement, 'sources' | 'inferred'>
}

export type Rest = Partial<Pick<PlanPromise, 'services' | 'topics' | 'was' | 'explainOnly' | 'lessens' | 'beside'>>
/** One promise before its article and departments are known. */
export type Part = Pick<PlanPromise, 'id' | 'quotations'> & Rest

/** The promises of an article. */
export function article(numeral: string, departments: readonly DepartmentKey[], ...parts: readonly Part[]): PlanPromise[] {
  return parts.map((part) => ({ services: [], topics: [], explainOnly: false, lessens: false, ...part, article: numeral, departments }))
}

/** A promise that has the id of its quotation. */
export const says = (id: PlanQuotationId, rest: Rest = {}): Part => ({ id, quotations: [id], ...rest })
export const leadsTo = (...services: ServiceId[]): Rest => ({ services })
export const beside = (...topics: TopicId[]): Rest => ({ explainOnly: true, topics })
export const lessens = (...topics: TopicId[]): Rest => ({ ...beside(...topics), lessens: true })
export const explained: Rest = { explainOnly: true }

/** What the quotations of a promise are as a source. */
export const sourceOf = ({ quotations }: PlanPromise): Source => promised(...quotations)
