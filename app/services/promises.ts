import type { ServiceId } from './index.ts'

/** The departments of the province the plan puts in charge; names in `locales/…/policy.json`. Residents go to those of `departments.ts`. */
export const provincialDepartments = [
  'reform-commission',
  'industry-information',
  'education',
  'science-technology',
  'public-security',
  'civil-affairs',
  'finance',
  'human-resources',
  'natural-resources',
  'ecology-environment',
  'housing-construction',
  'agriculture-rural',
  'culture-tourism',
  'health',
  'emergency-management',
  'medical-insurance',
  'forestry-grassland',
  'establishment-office',
  'financial-regulation',
  'peoples-bank',
  'xining-government',
  'haidong-government',
  /** “等”: the plan names more than the fact base lists. */
  'others-named',
  'all-localities',
] as const

/** The id of one of them. */
export type DepartmentKey = (typeof provincialDepartments)[number]

/** How strongly the plan commits itself: 全面落实、确保、不得 · 落实、纳入、健全 · 推动、探索、试点、逐步. @source fact base, section 0 */
export type Strength = 'requires' | 'supports' | 'explores'

/** What the plan, 青政〔2024〕48号, says to residents. Texts stand in `locales/…/policy.json` under `promises.<id>`. */
export type PlanPromise = {
  readonly id: string
  /** As the plan numbers it; `part-eight` for 八、保障措施. */
  readonly article: string
  /** ①, ② … where an article makes several. */
  readonly part?: number
  readonly departments: readonly DepartmentKey[]
  /** The strongest first; none where nothing is promised to residents themselves. */
  readonly strengths: readonly Strength[]
  /** Only for those who meet conditions. */
  readonly conditional: boolean
  /** The services it leads to. */
  readonly services: readonly ServiceId[]
  /** Explained, wholly or in part, without a self-check. */
  readonly explainOnly: boolean
}

/** One promise before its article is known. */
type Part = Pick<PlanPromise, 'id' | 'strengths'> & Partial<Pick<PlanPromise, 'conditional' | 'explainOnly' | 'services'>>

/** The promises of an article, numbered where there are several. */
function article(numeral: string, departments: readonly DepartmentKey[], ...parts: readonly Part[]): PlanPromise[] {
  return parts.map(({ id, strengths, conditional = false, services = [], explainOnly = false }, index) => ({
    id,
    article: numeral,
    ...(parts.length > 1 && { part: index + 1 }),
    departments,
    strengths,
    conditional,
    services,
    explainOnly,
  }))
}

const requires = (id: string, ...services: ServiceId[]): Part => ({ id, strengths: ['requires'], services })
const supports = (id: string, ...services: ServiceId[]): Part => ({ id, strengths: ['supports'], services })
const explores = (id: string, ...services: ServiceId[]): Part => ({ id, strengths: ['explores'], services })
const onlyIf = (part: Part): Part => ({ ...part, conditional: true })
const explained = (part: Part): Part => ({ ...part, explainOnly: true })

/** Every promise of the plan to residents, in its order. @source fact base, section A */
export const planPromises: readonly PlanPromise[] = [
  ...article(
    '一',
    ['reform-commission', 'housing-construction', 'industry-information', 'agriculture-rural'],
    explained(explores('gather-population')),
  ),
  ...article(
    '三',
    ['reform-commission', 'education', 'health', 'civil-affairs', 'human-resources'],
    explores('services-follow-people', 'school-compulsory', 'job-services'),
  ),
  ...article(
    '六',
    ['public-security'],
    requires('settle-zero-threshold', 'settle-household'),
    supports('hukou-across-regions', 'settle-household'),
    explained(supports('id-and-registration-online', 'residence-registration')),
  ),
  ...article(
    '七',
    ['reform-commission', 'education', 'civil-affairs', 'public-security'],
    { id: 'services-where-you-live', strengths: ['supports', 'explores'], services: ['residence-permit'] },
    explained(supports('community-stations')),
    explained(explores('permit-id-link')),
  ),
  ...article(
    '八',
    ['human-resources', 'education'],
    supports('subsidised-training', 'skills-training'),
    supports('vocational-enrolment', 'vocational-school'),
    supports('free-job-services', 'job-services'),
    supports('wages-and-contracts', 'wage-protection', 'employee-pension-medical'),
  ),
  ...article(
    '九',
    ['establishment-office', 'education'],
    requires('public-school-places', 'school-compulsory'),
    supports('beyond-compulsory-school', 'school-preschool', 'vocational-school', 'school-senior'),
    onlyIf(supports('local-exam', 'exam-local', 'school-senior')),
  ),
  ...article(
    '十',
    ['housing-construction', 'natural-resources', 'ecology-environment', 'forestry-grassland'],
    supports('housing-security', 'public-rental-housing'),
    supports('small-affordable-rentals', 'affordable-rental-housing'),
    onlyIf(supports('public-rental', 'public-rental-housing')),
    explores('housing-fund', 'housing-fund-flexible'),
    explores('equal-housing-treatment', 'public-rental-housing'),
    explained(explores('relocation')),
  ),
  ...article(
    '十一',
    ['human-resources', 'medical-insurance', 'civil-affairs', 'finance'],
    requires('insurance-without-hukou-limit', 'employee-pension-medical', 'flexible-worker-insurance'),
    supports('employee-insurance-collective-aid', 'employee-pension-medical', 'resident-pension'),
    requires('permit-resident-medical', 'resident-medical'),
    supports('more-direct-settlement', 'cross-region-care'),
    supports('equal-unemployment-insurance', 'unemployment-insurance'),
    explores('occupational-injury-pilot', 'occupational-injury'),
    onlyIf(supports('social-assistance-for-all', 'social-assistance', 'temporary-assistance')),
  ),
  ...article('十二', ['finance', 'housing-construction', 'natural-resources'], explained({ id: 'reward-to-localities', strengths: [] })),
  ...article(
    '十三',
    ['agriculture-rural', 'natural-resources'],
    supports('title-registration', 'land-rights'),
    { id: 'settling-keeps-land', strengths: ['requires', 'explores'], services: ['land-rights'] },
    explores('contract-extension', 'land-rights'),
  ),
  ...article(
    '十八',
    ['human-resources', 'education', 'agriculture-rural'],
    explores('county-vocational', 'vocational-school', 'skills-training'),
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
    explained(explores('xining-haidong-shared')),
  ),
  ...article('二十八', ['housing-construction', 'others-named'], explained(supports('old-estates'))),
  ...article(
    '二十九',
    ['housing-construction', 'reform-commission', 'health', 'culture-tourism', 'emergency-management'],
    supports('more-affordable-housing', 'affordable-sale-housing', 'affordable-rental-housing'),
  ),
  ...article(
    '三十五',
    ['housing-construction', 'natural-resources', 'agriculture-rural', 'reform-commission', 'civil-affairs'],
    explained(explores('high-altitude-counties')),
  ),
  ...article(
    '三十七',
    ['reform-commission', 'natural-resources', 'education', 'health', 'civil-affairs', 'human-resources', 'medical-insurance'],
    explained(explores('boarding-and-remote-services', 'school-senior')),
  ),
  ...article(
    '三十八',
    ['natural-resources', 'agriculture-rural', 'science-technology', 'human-resources', 'financial-regulation', 'peoples-bank'],
    explained(explores('returning-workers', 'job-services', 'land-rights')),
  ),
  ...article(
    '三十九',
    ['agriculture-rural', 'finance', 'reform-commission', 'science-technology', 'human-resources', 'financial-regulation', 'peoples-bank'],
    explained(explores('subsidy-card', 'social-assistance', 'job-services')),
  ),
  ...article('part-eight', ['all-localities'], explores('local-details-feedback')),
]
