import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { chosen } from './form.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('id-card', 'medium', cite('common-practice')), paper: 'id-card' },
  statement('code', 'medium', cite('common-practice')),
  { ...statement('long-stay', 'medium', cite('common-practice')), when: chosen('stay', { long: 'yes', short: 'no' }) },
]
