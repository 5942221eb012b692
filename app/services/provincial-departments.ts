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
  'transport',
  'energy',
  'water',
  'communications',
  'fire-rescue',
  'xining-government',
  'haidong-government',
  'all-localities',
] as const

/** The id of one of them. */
export type DepartmentKey = (typeof provincialDepartments)[number]
