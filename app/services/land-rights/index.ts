import { defineService, statement } from '../define.ts'
import { cite, plan } from '../instruments.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'

export default defineService({
  id: 'land-rights',
  unit: 'household',
  topics: ['land', 'settlement'],
  departments: ['agriculture-bureau', 'natural-resources-bureau', 'forestry-grassland-bureau', 'township-office', 'legal-aid'],
  hotlines: ['12345', '12348'],
  related: ['settle-household'],
  conditions,
  documents,
  gives: [
    statement('not-a-condition', 'high', plan('十三')),
    statement('not-taken-back', 'high', cite('land-contract-law', '27')),
    statement('by-choice', 'high', cite('land-contract-law')),
  ],
  where: [
    statement('agriculture', 'high', cite('land-contract-law')),
    statement('grassland', 'high', cite('grassland-law')),
    statement('disputes', 'high', cite('land-contract-law')),
  ],
  timeAndCost: [statement('terms', 'high', cite('land-contract-law')), statement('pilot', 'medium', plan('十三'))],
  misunderstandings: [
    { ...statement('give-up-grassland', 'high', plan('十三')), about: 'C1' },
    { ...statement('membership-lost', 'high', cite('rural-collective-law')), about: 'C1' },
    { ...statement('return-and-take-back', 'high', cite('land-contract-law')), about: 'C1' },
    { ...statement('subsidy-too', 'medium', plan('十三')), about: 'C1' },
    { ...statement('married-out', 'high', cite('women-protection-law')), about: 'C1' },
  ],
  otherwise: [statement('lease-only', 'high', cite('land-contract-law')), statement('forced', 'high', cite('land-contract-law'))],
})
