import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'wage-protection',
  unit: 'member',
  topics: ['work'],
  departments: ['labour-inspection', 'labour-arbitration', 'legal-aid'],
  hotlines: ['12333', '12348'],
  act: {
    nature: 'complaint',
    decides: ['labour-inspection'],
    inherited: true,
    remedies: ['labour-dispute'],
    sources: [cite('labour-inspection-regulations', '17')],
    certainty: 'medium',
  },
  related: ['job-services', 'occupational-injury', 'employee-pension-medical'],
  conditions,
  notes: withNotes('child-labour'),
  documents,
  form,
  gives: [statement('complain', 'high', cite('labour-inspection-regulations')), statement('legal-aid', 'high', cite('legal-aid-law'))],
  where: [statement('places', 'high', cite('labour-inspection-regulations')), statement('online', 'medium', cite('common-practice'))],
  timeAndCost: [
    statement('free', 'high', cite('mediation-arbitration-law')),
    statement('arbitration', 'high', cite('mediation-arbitration-law')),
    statement('inspection', 'high', cite('labour-inspection-regulations')),
    statement('aid', 'high', cite('legal-aid-law')),
  ],
  misunderstandings: [
    { ...statement('no-contract', 'high', cite('wage-payment-regulations', '3')), about: 'C1' },
    { ...statement('subcontractor', 'high', cite('wage-payment-regulations', '30')), about: 'C1' },
    { ...statement('over-a-year', 'high', cite('mediation-arbitration-law', '27')), about: 'C3' },
    statement('goods', 'high', cite('wage-payment-regulations', '11')),
  ],
  otherwise: [statement('platform', 'medium', cite('common-practice')), statement('police', 'medium', cite('common-practice'))],
})
