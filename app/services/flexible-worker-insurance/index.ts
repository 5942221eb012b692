import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'flexible-worker-insurance',
  unit: 'member',
  fallsDue: true,
  topics: ['insurance', 'work'],
  departments: ['social-insurance-agency', 'medical-insurance-agency', 'tax-bureau'],
  hotlines: ['12333', '12393', '12366'],
  act: {
    nature: 'registration',
    decides: ['social-insurance-agency', 'medical-insurance-agency'],
    inherited: true,
    remedies: ['recheck', 'reconsideration', 'court'],
    sources: [cite('social-insurance-law', '10')],
    certainty: 'medium',
  },
  related: ['employee-pension-medical', 'resident-pension', 'resident-medical', 'occupational-injury'],
  conditions,
  notes: withNotes('employer-duty'),
  documents,
  form,
  gives: [
    statement('join', 'high', cite('social-insurance-law', '10')),
    statement('no-hukou-limit', 'high', promised('insurance-without-hukou-limit')),
    statement('separately', 'medium', cite('common-practice')),
  ],
  where: [statement('agencies', 'medium', cite('common-practice')), statement('by-phone', 'medium', cite('common-practice'))],
  timeAndCost: [statement('not-in-sources', 'high', cite('common-practice')), statement('gaps', 'medium', cite('common-practice'))],
  misunderstandings: [
    { ...statement('hukou-elsewhere', 'high', promised('insurance-without-hukou-limit')), about: 'C3' },
    { ...statement('both-medical', 'high', cite('social-insurance-law', '23')), about: 'C1' },
    {
      ...statement(
        'injury-too',
        'high',
        cite('social-insurance-law', '33'),
        cite('social-insurance-law', '44'),
        promised('occupational-injury-pilot'),
      ),
      about: 'C1',
    },
  ],
  otherwise: [
    statement('employer-later', 'high', cite('social-insurance-law', '10')),
    statement('too-dear', 'high', cite('guofa-2014-8')),
    statement('subsidy', 'medium', cite('common-practice')),
  ],
})
