import { sexes } from '#app/domain/age.ts'
import type { FormField } from '#app/domain/form.ts'
import { defineQuestions } from '#app/domain/question.ts'
import { vocabulary } from '#app/domain/vocabulary.ts'

/**
 * The questions any service may ask, in the order they are asked: once for the household, or for each member.
 * @source fact base, section C
 */
export const questions = defineQuestions({
  'hukou-place': {
    of: 'household',
    mayDiffer: true,
    kind: 'choice',
    options: ['same-town', 'same-rural', 'pref-other', 'qh-other', 'outside', 'no-hukou'],
    attainable: { 'same-rural': ['same-town'], 'pref-other': ['same-town'], 'qh-other': ['same-town'], outside: ['same-town'] },
  },
  'live-place': {
    of: 'household',
    kind: 'choice',
    options: ['qh-town', 'qh-rural', 'not-yet'],
    attainable: { 'not-yet': ['qh-town'], 'qh-rural': ['qh-town'] },
  },
  stay: {
    of: 'household',
    mayDiffer: true,
    follows: 'hukou-place',
    kind: 'choice',
    options: ['ge6-reg', 'ge6-noreg', 'lt6-reg', 'lt6-noreg', 'ge6', 'lt6'],
    // Whether one registered is not known: what others send.
    notOffered: ['ge6', 'lt6'],
    attainable: { 'lt6-reg': ['ge6-reg'], 'lt6-noreg': ['ge6-reg'], lt6: ['ge6-reg'], ge6: ['ge6-reg'], unsure: ['ge6-reg'] },
  },
  permit: {
    of: 'household',
    mayDiffer: true,
    follows: 'hukou-place',
    kind: 'choice',
    options: ['valid', 'valid-elsewhere', 'lapsed', 'none'],
    attainable: { 'valid-elsewhere': ['valid'], none: ['valid'], lapsed: ['valid'], unsure: ['valid'] },
  },
  'settle-wish': {
    of: 'household',
    mayDiffer: true,
    follows: 'hukou-place',
    kind: 'choice',
    options: ['yes', 'hesitant', 'no'],
    attainable: { unsure: ['yes'] },
  },
  dwelling: {
    of: 'household',
    kind: 'choice',
    options: ['own', 'rent-contract', 'rent-nocontract', 'public-rental', 'affordable-rental', 'dorm', 'relatives', 'none'],
    attainable: {
      'rent-nocontract': ['rent-contract'],
      dorm: ['rent-contract'],
      relatives: ['rent-contract'],
      none: ['rent-contract'],
      unsure: ['rent-contract'],
    },
  },
  housing: { of: 'household', kind: 'choice', options: ['none', 'own-small', 'own-enough'] },
  hardship: {
    of: 'household',
    kind: 'many',
    options: ['none', 'tight', 'already', 'sudden', 'prefer-not'],
    alone: ['none', 'prefer-not'],
  },
  land: {
    of: 'household',
    kind: 'many',
    options: ['none', 'arable', 'grassland', 'forest', 'homestead', 'collective'],
    alone: ['none'],
  },
  wishes: {
    of: 'household',
    kind: 'many',
    options: ['training', 'vocational', 'fund', 'rent', 'buy', 'job', 'none'],
    alone: ['none'],
  },
  anyone: {
    of: 'household',
    kind: 'many',
    options: ['lost-job', 'hurt', 'wages-owed', 'disability', 'veteran', 'relocation', 'none'],
    alone: ['none'],
    opens: { 'lost-job': 'jobloss', hurt: 'injury', 'wages-owed': 'wage-owed' },
  },
  'birth-date': { of: 'member', kind: 'birth-date' },
  sex: { of: 'member', kind: 'choice', options: sexes },
  work: {
    of: 'member',
    kind: 'choice',
    options: [
      'employed-contract',
      'employed-nocontract',
      'platform',
      'self-employed',
      'self-employed-hiring',
      'casual',
      'herding-farming',
      'student',
      'unemployed',
      'not-working',
      'retired',
    ],
    attainable: { 'employed-nocontract': ['employed-contract'] },
  },
  'lives-together': {
    of: 'member',
    householdDefault: true,
    kind: 'choice',
    options: ['yes', 'boards', 'relatives', 'alone', 'no'],
    attainable: { relatives: ['yes'], alone: ['yes'], no: ['yes'], unsure: ['yes'] },
  },
  'school-stage': {
    of: 'member',
    kind: 'choice',
    options: [
      'not-in',
      'kindergarten',
      'primary',
      'primary-6',
      'junior-12',
      'junior-3',
      'grad-junior',
      'senior-12',
      'senior-3',
      'vocational',
      'college',
      'grad-senior',
      'dropout',
    ],
  },
  'school-register': {
    of: 'member',
    kind: 'choice',
    options: ['here', 'elsewhere', 'none'],
    attainable: { elsewhere: ['here'], none: ['here'] },
  },
  'qh-years': { of: 'member', kind: 'choice', options: ['full', 'not-full'] },
  'hukou-origin': { of: 'member', kind: 'choice', options: ['always-qh', 'moved-in', 'outside'] },
  'employer-insurance': {
    of: 'member',
    kind: 'choice',
    options: ['all', 'partial', 'none'],
    attainable: { none: ['all'], partial: ['all'], unsure: ['all'] },
  },
  med: {
    of: 'member',
    householdDefault: true,
    kind: 'choice',
    options: ['local-employee', 'local-resident', 'elsewhere-employee', 'elsewhere-resident', 'ended-elsewhere', 'none'],
    attainable: { 'ended-elsewhere': ['local-resident'], none: ['local-resident'] },
  },
  pension: {
    of: 'member',
    householdDefault: true,
    kind: 'choice',
    options: ['job-here', 'job-elsewhere', 'resident-here', 'resident-elsewhere', 'receiving-employee', 'receiving-resident', 'none'],
  },
  jobloss: {
    of: 'member',
    kind: 'choice',
    options: ['no', 'forced-ge1y', 'forced-lt1y', 'forced-unsure', 'voluntary', 'never-insured'],
  },
  'unemployment-registered': { of: 'member', kind: 'choice', options: ['yes', 'no'], attainable: { no: ['yes'], unsure: ['yes'] } },
  injury: { of: 'member', kind: 'choice', options: ['no', 'work-lt1y', 'work-ge1y', 'platform-order'] },
  'wage-owed': { of: 'member', kind: 'choice', options: ['no', 'owed-recent', 'owed-old'] },
})

/** The id of a question. */
export type QuestionId = keyof typeof questions

/** A question in its place in a form, where its field has this id. */
export function asked<I extends string>(id: I, question: QuestionId): FormField & { readonly id: I } {
  return { ...questions[question], id, question }
}

/** The typed terms conditions are written in. */
export const { match, isOneOf } = vocabulary(questions)
