import { defineService, statement } from '../define.ts'
import { cite, plan } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { notInPlan, promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'

export default defineService({
  id: 'land-rights',
  unit: 'household',
  topics: ['land', 'settlement'],
  departments: ['agriculture-bureau', 'natural-resources-bureau', 'forestry-grassland-bureau', 'township-office', 'legal-aid'],
  hotlines: ['12345', '12348'],
  act: {
    nature: 'right',
    decides: ['agriculture-bureau', 'natural-resources-bureau'],
    remedies: [],
    sources: [plan('十三')],
    certainty: 'high',
  },
  related: ['settle-household'],
  conditions,
  notes: withNotes('relocation'),
  documents,
  gives: [
    statement('not-a-condition', 'high', promised('settling-keeps-land')),
    statement('not-taken-back', 'high', cite('land-contract-law', '27')),
    statement('by-choice', 'high', cite('land-contract-law')),
  ],
  where: [
    statement('agriculture', 'high', cite('land-contract-law')),
    statement('grassland', 'high', cite('grassland-law')),
    statement('disputes', 'high', cite('land-contract-law')),
  ],
  timeAndCost: [statement('terms', 'high', cite('land-contract-law')), statement('pilot', 'medium', promised('contract-extension'))],
  misunderstandings: [
    { ...statement('give-up-grassland', 'high', promised('settling-keeps-land'), cite('land-contract-law', '27')), about: 'C1' },
    { ...statement('membership-lost', 'high', cite('rural-collective-law')), about: 'C1' },
    { ...statement('return-and-take-back', 'high', cite('land-contract-law')), about: 'C1' },
    { ...statement('subsidy-too', 'medium', notInPlan('十三', '草原奖补', '管护员')), about: 'C1' },
    { ...statement('married-out', 'high', cite('women-protection-law')), about: 'C1' },
  ],
  otherwise: [statement('lease-only', 'high', cite('land-contract-law')), statement('forced', 'high', cite('land-contract-law'))],
})
