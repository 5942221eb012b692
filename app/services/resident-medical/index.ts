import { defineService, inferred, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'resident-medical',
  unit: 'member',
  fallsDue: true,
  topics: ['insurance'],
  departments: ['medical-insurance-agency', 'tax-bureau'],
  hotlines: ['12393', '12366'],
  act: {
    nature: 'registration',
    decides: ['medical-insurance-agency'],
    remedies: ['recheck', 'reconsideration', 'court'],
    sources: [cite('yibaofa-2022-22')],
    certainty: 'medium',
  },
  related: ['residence-permit', 'cross-region-care', 'employee-pension-medical', 'social-assistance'],
  conditions,
  notes: withNotes('birth-registration', 'late-registration'),
  documents,
  form,
  gives: [
    statement('reimbursed', 'medium', cite('common-practice')),
    statement('same-subsidy', 'high', promised('permit-resident-medical')),
    statement('help-to-pay', 'medium', cite('common-practice')),
  ],
  where: [statement('office', 'medium', cite('common-practice')), statement('by-phone', 'medium', cite('common-practice'))],
  timeAndCost: [
    statement('enrolment', 'high', cite('guobanfa-2024-38')),
    statement('waiting', 'high', cite('guobanfa-2024-38')),
    statement('rates', 'high', cite('common-practice')),
  ],
  misunderstandings: [
    { ...statement('outsiders-never', 'high', promised('permit-resident-medical')), about: 'C2' },
    { ...statement('both-sides', 'high', cite('guobanfa-2024-38')), about: 'C3' },
    statement('missed-window', 'medium', cite('guobanfa-2024-38')),
  ],
  otherwise: [
    inferred('no-permit', 'medium', cite('common-practice'), cite('yibaofa-2022-22')),
    statement('children', 'medium', cite('common-practice')),
  ],
})
