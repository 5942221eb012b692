import { agedAtLeast, allOf, anyOf } from '#app/domain/vocabulary.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

const worksOrSeeks = match(
  'work',
  {
    'employed-contract': 'yes',
    'employed-nocontract': 'yes',
    platform: 'yes',
    'self-employed': 'yes',
    'self-employed-hiring': 'yes',
    casual: 'yes',
    'herding-farming': 'no',
    student: 'no',
    unemployed: 'yes',
    'not-working': 'no',
    retired: 'no',
  },
  'no',
)
const wishesAJob = match('wishes', { training: 'no', vocational: 'no', fund: 'no', rent: 'no', buy: 'no', job: 'yes', none: 'no' })

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('C1', 'scope', allOf(agedAtLeast(16), anyOf(worksOrSeeks, wishesAJob)), {
    sources: [cite('employment-promotion-law', '35'), plan('八')],
    certainty: 'high',
    asks: 'employment-service',
  }),
]
