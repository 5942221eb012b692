import { article, beside, explained, leadsTo, lessens, type PlanPromise, says } from './define-promise.ts'
import { cite } from './instruments.ts'
import { promised } from './plan-quotations.ts'

/** What the plan says of counties, villages and what carries the rest: articles 十八 and later. @source fact base, section A; fact base 2, section 6 */
export const countyPromises: readonly PlanPromise[] = [
  ...article(
    '十八',
    ['human-resources', 'education', 'agriculture-rural'],
    {
      id: 'county-vocational',
      quotations: ['county-training-bases', 'diploma-and-certificates'],
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
    { id: 'xining-haidong-shared', quotations: ['shared-schools', 'shared-medicine', 'shared-culture'], ...explained },
  ),
  ...article(
    '二十八',
    ['housing-construction', 'reform-commission', 'communications', 'civil-affairs', 'health', 'natural-resources', 'fire-rescue'],
    { id: 'old-estates', quotations: ['old-estates', 'estate-utilities', 'estate-energy', 'old-and-young'], ...beside('housing') },
  ),
  ...article(
    '二十九',
    ['housing-construction', 'reform-commission', 'health', 'culture-tourism', 'emergency-management'],
    says('more-affordable-housing', leadsTo('affordable-sale-housing')),
    {
      id: 'new-citizens-housing',
      quotations: ['new-citizens-housing', 'urban-villages'],
      services: ['affordable-rental-housing', 'public-rental-housing', 'affordable-sale-housing'],
      topics: ['housing'],
    },
  ),
  ...article(
    '三十五',
    ['housing-construction', 'natural-resources', 'agriculture-rural', 'reform-commission', 'civil-affairs'],
    {
      ...says('altitude-move', lessens('settlement', 'land')),
      was: 'high-altitude-counties',
      services: ['settle-household', 'public-rental-housing', 'land-rights'],
    },
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
    { id: 'careful-infrastructure', quotations: ['careful-infrastructure', 'suburban-utilities'], ...lessens('land') },
  ),
  ...article(
    '三十七',
    ['reform-commission', 'natural-resources', 'education', 'health', 'civil-affairs', 'human-resources', 'medical-insurance'],
    {
      id: 'boarding-classes',
      was: 'boarding-and-remote-services',
      quotations: ['boarding-allowances', 'boarding-classes'],
      services: ['school-senior'],
      ...beside('schooling'),
    },
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
    { id: 'returning-workers', quotations: ['returning-workers', 'mortgages'], services: ['job-services', 'land-rights'], ...explained },
    says('farm-insurance', beside('land')),
  ),
  ...article(
    '三十九',
    ['agriculture-rural', 'finance', 'reform-commission', 'science-technology', 'human-resources', 'financial-regulation', 'peoples-bank'],
    says('collective-property', beside('land')),
    says('direct-subsidies', beside('land')),
    {
      id: 'subsidy-card',
      quotations: ['subsidy-card', 'low-income-watch', 'job-help'],
      services: ['social-assistance', 'job-services'],
      ...explained,
    },
  ),
  ...article('part-eight', ['all-localities'], { id: 'local-details-feedback', quotations: ['local-details', 'feedback'] }),
]
