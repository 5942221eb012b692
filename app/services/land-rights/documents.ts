import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  statement('none', 'high', cite('common-practice')),
  statement('when-disputed', 'high', cite('common-practice')),
]
