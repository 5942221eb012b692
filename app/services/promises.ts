import { countyPromises } from './county-promises.ts'
import { article, beside, explained, leadsTo, lessens, type PlanPromise, says } from './define-promise.ts'
import { cite } from './instruments.ts'

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
      quotations: ['services-follow-people', 'work-and-school-elsewhere'],
      services: ['school-compulsory', 'job-services'],
    },
    says('shrink-county-services', lessens('settlement', 'assistance')),
  ),
  ...article(
    '六',
    ['public-security'],
    says('settle-zero-threshold', leadsTo('settle-household')),
    says('hukou-across-regions', leadsTo('settle-household')),
    { id: 'id-and-registration-online', quotations: ['online-and-one-photo'], services: ['residence-registration'], ...explained },
    { id: 'one-photo', quotations: ['online-and-one-photo'], ...beside('settlement') },
  ),
  ...article(
    '七',
    ['reform-commission', 'education', 'civil-affairs', 'public-security'],
    {
      id: 'services-where-you-live',
      quotations: ['more-services', 'services-by-years', 'services-where-you-live'],
      services: ['residence-permit'],
    },
    says('community-stations', explained),
    says('permit-id-link', explained),
  ),
  ...article(
    '八',
    ['human-resources', 'education'],
    { id: 'subsidised-training', quotations: ['subsidised-training', 'skill-assessment', 'labour-brands'], services: ['skills-training'] },
    says('vocational-enrolment', leadsTo('vocational-school')),
    {
      id: 'free-job-services',
      quotations: ['job-services'],
      services: ['job-services'],
      beside: { sources: [cite('employment-promotion-law', '35')] },
    },
    {
      id: 'wages-and-contracts',
      quotations: ['wage-payment', 'labour-contracts', 'job-subsidies'],
      services: ['wage-protection', 'employee-pension-medical'],
    },
  ),
  ...article(
    '九',
    ['establishment-office', 'education'],
    {
      id: 'public-school-places',
      quotations: ['public-school-places', 'more-public-places'],
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
      quotations: ['insurance-without-hukou-limit', 'insurance-systems'],
      services: ['employee-pension-medical', 'flexible-worker-insurance'],
    },
    says('insure-everyone', beside('insurance')),
    {
      id: 'employee-insurance-collective-aid',
      quotations: ['employee-insurance', 'collective-aid'],
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
    { id: 'settling-keeps-land', quotations: ['settling-keeps-land', 'voluntary-exit'], services: ['land-rights'] },
    says('contract-extension', leadsTo('land-rights')),
  ),
  ...countyPromises,
]
