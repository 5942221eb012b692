import { unknown } from '#app/domain/vocabulary.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition(
    'C1',
    'scope',
    match('wishes', { training: 'no', vocational: 'no', fund: 'no', rent: 'no', buy: 'yes', job: 'no', none: 'no' }),
    {
      sources: [plan('二十九')],
      certainty: 'high',
      asks: 'housing-security',
    },
  ),
  condition('C2', 'hard', match('housing', { none: 'yes', 'own-small': 'unknown', 'own-enough': 'no' }), {
    sources: [cite('guofa-2023-14')],
    certainty: 'high',
    asks: 'housing-security',
    locallySet: true,
  }),
  condition('C3', 'local', unknown, {
    sources: [plan('二十九')],
    certainty: 'high',
    asks: 'housing-security',
    locallySet: true,
  }),
  condition('C4', 'local', unknown, {
    sources: [cite('guofa-2023-14')],
    certainty: 'high',
    asks: 'housing-security',
    locallySet: true,
  }),
]
