import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  statement('family', 'low', cite('common-practice')),
  { ...statement('income', 'low', cite('common-practice')), paper: 'income-statement' },
  { ...statement('work', 'low', cite('common-practice')), paper: 'work-proof' },
]
