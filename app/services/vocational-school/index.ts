import { defineService, inferred, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'vocational-school',
  unit: 'member',
  topics: ['schooling', 'work'],
  departments: ['vocational-school', 'education-bureau', 'hrss-bureau'],
  hotlines: ['12345', '12333'],
  act: {
    nature: 'admission',
    decides: ['vocational-school'],
    remedies: ['recheck-by-school'],
    sources: [cite('common-practice')],
    certainty: 'medium',
  },
  related: ['skills-training', 'school-senior', 'job-services'],
  conditions,
  documents,
  form,
  gives: [
    statement('more-places', 'medium', promised('vocational-enrolment')),
    statement('children', 'medium', promised('beyond-compulsory-school')),
    statement('aid', 'medium', cite('common-practice')),
  ],
  where: [statement('school', 'medium', cite('common-practice'))],
  timeAndCost: [statement('not-in-sources', 'high', cite('common-practice')), statement('fee-waiver', 'medium', cite('common-practice'))],
  misunderstandings: [
    statement('no-further', 'high', cite('vocational-education-law')),
    statement('all-free', 'medium', cite('common-practice')),
  ],
  otherwise: [
    inferred('training', 'medium', cite('employment-promotion-law', '50')),
    statement('work-first', 'medium', cite('common-practice')),
  ],
})
