import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'affordable-rental-housing',
  unit: 'household',
  fallsDue: true,
  topics: ['housing'],
  departments: ['housing-security'],
  hotlines: ['12345', '12329'],
  act: {
    nature: 'company-contract',
    decides: ['housing-security'],
    remedies: ['recheck', 'contract'],
    sources: [cite('guobanfa-2021-22')],
    certainty: 'medium',
  },
  related: ['public-rental-housing', 'housing-fund-flexible', 'affordable-sale-housing'],
  conditions,
  documents,
  form,
  gives: [
    statement('small-home', 'high', cite('guobanfa-2021-22')),
    statement('more-supply', 'medium', promised('small-affordable-rentals')),
  ],
  where: [statement('housing', 'medium', cite('guobanfa-2021-22'))],
  timeAndCost: [statement('not-in-sources', 'high', cite('common-practice'))],
  misunderstandings: [
    { ...statement('hukou-needed', 'medium', cite('guobanfa-2021-22')), about: 'C3' },
    { ...statement('same-as-public', 'medium', cite('guobanfa-2021-22')), about: 'C2' },
  ],
  otherwise: [
    statement('public-rental', 'medium', cite('public-rental-measures', '7')),
    statement('dorm', 'medium', cite('common-practice')),
    statement('fund', 'medium', cite('common-practice')),
  ],
})
