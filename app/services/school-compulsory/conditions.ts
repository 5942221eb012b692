import { agedAtLeast, allOf, anyOf, notOf, unknown } from '#app/domain/vocabulary.ts'
import { livesWithGuardians, permitOfOwnOrParents } from '../circumstances.ts'
import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Not yet past the nine years of compulsory schooling; a child who left early is welcome back. */
const inCompulsoryYears = match(
  'school-stage',
  {
    'not-in': 'yes',
    kindergarten: 'yes',
    primary: 'yes',
    'primary-6': 'yes',
    'junior-12': 'yes',
    'junior-3': 'no',
    'grad-junior': 'no',
    'senior-12': 'no',
    'senior-3': 'no',
    vocational: 'no',
    college: 'no',
    'grad-senior': 'no',
    dropout: 'yes',
  },
  'no',
)
const registeredHere = isOneOf('school-register', ['here'])
/** At school here, in a year that ends in no other school: the sixth year goes on to junior middle school. */
const staysAtSchoolHere = allOf(isOneOf('school-stage', ['primary', 'junior-12']), registeredHere)
/** From 16 on the education bureau says whether a school still takes one in; from 18 on none does. */
const youngEnough = allOf(notOf(agedAtLeast(18)), anyOf(notOf(agedAtLeast(16)), unknown))
const townHukou = isOneOf('hukou-place', ['same-town'])

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', staysAtSchoolHere, {
    sources: [cite('common-practice')],
    certainty: 'medium',
    asks: 'education-bureau',
  }),
  condition('C1', 'scope', allOf(agedAtLeast(5, 'school-start'), youngEnough, inCompulsoryYears), {
    sources: [cite('compulsory-education-law', '2'), cite('compulsory-education-law', '11')],
    certainty: 'high',
    asks: 'education-bureau',
  }),
  condition('C2', 'hard', agedAtLeast(6, 'school-start'), {
    sources: [cite('compulsory-education-law', '11')],
    certainty: 'high',
    asks: 'education-bureau',
    locallySet: true,
  }),
  condition('C3', 'scope', allOf(livesWithGuardians, match('live-place', { 'qh-town': 'yes', 'qh-rural': 'yes', 'not-yet': 'unknown' })), {
    sources: [cite('compulsory-education-law', '12')],
    certainty: 'high',
    asks: 'education-bureau',
  }),
  condition('C4', 'local', anyOf(townHukou, permitOfOwnOrParents), {
    sources: [plan('九'), cite('guofa-2016-40')],
    certainty: 'medium',
    asks: 'education-bureau',
    locallySet: true,
  }),
]
