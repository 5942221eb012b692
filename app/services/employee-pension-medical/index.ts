import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'employee-pension-medical',
  unit: 'member',
  topics: ['insurance', 'work'],
  departments: ['social-insurance-agency', 'medical-insurance-agency', 'tax-bureau'],
  hotlines: ['12333', '12393', '12366'],
  act: {
    nature: 'registration',
    decides: ['social-insurance-agency'],
    inherited: true,
    remedies: ['employer-complaint'],
    sources: [cite('social-insurance-law', '57'), cite('social-insurance-law', '58')],
    certainty: 'medium',
  },
  related: ['flexible-worker-insurance', 'insurance-transfer', 'occupational-injury', 'unemployment-insurance'],
  conditions,
  notes: withNotes('employer-duty'),
  documents,
  form,
  gives: [
    statement('pension', 'high', cite('social-insurance-law', '10')),
    statement('medical', 'high', cite('social-insurance-law', '23')),
    statement('no-hukou-limit', 'high', promised('insurance-without-hukou-limit')),
  ],
  where: [statement('employer', 'high', cite('social-insurance-law', '58')), statement('ask', 'high', cite('common-practice'))],
  timeAndCost: [
    statement('thirty-days', 'high', cite('social-insurance-law', '58')),
    statement('ten-days', 'medium', cite('social-insurance-handling-regulations')),
  ],
  misunderstandings: [
    { ...statement('probation', 'high', cite('labour-contract-law')), about: 'C3' },
    { ...statement('waiver', 'high', cite('social-insurance-law')), about: 'C3' },
    { ...statement('fifteen-years', 'high', cite('retirement-decision')), about: 'C2' },
    { ...statement('high-altitude', 'medium', cite('retirement-decision')), about: 'C2' },
  ],
  otherwise: [
    statement('flexible', 'high', cite('social-insurance-law', '10')),
    statement('employer-refuses', 'medium', cite('common-practice')),
  ],
})
