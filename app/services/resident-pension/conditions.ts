import { agedAtLeast, allOf, anyOf, notOf } from '#app/domain/condition.ts'
import { drawsPension, inSchool, localHukou } from '../circumstances.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('C1', 'scope', allOf(agedAtLeast(16), notOf(inSchool)), {
    sources: [cite('guofa-2014-8', '三')],
    certainty: 'high',
    asks: 'social-insurance-agency',
  }),
  condition(
    'C2',
    'scope',
    allOf(
      match(
        'pension',
        {
          'job-here': 'no',
          'job-elsewhere': 'no',
          'resident-here': 'yes',
          'resident-elsewhere': 'yes',
          'receiving-employee': 'no',
          'receiving-resident': 'yes',
          none: 'yes',
        },
        'yes',
      ),
      match(
        'work',
        {
          'employed-contract': 'unknown',
          'employed-nocontract': 'unknown',
          platform: 'yes',
          'self-employed': 'yes',
          casual: 'yes',
          unemployed: 'yes',
          'not-working': 'yes',
          retired: 'yes',
        },
        'yes',
      ),
    ),
    {
      sources: [cite('guofa-2014-8', '三')],
      certainty: 'high',
      asks: 'social-insurance-agency',
    },
  ),
  condition('C3', 'local', anyOf(localHukou, drawsPension), {
    sources: [cite('guofa-2014-8')],
    certainty: 'high',
    asks: 'social-insurance-agency',
    locallySet: true,
  }),
  condition('C4', 'procedure', anyOf(notOf(agedAtLeast(60)), drawsPension), {
    sources: [cite('guofa-2014-8', '七')],
    certainty: 'high',
    asks: 'social-insurance-agency',
  }),
]
