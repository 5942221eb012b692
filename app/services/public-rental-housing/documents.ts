import { notOf } from '#app/domain/vocabulary.ts'
import { localHukou } from '../circumstances.ts'
import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('id-card', 'medium', cite('common-practice')), paper: 'id-card' },
  { ...statement('hukou-book', 'medium', cite('common-practice')), paper: 'hukou-book' },
  { ...statement('marriage', 'medium', cite('common-practice')), ofFamily: true },
  { ...statement('income', 'medium', cite('common-practice')), paper: 'income-statement' },
  statement('housing', 'medium', cite('common-practice')),
  { ...statement('work', 'medium', cite('common-practice')), paper: 'work-proof', when: notOf(localHukou) },
]
