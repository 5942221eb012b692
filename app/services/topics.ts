import type { Source } from '#app/domain/verdict.ts'
import { inferred, type Statement, statement, type TopicId } from './define.ts'
import { explanations } from './explanations.ts'
import { cite } from './instruments.ts'
import { notInPlan, promised } from './plan-quotations.ts'

/** What everyone should know of a topic. Its texts stand in `locales/…/topics.json` under its id. */
export type Topic = {
  readonly id: TopicId
  /** What its first sentence rests on. */
  readonly lead: readonly Source[]
  readonly keyPoints: readonly Statement[]
  /** Ids of what is explained beside its services. */
  readonly explanations: readonly string[]
}

function topic(id: TopicId, lead: readonly Source[], ...keyPoints: Statement[]): Topic {
  return { id, lead, keyPoints, explanations: explanations.filter(({ topics }) => topics.includes(id)).map((one) => one.id) }
}

/** The seven topics. Sources: fact base, section 0.1 and the services' own parts of section B. */
export const topics: readonly Topic[] = [
  topic(
    'settlement',
    [promised('settle-zero-threshold'), cite('residence-permit-regulations', '12')],
    statement('no-threshold', 'high', promised('settle-zero-threshold'), cite('hukou-registration-regulations', '13')),
    statement('no-half-year', 'high', promised('settle-zero-threshold'), cite('residence-permit-regulations', '2')),
    statement('not-moving-is-fine', 'high', cite('residence-permit-regulations', '12')),
    statement('permit-still-needed', 'high', promised('permit-id-link')),
    statement('reward-not-for-persons', 'high', promised('reward-to-localities')),
  ),
  topic(
    'schooling',
    [cite('compulsory-education-law', '12')],
    statement('public-school', 'high', promised('public-school-places')),
    inferred('which-school', 'medium', cite('compulsory-education-law', '12')),
    statement('right-without-permit', 'medium', cite('compulsory-education-law', '12'), cite('guofa-2016-40')),
    statement('six-by-the-line', 'medium', cite('compulsory-education-law', '11'), cite('common-practice')),
    statement('kindergarten-places', 'high', promised('beyond-compulsory-school'), cite('preschool-education-law', '15')),
    statement('gaokao-not-in-plan', 'high', notInPlan('九', '高考'), cite('guobanfa-2012-46')),
  ),
  topic(
    'housing',
    [promised('housing-security'), cite('public-rental-measures', '7')],
    statement('home-here-counts', 'high', cite('public-rental-measures', '7')),
    statement('newcomers-may-apply', 'high', promised('public-rental', 'equal-housing-treatment')),
    statement('lines-are-local', 'high', cite('public-rental-measures', '7')),
    statement('three-kinds', 'medium', cite('public-rental-measures'), cite('guobanfa-2021-22'), cite('guofa-2023-14')),
    statement('fund-is-a-direction', 'high', promised('housing-fund')),
  ),
  topic(
    'insurance',
    [promised('insurance-without-hukou-limit'), cite('social-insurance-law', '19')],
    statement('no-hukou-limit', 'high', promised('insurance-without-hukou-limit'), cite('social-insurance-law', '10')),
    statement('medical-with-permit', 'high', promised('permit-resident-medical')),
    statement('one-side-only', 'high', cite('guobanfa-2024-38')),
    statement(
      'same-unemployment',
      'high',
      promised('equal-unemployment-insurance'),
      cite('social-insurance-law'),
      cite('unemployment-insurance-regulations'),
    ),
    statement('platform-pilot', 'medium', promised('occupational-injury-pilot'), cite('renshebufa-2025-24')),
  ),
  topic(
    'work',
    [cite('employment-promotion-law', '35'), cite('wage-payment-regulations', '3')],
    statement('free-services', 'high', cite('employment-promotion-law', '35')),
    statement('wages-without-contract', 'high', cite('wage-payment-regulations', '3')),
    statement('main-contractor-pays', 'high', cite('wage-payment-regulations', '30')),
    statement('legal-aid', 'high', cite('legal-aid-law')),
    statement('training-subsidy', 'high', promised('subsidised-training')),
  ),
  topic(
    'assistance',
    [cite('social-assistance-law', '37')],
    statement('new-law-first', 'high', cite('social-assistance-law'), cite('social-assistance-interim-measures')),
    statement('everyone-who-qualifies', 'high', promised('social-assistance-for-all')),
    statement('where-to-apply', 'high', cite('social-assistance-law', '37')),
    statement('emergency-on-the-spot', 'high', cite('social-assistance-law', '37'), cite('social-assistance-law', '29')),
    statement('lines-are-local', 'high', cite('social-assistance-law', '18'), cite('social-assistance-law', '19')),
  ),
  topic(
    'land',
    [promised('settling-keeps-land'), cite('land-contract-law', '27')],
    statement(
      'three-rights',
      'high',
      promised('settling-keeps-land'),
      cite('land-contract-law', '27'),
      cite('land-administration-law', '62'),
    ),
    statement('grassland-too', 'high', cite('land-contract-law'), cite('grassland-law')),
    statement('married-women', 'high', cite('land-contract-law'), cite('women-protection-law')),
    statement('own-choice', 'high', promised('voluntary-exit'), cite('land-contract-law')),
    statement('not-covered', 'high', notInPlan('十三', '草原奖补', '管护员')),
  ),
]
