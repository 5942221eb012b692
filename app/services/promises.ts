import type { Source } from '#app/domain/verdict.ts'
import type { Statement, TopicId } from './define.ts'
import type { ServiceId } from './index.ts'
import { cite } from './instruments.ts'
import { type PlanWordsId, promised } from './plan-words.ts'
import type { DepartmentKey } from './provincial-departments.ts'

/**
 * What the plan, 青政〔2024〕48号, says to residents. Texts stand in `locales/…/policy.json` under `promises.<id>`: `title`, `text`,
 * and where there is one a `note`, and what one can `do`.
 */
export type PlanPromise = {
  readonly id: string
  /** As the plan numbers it; `part-eight` for 八、保障措施. */
  readonly article: string
  /** The plan's own words; how strongly they bind follows from them (`strength.ts`). */
  readonly words: readonly [PlanWordsId, ...PlanWordsId[]]
  readonly departments: readonly DepartmentKey[]
  /** The services it leads to. */
  readonly services: readonly ServiceId[]
  /** The topics it is told beside as well. */
  readonly topics: readonly TopicId[]
  /** Explained, wholly or in part, without a self-check. */
  readonly explainOnly: boolean
  /** It takes something away: told as plainly as what is promised, after one fixed sentence. */
  readonly lessens: boolean
  /** What its `note` and `do` rest on, where that is more than “ask”; `inferred` where they are our own reading. */
  readonly beside?: Pick<Statement, 'sources' | 'inferred'>
}

type Rest = Partial<Pick<PlanPromise, 'services' | 'topics' | 'explainOnly' | 'lessens' | 'beside'>>
/** One promise before its article and departments are known. */
type Part = Pick<PlanPromise, 'id' | 'words'> & Rest

/** The promises of an article. */
function article(numeral: string, departments: readonly DepartmentKey[], ...parts: readonly Part[]): PlanPromise[] {
  return parts.map((part) => ({ services: [], topics: [], explainOnly: false, lessens: false, ...part, article: numeral, departments }))
}

/** A promise that has the id of its words. */
const says = (id: PlanWordsId, rest: Rest = {}): Part => ({ id, words: [id], ...rest })
const leadsTo = (...services: ServiceId[]): Rest => ({ services })
const beside = (...topics: TopicId[]): Rest => ({ explainOnly: true, topics })
const lessens = (...topics: TopicId[]): Rest => ({ ...beside(...topics), lessens: true })
const explained: Rest = { explainOnly: true }

/** Every promise of the plan to residents, and all it takes away, in its order. @source fact base, section A; fact base 2, section 6 */
export const planPromises: readonly PlanPromise[] = [
  ...article(
    '一',
    ['reform-commission', 'housing-construction', 'industry-information', 'agriculture-rural'],
    says('gather-population', explained),
    says('nearby', beside('settlement')),
  ),
  ...article(
    '三',
    ['reform-commission', 'education', 'health', 'civil-affairs', 'human-resources'],
    {
      id: 'services-follow-people',
      words: ['services-follow-people', 'work-and-school-elsewhere'],
      services: ['school-compulsory', 'job-services'],
    },
    says('shrink-county-services', lessens('settlement', 'assistance')),
  ),
  ...article(
    '六',
    ['public-security'],
    says('settle-zero-threshold', leadsTo('settle-household')),
    says('hukou-across-regions', leadsTo('settle-household')),
    { id: 'id-and-registration-online', words: ['online-and-one-photo'], services: ['residence-registration'], ...explained },
    { id: 'one-photo', words: ['online-and-one-photo'], ...beside('settlement') },
  ),
  ...article(
    '七',
    ['reform-commission', 'education', 'civil-affairs', 'public-security'],
    {
      id: 'services-where-you-live',
      words: ['more-services', 'services-by-years', 'services-where-you-live'],
      services: ['residence-permit'],
    },
    says('community-stations', explained),
    says('permit-id-link', explained),
  ),
  ...article(
    '八',
    ['human-resources', 'education'],
    { id: 'subsidised-training', words: ['subsidised-training', 'skill-assessment', 'labour-brands'], services: ['skills-training'] },
    says('vocational-enrolment', leadsTo('vocational-school')),
    {
      id: 'free-job-services',
      words: ['job-services'],
      services: ['job-services'],
      beside: { sources: [cite('employment-promotion-law', '35')] },
    },
    {
      id: 'wages-and-contracts',
      words: ['wage-payment', 'labour-contracts', 'job-subsidies'],
      services: ['wage-protection', 'employee-pension-medical'],
    },
  ),
  ...article(
    '九',
    ['establishment-office', 'education'],
    {
      id: 'public-school-places',
      words: ['public-school-places', 'more-public-places'],
      services: ['school-compulsory'],
      beside: { sources: [cite('compulsory-education-law', '12')], inferred: true },
    },
    says('beyond-compulsory-school', leadsTo('school-preschool', 'vocational-school', 'school-senior')),
    says('local-exam', leadsTo('exam-local', 'school-senior')),
    says('teachers-follow', beside('schooling')),
  ),
  ...article(
    '十',
    ['housing-construction', 'natural-resources', 'ecology-environment', 'forestry-grassland'],
    says('housing-security', leadsTo('public-rental-housing')),
    says('small-affordable-rentals', leadsTo('affordable-rental-housing')),
    says('public-rental', leadsTo('public-rental-housing')),
    says('housing-fund', leadsTo('housing-fund-flexible')),
    says('equal-housing-treatment', leadsTo('public-rental-housing')),
    says('relocation', explained),
  ),
  ...article(
    '十一',
    ['human-resources', 'medical-insurance', 'civil-affairs', 'finance'],
    {
      id: 'insurance-without-hukou-limit',
      words: ['insurance-without-hukou-limit', 'insurance-systems'],
      services: ['employee-pension-medical', 'flexible-worker-insurance'],
    },
    says('insure-everyone', beside('insurance')),
    {
      id: 'employee-insurance-collective-aid',
      words: ['employee-insurance', 'collective-aid'],
      services: ['employee-pension-medical', 'resident-pension'],
    },
    says('permit-resident-medical', leadsTo('resident-medical')),
    says('more-direct-settlement', leadsTo('cross-region-care')),
    says('equal-unemployment-insurance', leadsTo('unemployment-insurance')),
    says('occupational-injury-pilot', leadsTo('occupational-injury')),
    says('social-assistance-for-all', leadsTo('social-assistance', 'temporary-assistance')),
  ),
  ...article('十二', ['finance', 'housing-construction', 'natural-resources'], says('reward-to-localities', explained)),
  ...article(
    '十三',
    ['agriculture-rural', 'natural-resources'],
    says('title-registration', leadsTo('land-rights')),
    { id: 'settling-keeps-land', words: ['settling-keeps-land', 'voluntary-exit'], services: ['land-rights'] },
    says('contract-extension', leadsTo('land-rights')),
  ),
  ...article(
    '十八',
    ['human-resources', 'education', 'agriculture-rural'],
    {
      id: 'county-vocational',
      words: ['county-training-bases', 'diploma-and-certificates'],
      services: ['vocational-school', 'skills-training'],
    },
    says('return-business', beside('work')),
  ),
  ...article(
    '二十五',
    [
      'xining-government',
      'haidong-government',
      'education',
      'health',
      'civil-affairs',
      'culture-tourism',
      'housing-construction',
      'emergency-management',
    ],
    { id: 'xining-haidong-shared', words: ['shared-schools', 'shared-medicine', 'shared-culture'], ...explained },
  ),
  ...article(
    '二十八',
    ['housing-construction', 'reform-commission', 'communications', 'civil-affairs', 'health', 'natural-resources', 'fire-rescue'],
    { id: 'old-estates', words: ['old-estates', 'estate-utilities', 'estate-energy', 'old-and-young'], ...beside('housing') },
  ),
  ...article(
    '二十九',
    ['housing-construction', 'reform-commission', 'health', 'culture-tourism', 'emergency-management'],
    says('more-affordable-housing', leadsTo('affordable-sale-housing')),
    {
      id: 'new-citizens-housing',
      words: ['new-citizens-housing', 'urban-villages'],
      services: ['affordable-rental-housing', 'public-rental-housing', 'affordable-sale-housing'],
      topics: ['housing'],
    },
  ),
  ...article(
    '三十五',
    ['housing-construction', 'natural-resources', 'agriculture-rural', 'reform-commission', 'civil-affairs'],
    { ...says('altitude-move', lessens('settlement', 'land')), services: ['settle-household', 'public-rental-housing', 'land-rights'] },
    says('fewer-village-facilities', lessens('land')),
    { ...says('village-merging', lessens('land')), beside: { sources: [promised('settling-keeps-land')] } },
  ),
  ...article(
    '三十六',
    [
      'transport',
      'housing-construction',
      'agriculture-rural',
      'reform-commission',
      'energy',
      'natural-resources',
      'water',
      'communications',
    ],
    { id: 'careful-infrastructure', words: ['careful-infrastructure', 'suburban-utilities'], ...lessens('land') },
  ),
  ...article(
    '三十七',
    ['reform-commission', 'natural-resources', 'education', 'health', 'civil-affairs', 'human-resources', 'medical-insurance'],
    { id: 'boarding-classes', words: ['boarding-allowances', 'boarding-classes'], services: ['school-senior'], ...beside('schooling') },
    {
      ...says('small-schools', lessens('schooling')),
      beside: { sources: [cite('compulsory-education-law', '4'), cite('compulsory-education-law', '12')] },
    },
    says('southern-medical-aid', beside('insurance')),
    { ...says('rural-clinics', lessens('insurance')), services: ['cross-region-care'] },
    says('remote-services', explained),
  ),
  ...article(
    '三十八',
    ['natural-resources', 'agriculture-rural', 'science-technology', 'human-resources', 'financial-regulation', 'peoples-bank'],
    { id: 'returning-workers', words: ['returning-workers', 'mortgages'], services: ['job-services', 'land-rights'], ...explained },
    says('farm-insurance', beside('land')),
  ),
  ...article(
    '三十九',
    ['agriculture-rural', 'finance', 'reform-commission', 'science-technology', 'human-resources', 'financial-regulation', 'peoples-bank'],
    says('collective-property', beside('land')),
    says('direct-subsidies', beside('land')),
    {
      id: 'subsidy-card',
      words: ['subsidy-card', 'low-income-watch', 'job-help'],
      services: ['social-assistance', 'job-services'],
      ...explained,
    },
  ),
  ...article('part-eight', ['all-localities'], { id: 'local-details-feedback', words: ['local-details', 'feedback'] }),
]

/** What the words of a promise are as a source. */
export const sourceOf = ({ words }: PlanPromise): Source => promised(...words)
