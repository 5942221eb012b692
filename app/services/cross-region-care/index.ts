import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'cross-region-care',
  unit: 'member',
  topics: ['insurance'],
  departments: ['medical-insurance-agency'],
  hotlines: ['12393'],
  act: {
    nature: 'registration',
    decides: ['medical-insurance-agency'],
    remedies: ['recheck'],
    sources: [cite('yibaofa-2022-22')],
    certainty: 'medium',
  },
  related: ['resident-medical', 'insurance-transfer', 'employee-pension-medical'],
  conditions,
  documents,
  form,
  gives: [
    statement('direct', 'medium', cite('yibaofa-2022-22')),
    statement('more-hospitals', 'medium', promised('more-direct-settlement')),
  ],
  where: [statement('by-phone', 'medium', cite('yibaofa-2022-22'))],
  timeAndCost: [
    statement('long-term', 'medium', cite('yibaofa-2022-22')),
    statement('short-term', 'medium', cite('yibaofa-2022-22')),
    statement('no-fee', 'medium', cite('yibaofa-2022-22')),
    statement('within-province', 'medium', cite('common-practice')),
  ],
  misunderstandings: [
    { ...statement('no-filing-nothing', 'medium', cite('yibaofa-2022-22')), about: 'C1' },
    { ...statement('home-stops', 'medium', cite('yibaofa-2022-22')), about: 'C1' },
    statement('emergency', 'medium', cite('yibaofa-2022-22')),
  ],
  otherwise: [
    statement('insure-first', 'medium', cite('social-insurance-law', '23'), cite('social-insurance-law', '25')),
    statement('keep-bills', 'medium', cite('common-practice')),
  ],
})
