import { agedAtLeast, allOf, anyOf, notOf, unknown } from '#app/domain/condition.ts'
import { inSchool, localHukou } from '../circumstances.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Not in the employee scheme, and no employer who should put them there. */
const notInEmployeeScheme = allOf(
  match('med', { 'local-employee': 'no', 'local-resident': 'yes', 'elsewhere-employee': 'no', 'elsewhere-resident': 'yes', none: 'yes' }),
  match('employer-insurance', { all: 'no', partial: 'unknown', none: 'unknown' }, 'yes'),
)
const permitOrNone = match('permit', { valid: 'yes', lapsed: 'unknown', none: 'no' }, 'no')
const insuredHere = match('med', {
  'local-employee': 'no',
  'local-resident': 'yes',
  'elsewhere-employee': 'no',
  'elsewhere-resident': 'no',
  none: 'no',
})
const fromNextCounty = match('hukou-place', { 'same-town': 'no', 'same-rural': 'no', 'pref-other': 'yes', 'qh-other': 'no', outside: 'no' })
/** Children, pupils and people from another county of the prefecture may be let in; the window says. */
const mayBeLetIn = allOf(unknown, anyOf(notOf(agedAtLeast(18)), inSchool, fromNextCounty))

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('C1', 'scope', notInEmployeeScheme, {
    sources: [cite('social-insurance-law', '23')],
    certainty: 'high',
    asks: 'medical-insurance-agency',
  }),
  condition('C2', 'hard', anyOf(localHukou, permitOrNone, insuredHere, mayBeLetIn), {
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
      none: 'yes',
    }),
    {
      sources: [cite('guobanfa-2024-38')],
      certainty: 'high',
      asks: 'medical-insurance-agency',
    },
  ),
]
