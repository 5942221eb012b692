import { type Statement, statement, type TopicId } from './define.ts'
import type { DepartmentId } from './departments.ts'
import type { Hotline } from './hotlines.ts'
import type { ServiceId } from './index.ts'
import { cite } from './instruments.ts'
import { promised } from './plan-quotations.ts'

/** A matter that is explained without a self-check. Its texts stand in `locales/…/explanations.json` under its id. */
export type Explanation = {
  readonly id: string
  readonly topics: readonly TopicId[]
  /** Where one goes, the one in charge first. */
  readonly departments: readonly [DepartmentId, ...DepartmentId[]]
  readonly hotlines: readonly Hotline[]
  /** Services to look at beside it. */
  readonly related: readonly ServiceId[]
  readonly facts: readonly Statement[]
}

/** Both of them. @source fact base, appendix 3 */
export const explanations: readonly Explanation[] = [
  {
    id: 'id-card',
    topics: ['settlement'],
    departments: ['police-station'],
    hotlines: ['12345'],
    related: ['residence-registration', 'residence-permit', 'settle-household'],
    facts: [
      statement('where-you-live', 'high', cite('residence-permit-regulations', '13')),
      statement('everywhere', 'medium', cite('common-practice')),
      statement('within-sixty-days', 'medium', cite('id-card-law', '12')),
      statement('temporary-card', 'medium', cite('id-card-law')),
      statement('first-is-free', 'medium', cite('common-practice')),
      statement('online', 'high', promised('online-and-one-photo')),
      statement('local-script', 'medium', cite('id-card-law', '4')),
    ],
  },
  {
    id: 'no-hukou',
    topics: ['settlement'],
    departments: ['police-station'],
    hotlines: ['12345'],
    related: ['settle-household', 'school-compulsory'],
    facts: [statement('must-be-solved', 'medium', cite('guobanfa-2015-96')), statement('where-to-go', 'medium', cite('guobanfa-2015-96'))],
  },
]

/** The explanation of an id, undefined where there is none. */
export function explanationById(id: string): Explanation | undefined {
  return explanations.find((explanation) => explanation.id === id)
}
