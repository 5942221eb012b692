import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', isOneOf('hukou-place', ['same-town']), {
    sources: [plan('六')],
    certainty: 'high',
    asks: 'police-station',
  }),
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
      'public-rental': 'yes',
      'affordable-rental': 'yes',
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
    match('hukou-place', {
      'same-town': 'yes',
      'same-rural': 'yes',
      'pref-other': 'yes',
      'qh-other': 'yes',
      outside: 'unknown',
      'no-hukou': 'unknown',
    }),
    {
      sources: [plan('六')],
      certainty: 'medium',
      asks: 'police-station',
      locallySet: true,
    },
  ),
]
