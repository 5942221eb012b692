import { unknown } from '#app/domain/condition.ts'
import { flexibleWork, workingAge } from '../circumstances.ts'
import { condition } from '../define.ts'
import { cite, plan } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('C1', 'scope', flexibleWork, {
    sources: [plan('十'), cite('residence-permit-regulations', '12')],
    certainty: 'high',
    asks: 'housing-fund-centre',
  }),
  condition('C2', 'scope', workingAge, {
    sources: [cite('housing-fund-regulations')],
    certainty: 'medium',
    asks: 'housing-fund-centre',
  }),
  condition('C3', 'local', unknown, {
    sources: [cite('jianjinguan-2005-5')],
    certainty: 'high',
    asks: 'housing-fund-centre',
    locallySet: true,
  }),
]
