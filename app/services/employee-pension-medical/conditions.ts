import { hasEmployer, workingAge } from '../circumstances.ts'
import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', isOneOf('employer-insurance', ['all']), {
    sources: [cite('social-insurance-law', '4')],
    certainty: 'medium',
    asks: 'social-insurance-agency',
  }),
  condition('C1', 'scope', hasEmployer, {
    sources: [cite('social-insurance-law', '10'), cite('social-insurance-law', '23'), cite('social-insurance-law', '95')],
    certainty: 'high',
    asks: 'social-insurance-agency',
  }),
  condition('C2', 'scope', workingAge, {
    sources: [cite('retirement-decision')],
    certainty: 'high',
    asks: 'social-insurance-agency',
  }),
  condition(
    'C3',
    'hard',
    match('work', {
      'employed-contract': 'yes',
      'employed-nocontract': 'unknown',
      platform: 'unknown',
      'self-employed': 'unknown',
      'self-employed-hiring': 'unknown',
      casual: 'unknown',
      'herding-farming': 'unknown',
      student: 'unknown',
      unemployed: 'unknown',
      'not-working': 'unknown',
      retired: 'unknown',
    }),
    {
      sources: [cite('labour-contract-law'), cite('social-insurance-law', '58')],
      certainty: 'high',
      asks: 'social-insurance-agency',
    },
  ),
]
