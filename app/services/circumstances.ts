import { agedAtLeast, allOf, anyOf, belowRetirementAge, unknown } from '#app/domain/condition.ts'
import { match } from './household.ts'

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
