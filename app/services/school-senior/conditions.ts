import { unknown } from '#app/domain/condition.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

const registeredElsewhere = match('school-register', { here: 'no', elsewhere: 'yes', none: 'yes' })

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition(
    'C1',
    'scope',
    match(
      'school-stage',
      {
        'not-in': 'no',
        kindergarten: 'no',
        primary: 'no',
        'junior-12': 'no',
        'junior-3': 'yes',
        'grad-junior': 'yes',
        'senior-12': registeredElsewhere,
        'senior-3': 'no',
        vocational: 'no',
        dropout: 'no',
      },
      'no',
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
