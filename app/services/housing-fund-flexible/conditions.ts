import { unknown } from '#app/domain/vocabulary.ts'
import { workingAge } from '../circumstances.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Herders and farmers are not meant (our own reading); who hires asks the centre. */
const worksForOneself = match(
  'work',
  {
    'employed-contract': 'no',
    'employed-nocontract': 'no',
    platform: 'yes',
    'self-employed': 'yes',
    'self-employed-hiring': 'unknown',
    casual: 'yes',
    'herding-farming': 'no',
    student: 'no',
    unemployed: 'no',
    'not-working': 'no',
    retired: 'no',
  },
  'no',
)

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('C1', 'scope', worksForOneself, {
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
