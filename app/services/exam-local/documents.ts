import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('hukou-book', 'low', cite('common-practice')), paper: 'hukou-book' },
  { ...statement('permit', 'low', cite('common-practice')), paper: 'residence-permit' },
  { ...statement('register', 'low', cite('common-practice')), paper: 'school-register' },
  statement('academic-test', 'low', cite('common-practice')),
  statement('parents-work', 'low', cite('common-practice')),
  statement('settled-since', 'low', cite('common-practice')),
]
