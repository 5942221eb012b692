import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'temporary-assistance',
  unit: 'household',
  topics: ['assistance'],
  departments: ['township-office', 'civil-affairs'],
  hotlines: ['12345', '120'],
  act: {
    nature: 'benefit',
    decides: ['township-office', 'civil-affairs'],
    remedies: ['recheck', 'reconsideration', 'court'],
    sources: [cite('social-assistance-law', '29')],
    certainty: 'medium',
  },
  related: ['social-assistance', 'public-rental-housing'],
  conditions,
  documents,
  form,
  gives: [
    statement('money-or-goods', 'high', cite('social-assistance-law', '29')),
    statement('where-it-happens', 'high', cite('social-assistance-law', '37')),
    statement('all-included', 'medium', promised('social-assistance-for-all')),
  ],
  where: [statement('township', 'high', cite('social-assistance-law', '37')), statement('hospital', 'medium', cite('common-practice'))],
  timeAndCost: [
    statement('first-help', 'high', cite('social-assistance-law')),
    statement('not-in-sources', 'high', cite('common-practice')),
  ],
  misunderstandings: [
    { ...statement('home-only', 'high', cite('social-assistance-law', '37')), about: 'C2' },
    { ...statement('dibao-first', 'high', cite('social-assistance-law', '29')), about: 'C1' },
  ],
  otherwise: [
    statement('others', 'medium', cite('common-practice')),
    statement('medical-aid', 'high', cite('social-assistance-law')),
    statement('shelter', 'medium', cite('common-practice')),
  ],
})
