import { defineService, statement } from '../define.ts'
import { cite, plan } from '../instruments.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'settle-household',
  unit: 'household',
  topics: ['settlement'],
  departments: ['police-station'],
  hotlines: ['12345'],
  landStands: true,
  related: ['land-rights', 'residence-permit', 'school-compulsory', 'resident-medical'],
  conditions,
  documents,
  form,
  gives: [
    statement('town-hukou', 'high', plan('六')),
    statement('no-permit-needed', 'high', plan('六')),
    statement('land-stays', 'high', plan('十三')),
  ],
  where: [statement('police-station', 'high', plan('六')), statement('across-the-province', 'medium', plan('六'))],
  timeAndCost: [
    statement('no-days-given', 'high', cite('hukou-registration-regulations')),
    statement('report-in-time', 'high', cite('hukou-registration-regulations', '13')),
    statement('fee-at-window', 'medium', cite('common-practice')),
  ],
  misunderstandings: [
    { ...statement('give-up-land', 'high', plan('十三')), about: 'C2' },
    { ...statement('half-a-year-first', 'high', plan('六')), about: 'C1' },
    { ...statement('no-papers-at-all', 'high', plan('六')), about: 'C4' },
    statement('reward-money', 'high', plan('十二')),
  ],
  otherwise: [
    statement('keep-hukou', 'high', cite('residence-permit-regulations', '12')),
    statement('no-address', 'medium', cite('hukou-registration-regulations', '5')),
    statement('from-outside', 'medium', cite('qinghai-gaokao-guidance')),
  ],
})
