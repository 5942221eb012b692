import { anyOf } from '#app/domain/vocabulary.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite } from '../instruments.ts'

const employeeInsuranceElsewhere = anyOf(
  match('med', {
    'local-employee': 'no',
    'local-resident': 'no',
    'elsewhere-employee': 'yes',
    'elsewhere-resident': 'no',
    'ended-elsewhere': 'no',
    none: 'no',
  }),
  match(
    'pension',
    {
      'job-here': 'no',
      'job-elsewhere': 'yes',
      'resident-here': 'no',
      'resident-elsewhere': 'no',
      'receiving-employee': 'no',
      'receiving-resident': 'no',
      none: 'no',
    },
    'no',
  ),
)
const paidInFull = match('employer-insurance', { all: 'yes', partial: 'no', none: 'no' }, 'no')

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('C1', 'scope', employeeInsuranceElsewhere, {
    sources: [
      cite('social-insurance-law', '19'),
      cite('social-insurance-law', '32'),
      cite('social-insurance-law', '52'),
      cite('social-insurance-handling-regulations', '12–14'),
    ],
    certainty: 'high',
    asks: 'social-insurance-agency',
  }),
  condition(
    'C2',
    'hard',
    match(
      'work',
      {
        'employed-contract': paidInFull,
        'employed-nocontract': paidInFull,
        platform: 'unknown',
        'self-employed': 'unknown',
        'self-employed-hiring': 'unknown',
        casual: 'unknown',
        'herding-farming': 'no',
        student: 'no',
        unemployed: 'no',
        'not-working': 'no',
        retired: 'no',
      },
      'no',
    ),
    {
      sources: [cite('social-insurance-law', '19')],
      certainty: 'high',
      asks: 'social-insurance-agency',
    },
  ),
]
