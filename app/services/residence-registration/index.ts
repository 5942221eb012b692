import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'residence-registration',
  unit: 'household',
  topics: ['settlement'],
  departments: ['police-station'],
  hotlines: ['12345'],
  act: {
    nature: 'registration',
    decides: ['police-station'],
    remedies: ['recheck'],
    sources: [cite('residence-permit-regulations')],
    certainty: 'medium',
  },
  related: ['residence-permit', 'settle-household', 'school-compulsory'],
  conditions,
  notes: withNotes('birth-registration', 'late-registration'),
  documents,
  form,
  gives: [
    statement('registered', 'high', cite('hukou-registration-regulations', '15')),
    statement('counts-half-year', 'medium', cite('residence-permit-regulations', '2')),
    statement('helps-school', 'medium', cite('common-practice')),
    statement('online', 'medium', promised('online-and-one-photo')),
  ],
  where: [
    statement('police-station', 'high', cite('hukou-registration-regulations', '15')),
    statement('by-net', 'medium', promised('online-and-one-photo')),
  ],
  timeAndCost: [
    statement('three-days', 'high', cite('hukou-registration-regulations', '15')),
    statement('no-fee', 'medium', cite('common-practice')),
  ],
  misunderstandings: [
    statement('same-as-permit', 'high', cite('residence-permit-regulations', '2')),
    statement('no-contract', 'medium', cite('common-practice')),
  ],
  otherwise: [
    statement('local', 'high', cite('hukou-registration-regulations', '15')),
    statement('same-prefecture', 'medium', cite('hukou-registration-regulations', '15')),
  ],
})
