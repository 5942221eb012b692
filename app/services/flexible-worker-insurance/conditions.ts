import { allOf } from '#app/domain/vocabulary.ts'
import { flexibleWork, workingAgeFrom16 } from '../circumstances.ts'
import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', allOf(flexibleWork, isOneOf('pension', ['job-here']), isOneOf('med', ['local-employee'])), {
    sources: [cite('social-insurance-law', '10')],
    certainty: 'medium',
    asks: 'social-insurance-agency',
  }),
  condition('C1', 'scope', flexibleWork, {
    sources: [cite('social-insurance-law', '10'), cite('social-insurance-law', '23'), plan('十一')],
    certainty: 'high',
    asks: 'social-insurance-agency',
  }),
  condition('C2', 'scope', workingAgeFrom16, {
    sources: [cite('social-insurance-law'), cite('retirement-decision')],
    certainty: 'high',
    asks: 'social-insurance-agency',
  }),
  condition('C3', 'scope', match('live-place', { 'qh-town': 'yes', 'qh-rural': 'yes', 'not-yet': 'no' }), {
    sources: [plan('十一')],
    certainty: 'high',
    asks: 'social-insurance-agency',
  }),
]
