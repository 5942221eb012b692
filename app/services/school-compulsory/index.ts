import { defineService, inferred, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { withNotes } from '../notes.ts'
import { promised } from '../plan-quotations.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'school-compulsory',
  unit: 'member',
  topics: ['schooling'],
  departments: ['education-bureau', 'school'],
  hotlines: ['12345', '12355'],
  act: {
    nature: 'public-service',
    decides: ['education-bureau'],
    placed: true,
    remedies: ['recheck', 'reconsideration'],
    sources: [cite('compulsory-education-law', '12')],
    certainty: 'medium',
  },
  related: ['school-preschool', 'residence-permit', 'exam-local', 'school-senior'],
  conditions,
  notes: withNotes('kin-care', 'boarding', 'disability', 'child-labour'),
  documents,
  form,
  gives: [
    statement('public-school', 'high', promised('public-school-places')),
    statement('no-exam-no-fee', 'high', cite('compulsory-education-law', '2')),
    statement('disabled', 'high', cite('compulsory-education-law')),
  ],
  where: [
    statement('education-bureau', 'high', cite('compulsory-education-law', '12')),
    statement('transfer', 'medium', cite('common-practice')),
  ],
  timeAndCost: [
    statement('window-period', 'medium', cite('common-practice')),
    statement('free', 'high', cite('compulsory-education-law', '2')),
  ],
  misunderstandings: [
    { ...statement('no-permit-no-school', 'high', cite('compulsory-education-law', '4')), about: 'C4' },
    statement('entrance-exam', 'high', cite('compulsory-education-law', '12')),
    inferred('any-school', 'medium', cite('compulsory-education-law', '12')),
    { ...statement('without-parents', 'high', cite('compulsory-education-law', '12')), about: 'C3' },
    { ...statement('dropped-out', 'high', cite('compulsory-education-law')), about: 'C1' },
  ],
  otherwise: [
    statement('one-more-year', 'high', cite('compulsory-education-law', '11')),
    statement('at-home', 'high', cite('compulsory-education-law', '12')),
    statement('refused', 'medium', cite('common-practice')),
  ],
})
