import { type Document, statement } from '../define.ts'
import { isOneOf } from '../household.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('id-card', 'high', cite('work-injury-regulations', '18')), paper: 'id-card' },
  { ...statement('employment', 'high', cite('work-injury-regulations', '18')), paper: 'work-proof' },
  statement('diagnosis', 'high', cite('work-injury-regulations', '18')),
  { ...statement('orders', 'high', cite('work-injury-regulations', '18')), when: isOneOf('injury', ['platform-order']) },
]
