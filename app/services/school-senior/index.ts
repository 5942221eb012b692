import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { notInPlan, promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'school-senior',
  unit: 'member',
  topics: ['schooling'],
  departments: ['education-bureau', 'school', 'exam-office'],
  hotlines: ['12345', '12355'],
  act: {
    nature: 'public-service',
    decides: ['education-bureau'],
    remedies: ['recheck'],
    sources: [cite('common-practice')],
    certainty: 'medium',
  },
  related: ['exam-local', 'vocational-school', 'residence-permit'],
  conditions,
  notes: withNotes('boarding'),
  documents,
  form,
  gives: [statement('senior', 'medium', promised('beyond-compulsory-school')), statement('local-exam', 'medium', promised('local-exam'))],
  where: [statement('school-first', 'medium', cite('common-practice'))],
  timeAndCost: [statement('not-in-sources', 'high', cite('common-practice')), statement('fees', 'medium', cite('common-practice'))],
  misunderstandings: [
    { ...statement('permit-enough', 'medium', cite('guobanfa-2012-46')), about: 'C2' },
    statement('plan-promises-gaokao', 'high', notInPlan('九', '高考')),
  ],
  otherwise: [
    statement('home-exam', 'medium', cite('guobanfa-2012-46')),
    statement('vocational', 'medium', promised('beyond-compulsory-school')),
    statement('ask-early', 'medium', cite('common-practice')),
  ],
})
