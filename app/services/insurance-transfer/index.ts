import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'insurance-transfer',
  unit: 'member',
  topics: ['insurance', 'work'],
  departments: ['social-insurance-agency', 'medical-insurance-agency'],
  hotlines: ['12333', '12393'],
  act: {
    nature: 'public-service',
    decides: ['social-insurance-agency', 'medical-insurance-agency'],
    inherited: true,
    remedies: ['recheck'],
    sources: [cite('social-insurance-law', '19'), cite('social-insurance-law', '32')],
    certainty: 'medium',
  },
  related: ['employee-pension-medical', 'flexible-worker-insurance', 'resident-pension'],
  conditions,
  documents,
  form,
  gives: [
    statement('years-count', 'high', cite('social-insurance-law', '19')),
    statement('no-refund', 'high', cite('social-insurance-law', '19')),
  ],
  where: [
    statement('by-phone', 'medium', cite('social-insurance-handling-regulations', '12–14')),
    statement('window', 'medium', cite('social-insurance-handling-regulations', '12–14')),
  ],
  timeAndCost: [
    statement('fifteen-days', 'medium', cite('social-insurance-handling-regulations')),
    statement('unemployment-too', 'high', cite('social-insurance-law', '52')),
    statement('receiving', 'high', cite('guofa-2014-8')),
  ],
  misunderstandings: [
    { ...statement('years-lost', 'high', cite('social-insurance-law', '19')), about: 'C1' },
    { ...statement('go-back', 'medium', cite('social-insurance-handling-regulations', '12–14')), about: 'C1' },
    { ...statement('refund-first', 'medium', cite('social-insurance-law', '19')), about: 'C2' },
  ],
  otherwise: [statement('wait', 'medium', cite('common-practice'))],
})
