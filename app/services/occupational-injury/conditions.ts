import { allOf, anyOf } from '#app/domain/vocabulary.ts'
import { atWorstUnknown, workingAge, worksForEmployer } from '../circumstances.ts'
import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

const hurt = match('injury', { no: 'no', 'work-lt1y': 'yes', 'work-ge1y': 'yes', 'platform-order': 'yes' }, 'no')
const worksForOneself = isOneOf('work', ['platform', 'self-employed', 'self-employed-hiring', 'casual'])
const contractBeforeRetirement = atWorstUnknown(workingAge)

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', allOf(isOneOf('employer-insurance', ['all']), isOneOf('injury', ['no'], 'yes')), {
    sources: [cite('work-injury-regulations', '17')],
    certainty: 'high',
    asks: 'work-injury-office',
  }),
  condition('C1', 'scope', anyOf(worksForEmployer, worksForOneself, hurt), {
    sources: [cite('work-injury-regulations', '2'), plan('十一')],
    certainty: 'high',
    asks: 'work-injury-office',
  }),
  condition(
    'C2',
    'hard',
    match('work', {
      'employed-contract': contractBeforeRetirement,
      'employed-nocontract': 'unknown',
      platform: 'unknown',
      'self-employed': 'no',
      'self-employed-hiring': 'unknown',
      casual: 'unknown',
      'herding-farming': 'no',
      student: 'unknown',
      unemployed: 'unknown',
      'not-working': 'unknown',
      retired: 'unknown',
    }),
    {
      sources: [cite('work-injury-regulations', '2'), cite('renshebufa-2025-24')],
      certainty: 'high',
      asks: 'work-injury-office',
      locallySet: true,
    },
  ),
  condition('C3', 'hard', match('injury', { no: 'yes', 'work-lt1y': 'yes', 'work-ge1y': 'no', 'platform-order': 'unknown' }, 'yes'), {
    sources: [cite('work-injury-regulations', '17')],
    certainty: 'high',
    asks: 'work-injury-office',
  }),
]
