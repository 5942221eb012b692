import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { notInPlan, promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'exam-local',
  unit: 'member',
  topics: ['schooling'],
  departments: ['exam-office', 'school', 'education-bureau'],
  hotlines: ['12345', '12355'],
  act: {
    nature: 'public-service',
    decides: ['exam-office'],
    remedies: ['recheck-by-notice'],
    sources: [cite('common-practice')],
    certainty: 'medium',
  },
  related: ['school-senior', 'school-compulsory', 'settle-household', 'vocational-school'],
  conditions,
  documents,
  form,
  gives: [
    statement('zhongkao', 'medium', promised('local-exam')),
    statement('gaokao', 'medium', notInPlan('九', '高考'), cite('qinghai-gaokao-guidance')),
  ],
  where: [statement('school', 'medium', cite('common-practice')), statement('provincial', 'medium', cite('qinghai-gaokao-guidance'))],
  timeAndCost: [
    statement('when', 'medium', cite('qinghai-gaokao-guidance')),
    statement('until-june', 'medium', cite('qinghai-gaokao-guidance')),
  ],
  misunderstandings: [
    { ...statement('plan-promises-gaokao', 'high', notInPlan('九', '高考')), about: 'C2' },
    { ...statement('settle-later', 'medium', cite('qinghai-gaokao-guidance')), about: 'C4' },
    { ...statement('move-out-and-back', 'medium', cite('qinghai-gaokao-guidance')), about: 'C4' },
    { ...statement('within-province', 'medium', cite('qinghai-gaokao-guidance')), about: 'C4' },
  ],
  otherwise: [
    statement('ask-early', 'medium', cite('qinghai-gaokao-guidance')),
    statement('go-home', 'medium', cite('guobanfa-2012-46')),
    statement('vocational', 'medium', cite('qinghai-gaokao-guidance')),
  ],
})
