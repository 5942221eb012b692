import { agedAtLeast, allOf, anyOf, asAnswered, belowRetirementAge, notOf, ofAParent, unknown } from '#app/domain/vocabulary.ts'
import { isOneOf, match } from './household.ts'

/** Is the hukou in the county where the household lives, in town or village? */
export const localHukou = match('hukou-place', {
  'same-town': 'yes',
  'same-rural': 'yes',
  'pref-other': 'no',
  'qh-other': 'no',
  outside: 'no',
  'no-hukou': 'no',
})

/** Is the hukou in another place, for living in which one registers? Within one prefecture the police say. */
export const hukouElsewhere = match('hukou-place', {
  'same-town': 'no',
  'same-rural': 'no',
  'pref-other': 'unknown',
  'qh-other': 'yes',
  outside: 'yes',
  'no-hukou': 'unknown',
})

/** Not moved here yet. */
export const notMovedYet = isOneOf('live-place', ['not-yet'])

const studies = isOneOf('work', ['student'])

const inASchoolYear = match(
  'school-stage',
  {
    'not-in': 'no',
    kindergarten: 'yes',
    primary: 'yes',
    'primary-6': 'yes',
    'junior-12': 'yes',
    'junior-3': 'yes',
    'grad-junior': 'no',
    'senior-12': 'yes',
    'senior-3': 'yes',
    vocational: 'yes',
    college: 'yes',
    'grad-senior': 'no',
    dropout: 'no',
  },
  'no',
)

/** Is the member in any school or kindergarten now? */
export const inSchool = anyOf(studies, inASchoolYear)

/** Under 16, or a pupil under 19: what they do is not asked. */
export const workIsNotAsked = anyOf(notOf(agedAtLeast(16)), allOf(notOf(agedAtLeast(19)), asAnswered(inASchoolYear)))

/** Under 2 when the term begins, or 19 and older, and not a student: the school year is not asked. */
export const schoolYearIsNotAsked = allOf(anyOf(notOf(agedAtLeast(2, 'school-start')), agedAtLeast(19)), notOf(asAnswered(studies)))

/** Does the member work for an employer, with or without a contract? */
export const worksForEmployer = isOneOf('work', ['employed-contract', 'employed-nocontract'])

/** The same; who hires is an employer, and may be insured as one. */
export const hasEmployer = match(
  'work',
  {
    'employed-contract': 'yes',
    'employed-nocontract': 'yes',
    platform: 'no',
    'self-employed': 'no',
    'self-employed-hiring': 'unknown',
    casual: 'no',
    'herding-farming': 'no',
    student: 'no',
    unemployed: 'no',
    'not-working': 'no',
    retired: 'no',
  },
  'no',
)

/**
 * Works without an employer: platform orders, an own shop without hired hands, odd jobs. Who hires is an employer, and insures
 * as one or as a person: the office says; so it does of herders and farmers. @source fact base 2, 2.2
 */
export const flexibleWork = match(
  'work',
  {
    'employed-contract': 'no',
    'employed-nocontract': 'no',
    platform: 'yes',
    'self-employed': 'yes',
    'self-employed-hiring': 'unknown',
    casual: 'yes',
    'herding-farming': 'unknown',
    student: 'no',
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
    'self-employed-hiring': 'yes',
    casual: 'yes',
    'herding-farming': 'yes',
    student: 'no',
    unemployed: 'no',
    'not-working': 'no',
    retired: 'no',
  },
  'no',
)

/** Has no employer any more who could go on paying: looks for work or does not, herds or farms, goes to school. */
export const leftEmployment = anyOf(isOneOf('work', ['unemployed', 'not-working', 'herding-farming', 'student']), inSchool)

const holdsPermit = isOneOf('permit', ['valid'])

/**
 * A valid residence permit issued here: one's own, or, of a child that lives with its parents (boarders too), that of a member of
 * age; never where the child needs none itself. @source fact base 2, 2.3
 */
export const permitOfOwnOrParents = anyOf(
  holdsPermit,
  allOf(
    match('lives-together', { yes: 'yes', boards: 'yes', relatives: 'unknown', alone: 'no', no: 'no' }, 'no'),
    notOf(anyOf(localHukou, notMovedYet)),
    ofAParent(holdsPermit),
  ),
)

const registeredHere = isOneOf('school-register', ['here'])

/**
 * Does a child live here with those who look after it? With relatives, or alone, one has to ask; one said to live elsewhere but on
 * the register of a school here, too. @source fact base 2, 2.4
 */
export const livesWithGuardians = match(
  'lives-together',
  {
    yes: 'yes',
    boards: 'yes',
    relatives: 'unknown',
    alone: 'unknown',
    no: allOf(unknown, inSchool, registeredHere),
  },
  'no',
)
