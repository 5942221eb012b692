import { defineService, inferred, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { notInPlan, promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'settle-household',
  unit: 'household',
  topics: ['settlement'],
  departments: ['police-station'],
  hotlines: ['12345'],
  act: {
    nature: 'licence',
    decides: ['police-station'],
    acceptance: { days: 5, unit: 'working', silence: 'accepts', source: cite('administrative-licence-law', '32') },
    stops: ['licence-examination'],
    remedies: ['recheck', 'reconsideration', 'court'],
    sources: [cite('administrative-licence-law', '32'), cite('hukou-registration-regulations')],
    certainty: 'medium',
  },
  landStands: true,
  related: ['land-rights', 'residence-permit', 'school-compulsory', 'resident-medical'],
  conditions,
  notes: withNotes('birth-registration', 'late-registration', 'veteran', 'relocation', 'separated-parents'),
  documents,
  form,
  gives: [
    statement('town-hukou', 'high', promised('settle-zero-threshold')),
    inferred('as-local', 'medium', promised('settle-zero-threshold')),
    inferred('no-permit-needed', 'medium', cite('residence-permit-regulations', '2')),
    statement(
      'land-stays',
      'high',
      promised('settling-keeps-land'),
      cite('land-contract-law', '2'),
      cite('land-contract-law', '27'),
      cite('grassland-law'),
    ),
  ],
  where: [
    statement('police-station', 'high', cite('hukou-registration-regulations', '3'), cite('hukou-registration-regulations', '13')),
    statement('across-the-province', 'medium', promised('hukou-across-regions')),
  ],
  timeAndCost: [
    statement('no-days-given', 'high', notInPlan('六', '工作日'), cite('hukou-registration-regulations')),
    statement('report-in-time', 'high', cite('hukou-registration-regulations', '13')),
    statement('fee-at-window', 'medium', cite('common-practice')),
  ],
  misunderstandings: [
    { ...statement('give-up-land', 'high', promised('settling-keeps-land')), about: 'C2' },
    {
      ...statement('half-a-year-first', 'high', promised('settle-zero-threshold'), cite('residence-permit-regulations', '2')),
    },
    { ...inferred('no-papers-at-all', 'medium', cite('hukou-registration-regulations', '13')), about: 'C4' },
    statement('reward-money', 'high', promised('reward-to-localities')),
  ],
  otherwise: [
    statement('keep-hukou', 'high', cite('residence-permit-regulations', '12')),
    statement('no-address', 'medium', cite('hukou-registration-regulations', '5')),
    statement('from-outside', 'medium', cite('qinghai-gaokao-guidance')),
  ],
})
