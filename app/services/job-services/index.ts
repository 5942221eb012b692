import { defineService, inferred, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'job-services',
  unit: 'member',
  topics: ['work'],
  departments: ['employment-service', 'hrss-bureau'],
  hotlines: ['12333'],
  act: {
    nature: 'public-service',
    decides: ['employment-service'],
    remedies: [],
    sources: [cite('employment-promotion-law', '35')],
    certainty: 'medium',
  },
  related: ['skills-training', 'unemployment-insurance', 'wage-protection'],
  conditions,
  notes: withNotes('veteran', 'disability'),
  documents,
  form,
  gives: [
    statement('jobs', 'high', cite('employment-promotion-law', '35')),
    statement('fairs', 'high', promised('job-services')),
    statement('extra-help', 'medium', cite('employment-promotion-law')),
  ],
  where: [statement('service', 'high', cite('employment-promotion-law', '35'))],
  timeAndCost: [
    statement('free', 'high', cite('employment-promotion-law', '35')),
    statement('equal', 'high', cite('employment-promotion-law', '31')),
  ],
  misunderstandings: [
    { ...statement('must-pay', 'high', cite('employment-promotion-law', '35')), about: 'C1' },
    { ...statement('hukou-needed', 'medium', cite('common-practice')), about: 'C1' },
  ],
  otherwise: [
    inferred('training', 'medium', cite('employment-promotion-law', '50')),
    statement('flexible', 'high', cite('social-insurance-law', '10'), cite('social-insurance-law', '23')),
    statement('hardship', 'high', cite('social-assistance-law', '29')),
  ],
})
