import { notOf } from '#app/domain/vocabulary.ts'
import { localHukou } from '../circumstances.ts'
import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('register', 'low', cite('common-practice')), paper: 'school-register' },
  { ...statement('hukou-book', 'low', cite('common-practice')), paper: 'hukou-book' },
  { ...statement('permit', 'low', cite('common-practice')), paper: 'residence-permit', when: notOf(localHukou) },
  { ...statement('parents', 'low', cite('common-practice')), when: notOf(localHukou) },
]
