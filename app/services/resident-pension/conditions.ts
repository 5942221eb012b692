import { agedAtLeast, allOf, anyOf, notOf, unknown } from '#app/domain/vocabulary.ts'
import { drawsPension, inSchool, localHukou, worksForEmployer } from '../circumstances.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite } from '../instruments.ts'

/** Whoever paid into the employee scheme before and works for nobody now asks whether to change over. @source fact base 2, 2.4 */
const paidForOnceIfNotNow = allOf(unknown, notOf(worksForEmployer))
const under60 = notOf(agedAtLeast(60))
/** Draws it, or pays into it; from 60 on it has to be claimed. */
const drawsOrPays = match(
  'pension',
  {
    'job-here': 'no',
    'job-elsewhere': 'no',
    'resident-here': under60,
    'resident-elsewhere': under60,
    'receiving-employee': 'no',
    'receiving-resident': 'yes',
    none: 'no',
  },
  'no',
)

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', drawsOrPays, {
    sources: [cite('guofa-2014-8')],
    certainty: 'high',
    asks: 'social-insurance-agency',
  }),
  condition('C1', 'scope', allOf(agedAtLeast(16), notOf(inSchool)), {
    sources: [cite('guofa-2014-8', '三')],
    certainty: 'high',
    asks: 'social-insurance-agency',
  }),
  condition(
    'C2',
    'scope',
    allOf(
      match(
        'pension',
        {
          'job-here': paidForOnceIfNotNow,
          'job-elsewhere': paidForOnceIfNotNow,
          'resident-here': 'yes',
          'resident-elsewhere': 'yes',
          'receiving-employee': 'no',
          'receiving-resident': 'yes',
          none: 'yes',
        },
        'yes',
      ),
      match(
        'work',
        {
          'employed-contract': 'unknown',
          'employed-nocontract': 'unknown',
          platform: 'yes',
          'self-employed': 'yes',
          'self-employed-hiring': 'unknown',
          casual: 'yes',
          'herding-farming': 'yes',
          student: 'yes',
          unemployed: 'yes',
          'not-working': 'yes',
          retired: 'yes',
        },
        'yes',
      ),
    ),
    {
      sources: [cite('guofa-2014-8', '三')],
      certainty: 'high',
      asks: 'social-insurance-agency',
    },
  ),
  condition('C3', 'local', anyOf(localHukou, drawsPension), {
    sources: [cite('guofa-2014-8')],
    certainty: 'high',
    asks: 'social-insurance-agency',
    locallySet: true,
  }),
  condition('C4', 'procedure', anyOf(notOf(agedAtLeast(60)), drawsPension), {
    sources: [cite('guofa-2014-8', '七')],
    certainty: 'high',
    asks: 'social-insurance-agency',
  }),
]
