import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'public-rental-housing',
  unit: 'household',
  fallsDue: true,
  topics: ['housing'],
  departments: ['housing-security', 'township-office'],
  hotlines: ['12345', '12329'],
  act: {
    nature: 'benefit',
    decides: ['housing-security'],
    remedies: ['department-review', 'reconsideration', 'court'],
    sources: [cite('public-rental-measures')],
    certainty: 'medium',
  },
  related: ['affordable-rental-housing', 'temporary-assistance', 'social-assistance'],
  conditions,
  notes: withNotes('relocation'),
  documents,
  form,
  gives: [statement('home-or-money', 'medium', promised('housing-security')), statement('priority', 'medium', cite('common-practice'))],
  where: [
    statement('housing', 'medium', cite('public-rental-measures', '8')),
    statement('through-township', 'medium', cite('common-practice')),
  ],
  timeAndCost: [
    statement('within-five-years', 'medium', cite('public-rental-measures', '10')),
    statement('not-in-sources', 'high', cite('common-practice')),
  ],
  misunderstandings: [
    statement('buy-later', 'medium', cite('public-rental-measures')),
    { ...statement('homestead-counts', 'medium', cite('public-rental-measures', '7')), about: 'C2' },
    { ...statement('outsiders-never', 'medium', promised('equal-housing-treatment')), about: 'C4' },
  ],
  otherwise: [
    statement('affordable-rental', 'medium', cite('guobanfa-2021-22')),
    statement('emergency', 'medium', cite('social-assistance-law', '29')),
    statement('shelter', 'medium', cite('common-practice')),
  ],
})
