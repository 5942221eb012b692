import { defineService, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'school-preschool',
  unit: 'member',
  topics: ['schooling'],
  departments: ['education-bureau', 'kindergarten'],
  hotlines: ['12345', '12355'],
  act: {
    nature: 'public-service',
    decides: ['education-bureau', 'kindergarten'],
    remedies: ['recheck'],
    sources: [cite('preschool-education-law')],
    certainty: 'medium',
  },
  related: ['school-compulsory', 'residence-permit'],
  conditions,
  notes: withNotes('kin-care'),
  documents,
  form,
  gives: [
    statement('kindergarten', 'high', promised('beyond-compulsory-school')),
    statement('last-year-free', 'medium', cite('guobanfa-2025-27')),
    statement('not-meals', 'medium', cite('guobanfa-2025-27')),
  ],
  where: [
    statement('education-bureau', 'high', cite('preschool-education-law', '15')),
    statement('no-test', 'high', cite('preschool-education-law')),
  ],
  timeAndCost: [
    statement('no-days', 'medium', cite('common-practice')),
    statement('free-automatic', 'medium', cite('guobanfa-2025-27')),
    statement('wider', 'low', cite('common-practice')),
  ],
  misunderstandings: [
    { ...statement('same-as-school', 'high', cite('preschool-education-law')), about: 'C4' },
    statement('meals-free', 'medium', cite('guobanfa-2025-27')),
    statement('hukou-needed', 'medium', cite('guobanfa-2025-27')),
  ],
  otherwise: [statement('nursery', 'medium', cite('common-practice')), statement('subsidy', 'medium', cite('common-practice'))],
})
