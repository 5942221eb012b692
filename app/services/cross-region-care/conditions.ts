import { anyOf, notOf, unknown } from '#app/domain/vocabulary.ts'
import { leftEmployment } from '../circumstances.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite } from '../instruments.ts'

/** Insurance through work usually ends with the work: whoever left it looks up what is left. @source fact base 2, 2.4 */
const stillInsured = anyOf(unknown, notOf(leftEmployment))

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition(
    'C1',
    'scope',
    match('med', {
      'local-employee': 'no',
      'local-resident': 'no',
      'elsewhere-employee': 'yes',
      'elsewhere-resident': 'yes',
      'ended-elsewhere': 'yes',
      none: 'yes',
    }),
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
      'elsewhere-employee': stillInsured,
      'elsewhere-resident': 'yes',
      'ended-elsewhere': 'no',
      none: 'no',
    }),
    {
      sources: [cite('yibaofa-2022-22')],
      certainty: 'high',
      asks: 'medical-insurance-agency',
    },
  ),
]
