/**
 * What somebody of 16 or 17 may apply for themselves; anything else is for an adult to apply for.
 * Unemployment benefit is named in neither place of the fact base, so an adult applies for it.
 * @source fact base 2, 2.6 and 9.3; Civil Code, article 18
 */
export const applicantsFrom16: readonly string[] = [
  'residence-registration',
  'residence-permit',
  'employee-pension-medical',
  'flexible-worker-insurance',
  'resident-pension',
  'resident-medical',
  'vocational-school',
  'skills-training',
  'job-services',
  'wage-protection',
  'occupational-injury',
  'temporary-assistance',
]
