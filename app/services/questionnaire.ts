import { agedAtLeast, anyOf, type Expr, notOf } from '#app/domain/condition.ts'
import { hasEmployer, inSchool, localHukou } from './circumstances.ts'
import { match, type QuestionId, questions } from './household.ts'

const notMovedYet = match('live-place', { 'qh-town': 'no', 'qh-rural': 'no', 'not-yet': 'yes' })

const under16 = notOf(agedAtLeast(16))

/** Under 16 or at school: questions about work and pension do not arise. */
const notAtWork = anyOf(under16, inSchool)

const asksAboutQinghaiYears = match(
  'school-stage',
  {
    'not-in': 'no',
    kindergarten: 'no',
    primary: 'no',
    'junior-12': 'yes',
    'junior-3': 'yes',
    'grad-junior': 'yes',
    'senior-12': 'yes',
    'senior-3': 'yes',
    vocational: 'no',
    dropout: 'no',
  },
  'no',
)

const lostAJob = match(
  'jobloss',
  {
    no: 'no',
    'forced-ge1y': 'yes',
    'forced-lt1y': 'yes',
    'forced-unsure': 'yes',
    voluntary: 'yes',
    'never-insured': 'yes',
  },
  'no',
)

/**
 * When a question does not arise; its answer then takes no part.
 * The fact base skips school questions without a child of 3 to 18; a child who turns 2 before the coming
 * term is asked as well, because `school-preschool` speaks of it.
 * @source fact base, section C
 */
const skips: Readonly<Partial<Record<QuestionId, Expr>>> = {
  stay: anyOf(localHukou, notMovedYet),
  permit: anyOf(localHukou, notMovedYet),
  'settle-wish': match('hukou-place', { 'same-town': 'yes', 'same-rural': 'no', 'pref-other': 'no', 'qh-other': 'no', outside: 'no' }),
  'lives-together': agedAtLeast(18),
  'school-stage': anyOf(notOf(agedAtLeast(2, 'school-start')), agedAtLeast(19)),
  'school-register': notOf(inSchool),
  'qh-years': notOf(asksAboutQinghaiYears),
  'hukou-origin': notOf(asksAboutQinghaiYears),
  work: notAtWork,
  'employer-insurance': notOf(hasEmployer),
  pension: notAtWork,
  jobloss: notAtWork,
  'unemployment-registered': anyOf(notAtWork, notOf(lostAJob)),
  injury: notAtWork,
  'wage-owed': notAtWork,
}

/** The questions and when they do not arise, as the domain reads them. */
export const questionnaire = { questions, skips }
