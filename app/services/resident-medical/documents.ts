import { agedAtLeast, notOf } from '#app/domain/vocabulary.ts'
import { localHukou } from '../circumstances.ts'
import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('id-card', 'medium', cite('common-practice')), paper: 'id-card' },
  { ...statement('permit', 'medium', cite('common-practice')), paper: 'residence-permit', when: notOf(localHukou) },
  { ...statement('child', 'medium', cite('common-practice')), when: notOf(agedAtLeast(18)) },
]
