import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'skills-training',
  unit: 'member',
  topics: ['work'],
  departments: ['hrss-bureau', 'employment-service'],
  hotlines: ['12333'],
  act: {
    nature: 'benefit',
    decides: ['hrss-bureau'],
    remedies: ['recheck'],
    sources: [cite('employment-promotion-law', '49')],
    certainty: 'medium',
  },
  related: ['job-services', 'vocational-school'],
  conditions,
  notes: withNotes('veteran', 'disability'),
  documents,
  form,
  gives: [
    statement(
      'training',
      'medium',
      cite('employment-promotion-law', '49'),
      cite('employment-promotion-law', '50'),
      cite('common-practice'),
    ),
    statement('brands', 'medium', promised('labour-brands')),
  ],
  where: [statement('hrss', 'medium', cite('common-practice'))],
  timeAndCost: [
    statement('ten-days', 'medium', cite('social-insurance-handling-regulations')),
    statement('not-in-sources', 'high', cite('common-practice')),
  ],
  misunderstandings: [
    { ...statement('always-free', 'medium', cite('common-practice')), about: 'C3' },
    { ...statement('certificate-pays', 'medium', cite('common-practice')), about: 'C3' },
    statement('pay-first', 'medium', cite('common-practice')),
  ],
  otherwise: [
    statement('vocational', 'medium', cite('common-practice')),
    statement('guidance', 'high', cite('employment-promotion-law', '35')),
  ],
})
