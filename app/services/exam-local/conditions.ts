import { agedAtLeast, allOf, notOf, unknown } from '#app/domain/vocabulary.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
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
          'junior-12': 'yes',
          'junior-3': 'yes',
          'grad-junior': 'no',
          'senior-12': 'yes',
          'senior-3': 'yes',
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
      asks: 'exam-office',
    },
  ),
  condition('C2', 'local', unknown, {
    sources: [plan('九'), cite('qinghai-gaokao-guidance')],
    certainty: 'high',
    asks: 'exam-office',
    locallySet: true,
  }),
  condition('C3', 'local', match('qh-years', { full: 'yes', 'not-full': 'no' }), {
    sources: [cite('qinghai-gaokao-guidance')],
    certainty: 'medium',
    asks: 'exam-office',
    locallySet: true,
  }),
  condition(
    'C4',
    'local',
    allOf(
      match('hukou-origin', { 'always-qh': 'yes', 'moved-in': 'no', outside: 'no' }),
      match('hukou-place', {
        'same-town': 'yes',
        'same-rural': 'yes',
        'pref-other': 'yes',
        'qh-other': 'yes',
        outside: 'no',
        'no-hukou': 'no',
      }),
    ),
    {
      sources: [cite('qinghai-gaokao-guidance')],
      certainty: 'medium',
      asks: 'exam-office',
      locallySet: true,
    },
  ),
]
