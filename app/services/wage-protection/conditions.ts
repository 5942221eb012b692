import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('C1', 'scope', match('wage-owed', { no: 'no', 'owed-recent': 'yes', 'owed-old': 'yes' }, 'no'), {
    sources: [cite('wage-payment-regulations', '3'), cite('wage-payment-regulations', '10')],
    certainty: 'high',
    asks: 'labour-inspection',
  }),
  condition(
    'C2',
    'hard',
    match(
      'work',
      {
        'employed-contract': 'yes',
        'employed-nocontract': 'yes',
        platform: 'unknown',
        'self-employed': 'unknown',
        'self-employed-hiring': 'unknown',
        casual: 'yes',
        'herding-farming': 'yes',
        student: 'yes',
        unemployed: 'yes',
        'not-working': 'yes',
        retired: 'yes',
      },
      'yes',
    ),
    {
      sources: [cite('wage-payment-regulations', '2')],
      certainty: 'medium',
      asks: 'labour-inspection',
    },
  ),
  condition('C3', 'procedure', match('wage-owed', { no: 'no', 'owed-recent': 'yes', 'owed-old': 'unknown' }), {
    sources: [cite('mediation-arbitration-law', '27')],
    certainty: 'high',
    asks: 'labour-arbitration',
  }),
]
