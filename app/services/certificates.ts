import { allOf, isUnanswered, notOf } from '#app/domain/vocabulary.ts'
import { type Document, statement } from './define.ts'
import { isOneOf } from './household.ts'
import { cite } from './instruments.ts'

/** Was it said of somebody in the household? As answered, never unknown: nobody else is asked for such a paper. */
const saidOfAnyone = (option: 'disability' | 'veteran') => allOf(notOf(isUnanswered('anyone')), isOneOf('anyone', [option]))

/** The certificate of whoever in the household has a disability. @source fact base 2, 2.4 */
export const disabilityCard: Document = {
  ...statement('disability-card', 'medium', cite('common-practice')),
  paper: 'disability-card',
  when: saidOfAnyone('disability'),
}

/** The papers of whoever in the household has left the army. @source fact base 2, 2.4 */
export const veteranPapers: Document = {
  ...statement('veteran-papers', 'medium', cite('common-practice')),
  paper: 'veteran-papers',
  when: saidOfAnyone('veteran'),
}
