import { unknown } from '#app/domain/vocabulary.ts'
import { localHukou } from '../circumstances.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite } from '../instruments.ts'

const recognisedAlready = match('hardship', { none: 'no', tight: 'no', already: 'yes', sudden: 'no', 'prefer-not': 'unknown' })

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', recognisedAlready, {
    sources: [cite('social-assistance-law')],
    certainty: 'medium',
    asks: 'township-office',
  }),
  condition('C1', 'scope', match('hardship', { none: 'no', tight: 'yes', already: 'yes', sudden: 'yes', 'prefer-not': 'unknown' }), {
    sources: [cite('social-assistance-law', '18'), cite('social-assistance-law', '21'), cite('social-assistance-law', '22')],
    certainty: 'high',
    asks: 'township-office',
  }),
  condition('C2', 'local', unknown, {
    sources: [cite('social-assistance-law', '18'), cite('social-assistance-law', '19')],
    certainty: 'high',
    asks: 'township-office',
    locallySet: true,
  }),
  condition('C3', 'local', unknown, {
    sources: [cite('social-assistance-law', '18'), cite('social-assistance-law', '23')],
    certainty: 'high',
    asks: 'township-office',
    locallySet: true,
  }),
  condition('C4', 'local', localHukou, {
    sources: [cite('social-assistance-law', '37')],
    certainty: 'high',
    asks: 'township-office',
    locallySet: true,
  }),
]
