import { anyOf } from '#app/domain/vocabulary.ts'
import { hukouElsewhere } from '../circumstances.ts'
import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite } from '../instruments.ts'

/** Whoever has a permit issued here was registered before. */
const registered = anyOf(
  match('stay', { 'ge6-reg': 'yes', 'ge6-noreg': 'no', 'lt6-reg': 'yes', 'lt6-noreg': 'no', ge6: 'unknown', lt6: 'unknown' }, 'no'),
  isOneOf('permit', ['valid']),
)

/** Who qualifies. @source fact base, section B; fact base 2, section 1 */
export const conditions = [
  condition('H1', 'held', registered, {
    sources: [cite('hukou-registration-regulations', '15')],
    certainty: 'medium',
    inferred: true,
    asks: 'police-station',
  }),
  condition('C1', 'scope', hukouElsewhere, {
    sources: [cite('hukou-registration-regulations', '15')],
    certainty: 'high',
    asks: 'police-station',
    locallySet: true,
  }),
  condition('C2', 'scope', match('live-place', { 'qh-town': 'yes', 'qh-rural': 'unknown', 'not-yet': 'no' }), {
    sources: [cite('hukou-registration-regulations', '15')],
    certainty: 'high',
    asks: 'police-station',
    locallySet: true,
  }),
]
