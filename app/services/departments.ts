/**
 * Who decides or answers, by id; names stand in `locales/…/departments.json`.
 * Local telephone numbers and addresses are not in the fact base and are not shown.
 */
export const departmentIds = [
  'police-station',
  'education-bureau',
  'school',
  'kindergarten',
  'exam-office',
  'vocational-school',
  'housing-security',
  'housing-fund-centre',
  'social-insurance-agency',
  'medical-insurance-agency',
  'tax-bureau',
  'hrss-bureau',
  'employment-service',
  'work-injury-office',
  'labour-inspection',
  'labour-arbitration',
  'legal-aid',
  'township-office',
  'civil-affairs',
  'agriculture-bureau',
  'natural-resources-bureau',
  'forestry-grassland-bureau',
] as const

/** The id of a department. */
export type DepartmentId = (typeof departmentIds)[number]
