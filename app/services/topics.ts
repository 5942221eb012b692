import { type Statement, statement, type TopicId } from './define.ts'
import { explanations } from './explanations.ts'
import { cite, plan } from './instruments.ts'

/** What everyone should know of a topic. Its texts stand in `locales/…/topics.json` under its id. */
export type Topic = {
  readonly id: TopicId
  readonly keyPoints: readonly Statement[]
  /** Ids of what is explained beside its services. */
  readonly explanations: readonly string[]
}

function topic(id: TopicId, ...keyPoints: Statement[]): Topic {
  return { id, keyPoints, explanations: explanations.filter(({ topics }) => topics.includes(id)).map((one) => one.id) }
}

/** The seven topics. Sources: fact base, section 0.1 and the services' own parts of section B. */
export const topics: readonly Topic[] = [
  topic(
    'settlement',
    statement('no-threshold', 'high', plan('六')),
    statement('no-half-year', 'high', plan('六'), cite('residence-permit-regulations', '2')),
    statement('not-moving-is-fine', 'high', cite('residence-permit-regulations', '12')),
    statement('permit-still-needed', 'high', plan('七')),
    statement('reward-not-for-persons', 'high', plan('十二')),
  ),
  topic(
    'schooling',
    statement('public-school', 'high', plan('九')),
    statement('right-without-permit', 'medium', cite('compulsory-education-law', '12'), cite('guofa-2016-40')),
    statement('six-by-the-line', 'medium', cite('compulsory-education-law', '11'), cite('common-practice')),
    statement('kindergarten-places', 'high', plan('九'), cite('preschool-education-law', '15')),
    statement('gaokao-not-in-plan', 'high', plan('九'), cite('guobanfa-2012-46')),
  ),
  topic(
    'housing',
    statement('home-here-counts', 'high', cite('public-rental-measures', '7')),
    statement('newcomers-may-apply', 'high', plan('十')),
    statement('lines-are-local', 'high', cite('public-rental-measures', '7')),
    statement('three-kinds', 'medium', cite('public-rental-measures'), cite('guobanfa-2021-22'), cite('guofa-2023-14')),
    statement('fund-is-a-direction', 'high', plan('十')),
  ),
  topic(
    'insurance',
    statement('no-hukou-limit', 'high', plan('十一')),
    statement('medical-with-permit', 'high', plan('十一')),
    statement('one-side-only', 'high', cite('guobanfa-2024-38')),
    statement('same-unemployment', 'high', plan('十一'), cite('social-insurance-law'), cite('unemployment-insurance-regulations')),
    statement('platform-pilot', 'medium', plan('十一'), cite('renshebufa-2025-24')),
  ),
  topic(
    'work',
    statement('free-services', 'high', plan('八'), cite('employment-promotion-law', '35')),
    statement('wages-without-contract', 'high', cite('wage-payment-regulations', '3')),
    statement('main-contractor-pays', 'high', cite('wage-payment-regulations', '30')),
    statement('legal-aid', 'high', cite('legal-aid-law')),
    statement('training-subsidy', 'high', plan('八')),
  ),
  topic(
    'assistance',
    statement('new-law-first', 'high', cite('social-assistance-law'), cite('social-assistance-interim-measures')),
    statement('everyone-who-qualifies', 'high', plan('十一')),
    statement('where-to-apply', 'high', cite('social-assistance-law', '37')),
    statement('emergency-on-the-spot', 'high', cite('social-assistance-law', '37'), cite('social-assistance-law', '29')),
    statement('lines-are-local', 'high', cite('social-assistance-law', '18'), cite('social-assistance-law', '19')),
  ),
  topic(
    'land',
    statement('three-rights', 'high', plan('十三'), cite('land-contract-law', '27'), cite('land-administration-law', '62')),
    statement('grassland-too', 'high', cite('land-contract-law'), cite('grassland-law')),
    statement('married-women', 'high', cite('land-contract-law'), cite('women-protection-law')),
    statement('own-choice', 'high', plan('十三'), cite('land-contract-law')),
    statement('not-covered', 'high', plan('十三')),
  ),
]
