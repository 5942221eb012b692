import { agedAtLeast, allOf, anyOf, belowRetirementAge, unknown } from '#app/domain/condition.ts'
import { match } from './household.ts'

/** Is the hukou in the county where the household lives, in town or village? */
export const localHukou = match('hukou-place', {
  'same-town': 'yes',
  'same-rural': 'yes',
  'pref-other': 'no',
  'qh-other': 'no',
  outside: 'no',
})

/** Is the member in any school or kindergarten now? */
export const inSchool = match(
  'school-stage',
  {
    'not-in': 'no',
    kindergarten: 'yes',
    primary: 'yes',
    'junior-12': 'yes',
    'junior-3': 'yes',
    'grad-junior': 'no',
    'senior-12': 'yes',
    'senior-3': 'yes',
    vocational: 'yes',
    dropout: 'no',
  },
  'no',
)

/** Does the member work for an employer, with or without a contract? */
export const hasEmployer = match(
  'work',
  {
    'employed-contract': 'yes',
    'employed-nocontract': 'yes',
    platform: 'no',
    'self-employed': 'no',
    casual: 'no',
    unemployed: 'no',
    'not-working': 'no',
    retired: 'no',
  },
  'no',
)

/** Works without an employer: platform orders, an own shop without hired hands, odd jobs. */
export const flexibleWork = match(
  'work',
  {
    'employed-contract': 'no',
    'employed-nocontract': 'no',
    platform: 'yes',
    'self-employed': 'yes',
    casual: 'yes',
    unemployed: 'no',
    'not-working': 'no',
    retired: 'no',
  },
  'no',
)

const notOnEmployeePension = match(
  'pension',
  {
    'job-here': 'yes',
    'job-elsewhere': 'yes',
    'resident-here': 'yes',
    'resident-elsewhere': 'yes',
    'receiving-employee': 'no',
    'receiving-resident': 'yes',
    none: 'yes',
  },
  'yes',
)

/** Below retirement age and not drawing an employee pension. @source decision of 2024-09-13; fact base, section C */
export const workingAge = allOf(notOnEmployeePension, belowRetirementAge)

/** The same, from 16 full years on. */
export const workingAgeFrom16 = allOf(agedAtLeast(16), workingAge)

/** Draws an old-age pension of either kind. */
export const drawsPension = match(
  'pension',
  {
    'job-here': 'no',
    'job-elsewhere': 'no',
    'resident-here': 'no',
    'resident-elsewhere': 'no',
    'receiving-employee': 'yes',
    'receiving-resident': 'yes',
    none: 'no',
  },
  'no',
)

/** The same circumstance, but never a `no`: at worst one has to ask. */
export const atWorstUnknown = (...of: Parameters<typeof anyOf>) => anyOf(unknown, ...of)

/** Does the member work at all, for whomever? */
export const hasWork = match(
  'work',
  {
    'employed-contract': 'yes',
    'employed-nocontract': 'yes',
    platform: 'yes',
    'self-employed': 'yes',
    casual: 'yes',
    unemployed: 'no',
    'not-working': 'no',
    retired: 'no',
  },
  'no',
)
