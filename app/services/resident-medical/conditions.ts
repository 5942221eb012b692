import { agedAtLeast, allOf, anyOf, notOf, unknown } from '#app/domain/vocabulary.ts'
import { inSchool, leftEmployment, localHukou, permitOfOwnOrParents } from '../circumstances.ts'
import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Insurance through work usually ends with the work: whoever left it looks up what is left. @source fact base 2, 2.4 */
const mayHaveEnded = allOf(unknown, leftEmployment)
/** Not in the employee scheme, and no employer who should put them there. */
const notInEmployeeScheme = allOf(
  match('med', {
    'local-employee': mayHaveEnded,
    'local-resident': 'yes',
    'elsewhere-employee': mayHaveEnded,
    'elsewhere-resident': 'yes',
    'ended-elsewhere': 'yes',
    none: 'yes',
  }),
  match('employer-insurance', { all: 'no', partial: 'unknown', none: 'unknown' }, 'yes'),
)
const lapsedPermit = match('permit', { valid: 'no', 'valid-elsewhere': 'no', lapsed: 'unknown', none: 'no' }, 'no')
const fromNextCountyOrNoHukou = isOneOf('hukou-place', ['pref-other', 'no-hukou'])
/** Children, pupils, people from another county of the prefecture or without a hukou may be let in; the window says. */
const mayBeLetIn = allOf(unknown, anyOf(notOf(agedAtLeast(18)), inSchool, fromNextCountyOrNoHukou))

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', isOneOf('med', ['local-resident']), {
    sources: [cite('guobanfa-2024-38')],
    certainty: 'high',
    asks: 'medical-insurance-agency',
  }),
  condition('C1', 'scope', notInEmployeeScheme, {
    sources: [cite('social-insurance-law', '23')],
    certainty: 'high',
    asks: 'medical-insurance-agency',
  }),
  condition('C2', 'hard', anyOf(localHukou, permitOfOwnOrParents, lapsedPermit, mayBeLetIn), {
    sources: [plan('十一')],
    certainty: 'high',
    asks: 'medical-insurance-agency',
    locallySet: true,
  }),
  condition(
    'C3',
    'procedure',
    match('med', {
      'local-employee': 'yes',
      'local-resident': 'yes',
      'elsewhere-employee': 'yes',
      'elsewhere-resident': 'unknown',
      'ended-elsewhere': 'yes',
      none: 'yes',
    }),
    {
      sources: [cite('guobanfa-2024-38')],
      certainty: 'high',
      asks: 'medical-insurance-agency',
    },
  ),
]
