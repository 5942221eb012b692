import { allOf, anyOf, unknown } from '#app/domain/vocabulary.ts'
import { hukouElsewhere, inSchool } from '../circumstances.ts'
import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite } from '../instruments.ts'

/** A permit that lapsed is endorsed late, and nothing is counted anew. */
const lapsedOrUnknown = anyOf(unknown, isOneOf('permit', ['lapsed']))
/** Half a year counted from the registration; from which day else is for the locality to say. Not moved here yet: not half a year. */
const halfAYear = match(
  'stay',
  { 'ge6-reg': 'yes', 'ge6-noreg': lapsedOrUnknown, 'lt6-reg': 'no', 'lt6-noreg': 'no', ge6: lapsedOrUnknown, lt6: 'no' },
  'no',
)
/** Works, in a way the regulations call stable; what proves it is for the window to say where there is no contract. */
const stableWork = match(
  'work',
  {
    'employed-contract': 'yes',
    'employed-nocontract': 'unknown',
    platform: 'unknown',
    'self-employed': 'yes',
    'self-employed-hiring': 'yes',
    casual: 'unknown',
    'herding-farming': 'no',
    student: 'no',
    unemployed: 'no',
    'not-working': 'no',
    retired: 'no',
  },
  'no',
)
/** Has a stable dwelling: own, rented, or a dormitory the employer vouches for. */
const stableDwelling = match('dwelling', {
  own: 'yes',
  'rent-contract': 'yes',
  'rent-nocontract': 'unknown',
  'public-rental': 'yes',
  'affordable-rental': 'yes',
  dorm: 'yes',
  relatives: 'unknown',
  none: 'no',
})
/** Goes to school here, and is on its register here. */
const schoolHere = allOf(inSchool, isOneOf('school-register', ['here']))

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', isOneOf('permit', ['valid']), {
    sources: [cite('residence-permit-regulations', '10')],
    certainty: 'high',
    asks: 'police-station',
  }),
  condition('C1', 'scope', hukouElsewhere, {
    sources: [cite('residence-permit-regulations', '2')],
    certainty: 'high',
    asks: 'police-station',
    locallySet: true,
  }),
  condition('C2', 'hard', match('live-place', { 'qh-town': 'yes', 'qh-rural': 'unknown', 'not-yet': 'no' }), {
    sources: [cite('residence-permit-regulations', '2')],
    certainty: 'medium',
    asks: 'police-station',
    locallySet: true,
  }),
  condition('C3', 'hard', halfAYear, {
    sources: [cite('residence-permit-regulations', '2')],
    certainty: 'high',
    asks: 'police-station',
    locallySet: true,
  }),
  condition('C4', 'hard', anyOf(stableWork, stableDwelling, schoolHere), {
    sources: [cite('residence-permit-regulations', '2'), cite('residence-permit-regulations', '9')],
    certainty: 'high',
    asks: 'police-station',
    locallySet: true,
  }),
]
