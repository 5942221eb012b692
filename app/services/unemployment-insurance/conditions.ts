import { allOf, notOf } from '#app/domain/vocabulary.ts'
import { drawsPension } from '../circumstances.ts'
import { condition } from '../define.ts'
import { match } from '../household.ts'
import { cite } from '../instruments.ts'

/** Who qualifies. @source fact base, section B */
export const conditions = [
  condition(
    'C1',
    'scope',
    allOf(
      match(
        'jobloss',
        { no: 'no', 'forced-ge1y': 'yes', 'forced-lt1y': 'yes', 'forced-unsure': 'yes', voluntary: 'yes', 'never-insured': 'yes' },
        'no',
      ),
      notOf(drawsPension),
    ),
    {
      sources: [cite('social-insurance-law', '45'), cite('social-insurance-law', '51')],
      certainty: 'high',
      asks: 'social-insurance-agency',
    },
  ),
  condition(
    'C2',
    'hard',
    match('jobloss', {
      no: 'unknown',
      'forced-ge1y': 'yes',
      'forced-lt1y': 'no',
      'forced-unsure': 'unknown',
      voluntary: 'unknown',
      'never-insured': 'no',
    }),
    {
      sources: [cite('social-insurance-law', '45'), cite('unemployment-insurance-regulations')],
      certainty: 'high',
      asks: 'social-insurance-agency',
    },
  ),
  condition(
    'C3',
    'hard',
    match('jobloss', {
      no: 'unknown',
      'forced-ge1y': 'yes',
      'forced-lt1y': 'yes',
      'forced-unsure': 'yes',
      voluntary: 'no',
      'never-insured': 'unknown',
    }),
    {
      sources: [cite('social-insurance-law', '45')],
      certainty: 'high',
      asks: 'social-insurance-agency',
    },
  ),
  condition('C4', 'procedure', match('unemployment-registered', { yes: 'yes', no: 'no' }), {
    sources: [cite('social-insurance-law', '45'), cite('social-insurance-law', '50')],
    certainty: 'high',
    asks: 'employment-service',
  }),
]
