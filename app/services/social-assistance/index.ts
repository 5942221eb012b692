import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'social-assistance',
  unit: 'household',
  topics: ['assistance'],
  departments: ['township-office', 'civil-affairs'],
  hotlines: ['12345', '12349'],
  act: {
    nature: 'benefit',
    decides: ['township-office', 'civil-affairs'],
    remedies: ['recheck', 'reconsideration', 'court'],
    sources: [cite('social-assistance-law')],
    certainty: 'medium',
  },
  related: ['temporary-assistance', 'public-rental-housing', 'resident-medical'],
  conditions,
  notes: withNotes('disability'),
  documents,
  form,
  gives: [
    statement('monthly', 'high', cite('social-assistance-law')),
    statement('other-help', 'high', cite('social-assistance-law')),
    statement('all-included', 'medium', promised('social-assistance-for-all')),
  ],
  where: [statement('township', 'high', cite('social-assistance-law')), statement('hotline', 'high', cite('common-practice'))],
  timeAndCost: [statement('thirty-days', 'medium', cite('common-practice')), statement('reason', 'high', cite('social-assistance-law'))],
  misunderstandings: [
    { ...statement('hukou-needed', 'high', cite('social-assistance-law', '37')), about: 'C4' },
    { ...statement('phone-or-car', 'medium', cite('social-assistance-law', '23')), about: 'C3' },
    { ...statement('connections', 'high', cite('social-assistance-law')), about: 'C2' },
    statement('one-off', 'high', cite('social-assistance-law')),
  ],
  otherwise: [
    statement('sudden', 'high', cite('social-assistance-law', '29')),
    statement('again', 'high', cite('social-assistance-law')),
    statement('special', 'high', cite('social-assistance-law')),
  ],
})
