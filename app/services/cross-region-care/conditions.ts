import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition(
    'C1',
    'scope',
    match('med', { 'local-employee': 'no', 'local-resident': 'no', 'elsewhere-employee': 'yes', 'elsewhere-resident': 'yes', none: 'yes' }),
    {
      sources: [cite('yibaofa-2022-22')],
      certainty: 'high',
      asks: 'medical-insurance-agency',
    },
  ),
  condition(
    'C2',
    'hard',
    match('med', {
      'local-employee': 'yes',
      'local-resident': 'yes',
      'elsewhere-employee': 'yes',
      'elsewhere-resident': 'yes',
      none: 'no',
    }),
    {
      sources: [cite('yibaofa-2022-22')],
      certainty: 'high',
      asks: 'medical-insurance-agency',
    },
  ),
]
