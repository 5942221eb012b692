import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'affordable-sale-housing',
  unit: 'household',
  topics: ['housing'],
  departments: ['housing-security', 'natural-resources-bureau'],
  hotlines: ['12345', '12329'],
  act: {
    nature: 'benefit',
    decides: ['housing-security'],
    remedies: ['recheck', 'reconsideration', 'court'],
    sources: [cite('common-practice')],
    certainty: 'low',
  },
  related: ['affordable-rental-housing', 'public-rental-housing'],
  conditions,
  documents,
  form,
  gives: [
    statement('one-home', 'medium', cite('guofa-2023-14')),
    statement('not-for-sale', 'medium', cite('guofa-2023-14')),
    statement('more-supply', 'medium', promised('more-affordable-housing')),
  ],
  where: [statement('housing', 'medium', cite('guofa-2023-14'))],
  timeAndCost: [statement('one-per-family', 'medium', cite('guofa-2023-14')), statement('not-in-sources', 'high', cite('common-practice'))],
  misunderstandings: [
    { ...statement('resell', 'medium', cite('guofa-2023-14')), about: 'C1' },
    { ...statement('higher-income', 'medium', cite('guofa-2023-14')), about: 'C4' },
  ],
  otherwise: [
    statement('rent', 'medium', cite('guobanfa-2021-22')),
    statement('fund-loan', 'medium', cite('housing-fund-regulations')),
    statement('moving', 'medium', promised('relocation')),
  ],
})
