import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition(
    'C1',
    'scope',
    match('hukou-place', { 'same-town': 'no', 'same-rural': 'no', 'pref-other': 'unknown', 'qh-other': 'yes', outside: 'yes' }),
    {
      sources: [cite('hukou-registration-regulations', '15')],
      certainty: 'high',
      asks: 'police-station',
      locallySet: true,
    },
  ),
  condition('C2', 'scope', match('live-place', { 'qh-town': 'yes', 'qh-rural': 'unknown', 'not-yet': 'no' }), {
    sources: [cite('hukou-registration-regulations', '15')],
    certainty: 'high',
    asks: 'police-station',
    locallySet: true,
  }),
]
