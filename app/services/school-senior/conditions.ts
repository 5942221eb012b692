import { agedAtLeast, allOf, notOf, unknown } from '#app/domain/vocabulary.ts'
import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

const registeredHere = isOneOf('school-register', ['here'])

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', allOf(isOneOf('school-stage', ['senior-12', 'senior-3']), registeredHere), {
    sources: [cite('common-practice')],
    certainty: 'medium',
    asks: 'education-bureau',
  }),
  condition(
    'C1',
    'scope',
    allOf(
      notOf(agedAtLeast(23)),
      match(
        'school-stage',
        {
          'not-in': 'no',
          kindergarten: 'no',
          primary: 'no',
          'primary-6': 'no',
          'junior-12': 'no',
          'junior-3': 'yes',
          'grad-junior': 'yes',
          'senior-12': 'yes',
          'senior-3': registeredHere,
          vocational: 'no',
          college: 'no',
          'grad-senior': 'no',
          dropout: 'no',
        },
        'no',
      ),
    ),
    {
      sources: [plan('九')],
      certainty: 'medium',
      inferred: true,
      asks: 'education-bureau',
    },
  ),
  condition('C2', 'local', unknown, {
    sources: [plan('九')],
    certainty: 'high',
    asks: 'education-bureau',
    locallySet: true,
  }),
  condition('C3', 'local', match('qh-years', { full: 'yes', 'not-full': 'no' }), {
    sources: [cite('guobanfa-2012-46')],
    certainty: 'medium',
    asks: 'education-bureau',
    locallySet: true,
  }),
]
