import { unknown } from '#app/domain/vocabulary.ts'
import { localHukou } from '../circumstances.ts'
import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', isOneOf('dwelling', ['public-rental']), {
    sources: [cite('public-rental-measures')],
    certainty: 'medium',
    asks: 'housing-security',
  }),
  condition('C1', 'scope', match('live-place', { 'qh-town': 'yes', 'qh-rural': 'yes', 'not-yet': 'no' }), {
    sources: [plan('十')],
    certainty: 'high',
    asks: 'housing-security',
  }),
  condition('C2', 'hard', match('housing', { none: 'yes', 'own-small': 'unknown', 'own-enough': 'no' }), {
    sources: [cite('public-rental-measures', '7')],
    certainty: 'high',
    asks: 'housing-security',
    locallySet: true,
  }),
  condition('C3', 'local', unknown, {
    sources: [cite('public-rental-measures', '7')],
    certainty: 'high',
    asks: 'housing-security',
    locallySet: true,
  }),
  condition('C4', 'local', localHukou, {
    sources: [cite('public-rental-measures', '7'), plan('十')],
    certainty: 'high',
    asks: 'housing-security',
    locallySet: true,
  }),
]
