import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('id-card', 'high', cite('residence-permit-regulations', '9')), paper: 'id-card' },
  statement('photo', 'high', cite('residence-permit-regulations', '9')),
  statement('one-proof', 'high', cite('residence-permit-regulations', '9')),
]
