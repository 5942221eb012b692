import type { Expr } from '#app/domain/condition.ts'
import type { Lever } from '#app/domain/household.ts'
import { agedAtLeast, allOf, anyOf, isUnanswered, notOf } from '#app/domain/vocabulary.ts'
import { inSchool, localHukou, notMovedYet, schoolYearIsNotAsked, workIsNotAsked, worksForEmployer } from './circumstances.ts'
import { isOneOf, match, type QuestionId, questions } from './household.ts'

/** Under 16 or at school: questions about jobs lost and pension do not arise. */
const notAtWork = anyOf(notOf(agedAtLeast(16)), inSchool)

const { opens } = questions.anyone

/** Nobody in the household is said to have met with this, and the member does not say so either. */
const metBy = (option: keyof typeof opens) => allOf(notOf(isOneOf('anyone', [option])), isUnanswered(opens[option]))

const asksAboutQinghaiYears = match(
  'school-stage',
  {
    'not-in': 'no',
    kindergarten: 'no',
    primary: 'no',
    'primary-6': 'no',
    'junior-12': 'yes',
    'junior-3': 'yes',
    'grad-junior': 'yes',
    'senior-12': 'yes',
    'senior-3': 'yes',
    vocational: 'no',
    college: 'no',
    'grad-senior': 'no',
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
 * When a question does not arise; its answer then takes no part. From 19 on whether one is a student is asked before the school year.
 * @source fact base 2, 2.3
 */
const skips: Readonly<Partial<Record<QuestionId, Expr>>> = {
  stay: anyOf(localHukou, notMovedYet),
  permit: anyOf(localHukou, notMovedYet),
  'settle-wish': isOneOf('hukou-place', ['same-town']),
  'lives-together': agedAtLeast(18),
  'school-stage': schoolYearIsNotAsked,
  'school-register': notOf(inSchool),
  'qh-years': notOf(asksAboutQinghaiYears),
  'hukou-origin': notOf(asksAboutQinghaiYears),
  work: workIsNotAsked,
  'employer-insurance': notOf(worksForEmployer),
  pension: notAtWork,
  jobloss: anyOf(notAtWork, metBy('lost-job')),
  'unemployment-registered': anyOf(notAtWork, notOf(lostAJob)),
  injury: anyOf(notOf(agedAtLeast(10)), metBy('hurt')),
  'wage-owed': anyOf(notOf(agedAtLeast(10)), metBy('wages-owed')),
}

const wishesToSettle = isOneOf('settle-wish', ['yes', 'hesitant'])

/**
 * What stands in the way of changing an answer: nobody is sent where they said they do not wish to go, nor to an answer that another
 * service gives and that is out of their reach. @source fact base 2, section 4
 */
const levers: Readonly<Partial<Record<QuestionId, Lever>>> = {
  'hukou-place': { when: anyOf(wishesToSettle, isUnanswered('settle-wish')), through: { 'same-town': 'settle-household' } },
  'live-place': { when: anyOf(notMovedYet, wishesToSettle) },
  stay: { through: { 'ge6-reg': 'residence-registration' } },
  permit: { through: { valid: 'residence-permit' } },
  'unemployment-registered': { through: { yes: 'job-services' } },
  'employer-insurance': { through: { all: 'employee-pension-medical' } },
}

/** The questions, when they do not arise and what can be changed of them, as the domain reads them. */
export const questionnaire = { questions, skips, levers }
