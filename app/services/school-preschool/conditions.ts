import { agedAtLeast, allOf, notOf, unknown } from '#app/domain/condition.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition(
    'C1',
    'scope',
    allOf(
      agedAtLeast(2, 'school-start'),
      notOf(agedAtLeast(6, 'school-start')),
      match(
        'school-stage',
        {
          'not-in': 'yes',
          kindergarten: 'yes',
          primary: 'no',
          'junior-12': 'no',
          'junior-3': 'no',
          'grad-junior': 'no',
          'senior-12': 'no',
          'senior-3': 'no',
          vocational: 'no',
          dropout: 'no',
        },
        'no',
      ),
    ),
    {
      sources: [cite('preschool-education-law', '2')],
      certainty: 'high',
      asks: 'education-bureau',
    },
  ),
  condition('C2', 'hard', agedAtLeast(3, 'school-start'), {
    sources: [cite('preschool-education-law', '2')],
    certainty: 'high',
    asks: 'education-bureau',
    locallySet: true,
  }),
  condition('C3', 'scope', match('lives-together', { yes: 'yes', no: 'no' }, 'no'), {
    sources: [cite('preschool-education-law', '15'), plan('九')],
    certainty: 'high',
    asks: 'education-bureau',
  }),
  condition('C4', 'local', unknown, {
    sources: [cite('preschool-education-law', '15')],
    certainty: 'high',
    asks: 'education-bureau',
    locallySet: true,
  }),
]
