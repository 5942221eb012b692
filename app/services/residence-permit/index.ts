import { defineService, inferred, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'residence-permit',
  unit: 'member',
  fallsDue: true,
  topics: ['settlement'],
  departments: ['police-station'],
  hotlines: ['12345'],
  act: {
    nature: 'confirmation',
    decides: ['police-station'],
    remedies: ['recheck', 'reconsideration', 'court'],
    sources: [cite('residence-permit-regulations', '9')],
    certainty: 'medium',
  },
  related: ['residence-registration', 'settle-household', 'school-compulsory', 'resident-medical'],
  conditions,
  notes: withNotes('birth-registration', 'late-registration'),
  documents,
  form,
  gives: [
    statement('services', 'high', cite('residence-permit-regulations', '12')),
    statement('conveniences', 'high', cite('residence-permit-regulations', '13')),
    statement('insurance-fund', 'high', cite('residence-permit-regulations', '12')),
    statement('proof', 'high', promised('permit-resident-medical')),
  ],
  where: [
    statement('police-station', 'high', cite('residence-permit-regulations', '8')),
    statement('on-behalf', 'high', cite('residence-permit-regulations', '9')),
  ],
  timeAndCost: [
    statement('fifteen-days', 'high', cite('residence-permit-regulations', '10')),
    statement('free-first', 'high', cite('residence-permit-regulations', '10')),
    statement('yearly', 'high', cite('residence-permit-regulations', '10')),
    statement('all-at-once', 'high', cite('residence-permit-regulations', '9')),
  ],
  misunderstandings: [
    { ...statement('all-three', 'high', cite('residence-permit-regulations', '2')), about: 'C4' },
    { ...statement('must-own', 'high', cite('residence-permit-regulations', '9')), about: 'C4' },
    { ...statement('expired-again', 'high', cite('residence-permit-regulations', '10')), about: 'C3' },
    { ...statement('equals-hukou', 'high', cite('residence-permit-regulations', '12')), about: 'H1' },
    statement('not-needed-any-more', 'high', promised('permit-id-link')),
  ],
  otherwise: [
    statement('register-first', 'high', cite('residence-permit-regulations', '2')),
    inferred('settle-instead', 'medium', promised('settle-zero-threshold')),
    statement('get-a-letter', 'high', cite('residence-permit-regulations', '9')),
  ],
})
