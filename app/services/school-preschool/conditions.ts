import { agedAtLeast, allOf, notOf, unknown } from '#app/domain/vocabulary.ts'
import { livesWithGuardians } from '../circumstances.ts'
import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', allOf(isOneOf('school-stage', ['kindergarten']), isOneOf('school-register', ['here'])), {
    sources: [cite('common-practice')],
    certainty: 'medium',
    asks: 'education-bureau',
  }),
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
          'primary-6': 'no',
          'junior-12': 'no',
          'junior-3': 'no',
          'grad-junior': 'no',
          'senior-12': 'no',
          'senior-3': 'no',
          vocational: 'no',
          college: 'no',
          'grad-senior': 'no',
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
  condition('C3', 'scope', livesWithGuardians, {
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
