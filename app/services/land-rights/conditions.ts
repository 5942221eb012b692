import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition(
    'C1',
    'scope',
    match('land', { none: 'no', arable: 'yes', grassland: 'yes', forest: 'yes', homestead: 'yes', collective: 'yes' }),
    {
      sources: [plan('十三'), cite('land-contract-law', '27'), cite('land-administration-law', '62')],
      certainty: 'high',
      asks: 'agriculture-bureau',
    },
  ),
]
