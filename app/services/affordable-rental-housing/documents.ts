import { notOf } from '#app/domain/vocabulary.ts'
import { localHukou } from '../circumstances.ts'
import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('id-card', 'low', cite('common-practice')), paper: 'id-card' },
  { ...statement('work', 'low', cite('common-practice')), paper: 'work-proof' },
  statement('no-home', 'low', cite('common-practice')),
  { ...statement('permit', 'low', cite('common-practice')), paper: 'residence-permit', when: notOf(localHukou) },
]
