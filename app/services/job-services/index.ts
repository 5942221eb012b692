import { defineService, statement } from '../define.ts'
import { cite, plan } from '../instruments.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'job-services',
  unit: 'member',
  topics: ['work'],
  departments: ['employment-service', 'hrss-bureau'],
  hotlines: ['12333'],
  related: ['skills-training', 'unemployment-insurance', 'wage-protection'],
  conditions,
  documents,
  form,
  gives: [
    statement('jobs', 'high', plan('八')),
    statement('fairs', 'medium', plan('八')),
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
    statement('training', 'medium', plan('八')),
    statement('flexible', 'high', plan('十一')),
    statement('hardship', 'high', cite('social-assistance-law', '29')),
  ],
})
