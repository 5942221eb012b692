import { unknown } from '#app/domain/vocabulary.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('C1', 'scope', match('hardship', { none: 'no', tight: 'unknown', already: 'no', sudden: 'yes', 'prefer-not': 'unknown' }), {
    sources: [cite('social-assistance-law', '29'), cite('minfa-2018-23')],
    certainty: 'high',
    asks: 'township-office',
  }),
  condition('C2', 'local', unknown, {
    sources: [cite('social-assistance-law', '29'), cite('social-assistance-law', '50')],
    certainty: 'high',
    asks: 'township-office',
    locallySet: true,
  }),
]
