import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'occupational-injury',
  unit: 'member',
  topics: ['work', 'insurance'],
  departments: ['work-injury-office', 'hrss-bureau'],
  hotlines: ['12333', '12348'],
  act: {
    nature: 'confirmation',
    decides: ['work-injury-office'],
    acceptance: { days: 15, unit: 'calendar', silence: 'nothing', source: cite('work-injury-measures', '8') },
    stops: ['other-authority'],
    inherited: true,
    remedies: ['reconsideration', 'court', 'benefit-arbitration'],
    sources: [cite('work-injury-regulations', '20'), cite('work-injury-measures', '8')],
    certainty: 'medium',
  },
  related: ['employee-pension-medical', 'wage-protection', 'flexible-worker-insurance'],
  conditions,
  notes: withNotes('child-labour', 'employer-duty'),
  documents,
  form,
  gives: [
    statement('fund-pays', 'high', cite('work-injury-regulations')),
    statement('employer-pays', 'high', cite('social-insurance-law')),
    statement('platform', 'medium', cite('renshebufa-2025-24')),
  ],
  where: [statement('office', 'high', cite('work-injury-regulations', '17')), statement('app', 'medium', cite('renshebufa-2025-24'))],
  timeAndCost: [
    statement('thirty-days', 'high', cite('work-injury-regulations', '17')),
    statement('sixty-days', 'high', cite('work-injury-regulations')),
    statement('twenty-days', 'medium', cite('social-insurance-handling-regulations')),
  ],
  misunderstandings: [
    { ...statement('did-not-pay', 'high', cite('social-insurance-law')), about: 'C2' },
    { ...statement('riders-always', 'medium', cite('renshebufa-2025-24')), about: 'C2' },
    { ...statement('no-contract', 'high', cite('work-injury-regulations')), about: 'C2' },
    { ...statement('employer-not-insured', 'high', cite('social-insurance-law')), about: 'C2' },
  ],
  otherwise: [
    statement('own-shop', 'medium', cite('common-practice')),
    statement('site', 'medium', cite('common-practice')),
    statement('over-a-year', 'medium', cite('work-injury-regulations', '17')),
  ],
})
