import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'resident-pension',
  unit: 'member',
  fallsDue: true,
  topics: ['insurance'],
  departments: ['social-insurance-agency', 'township-office'],
  hotlines: ['12333'],
  act: {
    nature: 'registration',
    decides: ['social-insurance-agency'],
    inherited: true,
    remedies: ['recheck', 'reconsideration', 'court'],
    sources: [cite('guofa-2014-8')],
    certainty: 'medium',
  },
  related: ['flexible-worker-insurance', 'employee-pension-medical', 'insurance-transfer'],
  conditions,
  documents,
  form,
  gives: [
    statement('account', 'high', cite('guofa-2014-8')),
    statement('monthly', 'high', cite('guofa-2014-8', '七')),
    statement('collective', 'medium', promised('collective-aid')),
  ],
  where: [statement('home-township', 'high', cite('guofa-2014-8', '三')), statement('after-move', 'high', cite('guofa-2014-8'))],
  timeAndCost: [
    statement('twenty-days', 'medium', cite('social-insurance-handling-regulations')),
    statement('not-in-sources', 'high', cite('common-practice')),
  ],
  misunderstandings: [
    { ...statement('never-paid', 'high', cite('guofa-2014-8', '七')), about: 'C4' },
    { ...statement('move-and-reclaim', 'high', cite('guofa-2014-8')), about: 'C3' },
  ],
  otherwise: [statement('employee', 'high', cite('guofa-2014-8')), statement('paid-for', 'medium', cite('common-practice'))],
})
