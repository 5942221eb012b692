import { agedAtLeast, allOf, anyOf, unknown } from '#app/domain/vocabulary.ts'
import { condition } from '../define.ts'
import { isOneOf, match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

const leavesJuniorSchoolOrIsThere = match(
  'school-stage',
  {
    'not-in': 'no',
    kindergarten: 'no',
    primary: 'no',
    'primary-6': 'no',
    'junior-12': 'no',
    'junior-3': 'yes',
    'grad-junior': 'yes',
    'senior-12': 'no',
    'senior-3': 'no',
    vocational: 'yes',
    college: 'no',
    'grad-senior': 'no',
    dropout: 'no',
  },
  'no',
)
const wishesVocationalSchool = match('wishes', {
  training: 'no',
  vocational: 'yes',
  fund: 'no',
  rent: 'no',
  buy: 'no',
  job: 'no',
  none: 'no',
})

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('H1', 'held', isOneOf('school-stage', ['vocational']), {
    sources: [cite('common-practice')],
    certainty: 'medium',
    asks: 'vocational-school',
  }),
  condition('C1', 'scope', anyOf(leavesJuniorSchoolOrIsThere, allOf(agedAtLeast(18), wishesVocationalSchool)), {
    sources: [plan('八'), plan('九')],
    certainty: 'medium',
    inferred: true,
    asks: 'vocational-school',
  }),
  condition('C2', 'local', unknown, {
    sources: [plan('八'), cite('vocational-education-law', '37')],
    certainty: 'high',
    asks: 'vocational-school',
    locallySet: true,
  }),
]
