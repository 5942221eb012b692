import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition(
    'C1',
    'scope',
    match('hukou-place', { 'same-town': 'no', 'same-rural': 'yes', 'pref-other': 'yes', 'qh-other': 'yes', outside: 'yes' }),
    {
      sources: [plan('六')],
      certainty: 'high',
      asks: 'police-station',
    },
  ),
  condition('C2', 'scope', match('settle-wish', { yes: 'yes', hesitant: 'yes', no: 'no' }, 'yes'), {
    sources: [plan('六'), cite('residence-permit-regulations', '15')],
    certainty: 'high',
    asks: 'police-station',
  }),
  condition('C3', 'hard', match('live-place', { 'qh-town': 'yes', 'qh-rural': 'unknown', 'not-yet': 'unknown' }), {
    sources: [plan('六')],
    certainty: 'high',
    asks: 'police-station',
  }),
  condition(
    'C4',
    'procedure',
    match('dwelling', {
      own: 'yes',
      'rent-contract': 'yes',
      'rent-nocontract': 'unknown',
      dorm: 'unknown',
      relatives: 'unknown',
      none: 'unknown',
    }),
    {
      sources: [cite('hukou-registration-regulations', '5')],
      certainty: 'medium',
      asks: 'police-station',
      locallySet: true,
    },
  ),
  condition(
    'C5',
    'local',
    match('hukou-place', { 'same-town': 'yes', 'same-rural': 'yes', 'pref-other': 'yes', 'qh-other': 'yes', outside: 'unknown' }),
    {
      sources: [plan('六')],
      certainty: 'medium',
      asks: 'police-station',
      locallySet: true,
    },
  ),
]
