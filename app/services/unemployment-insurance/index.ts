import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'unemployment-insurance',
  unit: 'member',
  topics: ['work', 'insurance'],
  departments: ['social-insurance-agency', 'employment-service'],
  hotlines: ['12333'],
  act: {
    nature: 'benefit',
    decides: ['social-insurance-agency'],
    remedies: ['recheck', 'reconsideration', 'court'],
    sources: [cite('social-insurance-law', '45')],
    certainty: 'medium',
  },
  related: ['job-services', 'skills-training', 'temporary-assistance', 'employee-pension-medical'],
  conditions,
  documents,
  form,
  gives: [
    statement('monthly', 'high', cite('social-insurance-law', '45')),
    statement('how-long', 'high', cite('social-insurance-law')),
    statement('same-for-all', 'medium', promised('equal-unemployment-insurance')),
  ],
  where: [statement('register', 'high', cite('social-insurance-law', '50')), statement('by-phone', 'medium', cite('common-practice'))],
  timeAndCost: [
    statement('ten-days', 'medium', cite('social-insurance-handling-regulations')),
    statement('from-registration', 'high', cite('social-insurance-law', '50')),
    statement('not-in-sources', 'high', cite('common-practice')),
  ],
  misunderstandings: [
    { ...statement('quit', 'high', cite('social-insurance-law', '45')), about: 'C3' },
    { ...statement('no-contract', 'medium', cite('common-practice')), about: 'C2' },
    {
      ...statement(
        'old-rule',
        'medium',
        cite('unemployment-insurance-regulations'),
        promised('equal-unemployment-insurance'),
        cite('social-insurance-law'),
      ),
      about: 'C2',
    },
  ],
  otherwise: [
    statement(
      'keep-working',
      'high',
      cite('social-insurance-law', '45'),
      cite('social-insurance-law', '46'),
      cite('employment-promotion-law', '35'),
    ),
    statement('hardship', 'high', cite('social-assistance-law', '29')),
    statement('employer-did-not-pay', 'medium', cite('common-practice')),
  ],
})
