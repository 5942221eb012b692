import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. Source: fact base, section B. */
export const documents: readonly Document[] = [
  statement('register', 'low', cite('common-practice')),
  statement('hukou-book', 'low', cite('common-practice')),
  statement('permit', 'low', cite('common-practice')),
  statement('parents', 'low', cite('common-practice')),
]
