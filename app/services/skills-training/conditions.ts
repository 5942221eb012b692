import { unknown } from '#app/domain/vocabulary.ts'
import { workingAgeFrom16 } from '../circumstances.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition(
    'C1',
    'scope',
    match('wishes', { training: 'yes', vocational: 'no', fund: 'no', rent: 'no', buy: 'no', job: 'no', none: 'no' }),
    {
      sources: [plan('八')],
      certainty: 'high',
      asks: 'hrss-bureau',
    },
  ),
  condition('C2', 'scope', workingAgeFrom16, {
    sources: [cite('employment-promotion-law')],
    certainty: 'high',
    asks: 'hrss-bureau',
  }),
  condition('C3', 'local', unknown, {
    sources: [plan('八')],
    certainty: 'high',
    asks: 'hrss-bureau',
    locallySet: true,
  }),
]
