import { agedAtLeast, allOf, anyOf } from '#app/domain/condition.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite, plan } from '../instruments.ts'

/** Not yet past the nine years of compulsory schooling; a child who left early is welcome back. */
const inCompulsoryYears = match(
  'school-stage',
  {
    'not-in': 'yes',
    kindergarten: 'yes',
    primary: 'yes',
    'junior-12': 'yes',
    'junior-3': 'no',
    'grad-junior': 'no',
    'senior-12': 'no',
    'senior-3': 'no',
    vocational: 'no',
    dropout: 'yes',
  },
  'no',
)
const registeredHere = match('school-register', { here: 'yes', elsewhere: 'no', none: 'no' }, 'no')
const atSchoolHere = allOf(
  match(
    'school-stage',
    {
      'not-in': 'no',
      kindergarten: 'no',
      primary: 'yes',
      'junior-12': 'yes',
      'junior-3': 'yes',
      'grad-junior': 'no',
      'senior-12': 'no',
      'senior-3': 'no',
      vocational: 'no',
      dropout: 'no',
    },
    'no',
  ),
  registeredHere,
)
const townHukou = match('hukou-place', { 'same-town': 'yes', 'same-rural': 'no', 'pref-other': 'no', 'qh-other': 'no', outside: 'no' })
const validPermit = match('permit', { valid: 'yes', lapsed: 'no', none: 'no' }, 'no')

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition('C1', 'scope', allOf(agedAtLeast(5, 'school-start'), inCompulsoryYears), {
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
  condition(
    'C3',
    'scope',
    allOf(
      match('lives-together', { yes: 'yes', no: 'no' }, 'no'),
      match('live-place', { 'qh-town': 'yes', 'qh-rural': 'yes', 'not-yet': 'unknown' }),
    ),
    {
      sources: [cite('compulsory-education-law', '12')],
      certainty: 'high',
      asks: 'education-bureau',
    },
  ),
  condition('C4', 'local', anyOf(townHukou, validPermit, atSchoolHere), {
    sources: [plan('九'), cite('guofa-2016-40')],
    certainty: 'medium',
    asks: 'education-bureau',
    locallySet: true,
  }),
]
