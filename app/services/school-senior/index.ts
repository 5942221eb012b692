import { defineService, statement } from '../define.ts'
import { cite, plan } from '../instruments.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'school-senior',
  unit: 'member',
  topics: ['schooling'],
  departments: ['education-bureau', 'school', 'exam-office'],
  hotlines: ['12345', '12355'],
  related: ['exam-local', 'vocational-school', 'residence-permit'],
  conditions,
  documents,
  form,
  gives: [statement('senior', 'medium', plan('九')), statement('local-exam', 'medium', plan('九'))],
  where: [statement('school-first', 'medium', plan('九'))],
  timeAndCost: [statement('not-in-sources', 'high', cite('common-practice')), statement('fees', 'medium', cite('common-practice'))],
  misunderstandings: [
    { ...statement('permit-enough', 'medium', cite('guobanfa-2012-46')), about: 'C2' },
    statement('plan-promises-gaokao', 'high', plan('九')),
  ],
  otherwise: [
    statement('home-exam', 'medium', cite('guobanfa-2012-46')),
    statement('vocational', 'medium', plan('九')),
    statement('ask-early', 'medium', cite('common-practice')),
  ],
})
