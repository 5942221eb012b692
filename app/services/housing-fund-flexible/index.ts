import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'housing-fund-flexible',
  unit: 'member',
  topics: ['housing', 'work'],
  departments: ['housing-fund-centre'],
  hotlines: ['12329', '12345'],
  act: {
    nature: 'public-service',
    decides: ['housing-fund-centre'],
    remedies: ['recheck'],
    sources: [cite('common-practice')],
    certainty: 'medium',
  },
  related: ['flexible-worker-insurance', 'affordable-rental-housing'],
  conditions,
  notes: withNotes('employer-duty'),
  documents,
  form,
  gives: [
    statement('save', 'medium', cite('housing-fund-regulations', '24'), cite('housing-fund-regulations', '26')),
    statement('direction', 'medium', promised('housing-fund')),
  ],
  where: [statement('centre', 'medium', cite('housing-fund-regulations')), statement('hotline', 'high', cite('common-practice'))],
  timeAndCost: [
    statement('three-days', 'high', cite('housing-fund-regulations')),
    statement('fifteen-days', 'high', cite('housing-fund-regulations')),
    statement('not-in-sources', 'high', cite('common-practice')),
  ],
  misunderstandings: [
    { ...statement('employer-half', 'medium', cite('jianjinguan-2005-5')), about: 'C1' },
    statement('withdraw-any-time', 'medium', cite('housing-fund-regulations')),
  ],
  otherwise: [statement('employer', 'high', cite('housing-fund-regulations'))],
})
